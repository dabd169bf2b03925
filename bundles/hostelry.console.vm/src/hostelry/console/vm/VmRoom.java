package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.PageKind;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.Vm;
import java.util.Set;

/** The room of virtual machines, and of what they are made from. */
public final class VmRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        furniture.add(new Shelf<>("vms", "VMs", "Virtual machines", Icon.VM, Vm.class, Cluster.class,
                (vm, cluster) -> cluster.getId().equals(vm.getCluster()),
                Set.of(Vm.class, Host.class), true, 20,
                new Shelf.Empty("No virtual machines yet.\nUpload an ISO to boot from, then make the first one: a name is enough.",
                        "vm.new"),
                new VmColumns(desk).columns()));
        new VmVerbs(desk).all().forEach(furniture::add);
        new PlugVerbs(desk).all().forEach(furniture::add);
        VmPages pages = new VmPages(desk);
        furniture.add(new PageKind<>("vm.general", "General", Vm.class, pages::general));
        furniture.add(new PageKind<>("vm.disks", "Disks", Vm.class, pages::disks));
        furniture.add(new PageKind<>("vm.nics", "NICs", Vm.class, pages::nics));
        furniture.add(new PageKind<>("vm.guest", "Guest", Vm.class, parent -> new GuestPage(desk).make(parent)));
        furniture.add(new PageKind<>("vm.performance", "Performance", Vm.class, parent -> new PerformancePage(parent, desk)));
        furniture.add(new PageKind<>("vm.load", "Last hour", Vm.class, parent -> new LoadOfVm(desk).make(parent)));
        new TemplateFurniture(desk).into(furniture);
        // a page of the host's, but about machines
        furniture.add(new PageKind<>("host.vms", "VMs", Host.class, pages::onHost));
    }
}

package hostelry.console.host;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.PageKind;
import hostelry.model.Cluster;
import hostelry.model.Host;
import java.util.Set;

/** The room of hosts. */
public final class HostRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        furniture.add(new Shelf<>("hosts", "Hosts", "Hosts", Icon.HOST, Host.class, Cluster.class,
                // who waits for approval is in no cluster yet, and must be seen
                (host, cluster) -> host.getCluster() == null || cluster.getId().equals(host.getCluster()),
                Set.of(Host.class), true, 10, new Shelf.Empty("No hosts yet.\nThis machine appears here when its node has reported.", ""),
                new HostColumns(desk).columns()));
        HostVerbs verbs = new HostVerbs(desk);
        verbs.all().forEach(furniture::add);
        furniture.add(new PageKind<>("host.general", "General", Host.class, parent -> new HostGeneral(desk).make(parent)));
        HardwareBook book = new HardwareBook(desk);
        furniture.add(new PageKind<>("host.hardware", "Hardware", Host.class, parent -> new HostHardwarePage(parent, desk, book)));
        furniture.add(new PageKind<>("host.devices", "Devices", Host.class, parent -> new HostDevices(parent, desk, book)));
        furniture.add(new PageKind<>("host.load", "Last hour", Host.class, parent -> new HostLoad(desk).make(parent)));
        furniture.add(new PageKind<>("host.nics", "Network cards", Host.class, parent -> new HostNics(parent, desk, verbs)));
        furniture.add(new PageKind<>("host.hooks", "Hooks", Host.class, parent -> new HostHooks(desk).make(parent)));
    }
}

package hostelry.console.network;

import hostelry.api.Networks;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.PageKind;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Set;

/** The room of logical networks. */
public final class NetworkRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        furniture.add(new Shelf<>("networks", "Networks", "Networks", Icon.NETWORK, Network.class, DataCenter.class,
                (network, center) -> center.getId().equals(network.getDataCenter()),
                Set.of(Network.class, Nic.class, ClusterNetwork.class), true, 50,
                new Shelf.Empty("No networks yet.\nA network connects machines with each other and the world.", "network.new"),
                columns(desk)));
        verbs(desk).forEach(furniture::add);
        new ProfileShelf(desk).furnish(furniture);
        furniture.add(new PageKind<>("network.general", "General", Network.class, parent -> new DetailsPage<>(parent, desk.look(), List.of(
                new Section<>("",
                        List.of(new Line<>("", "Name", network -> Words.orEmpty(network.getName())),
                                new Line<>("", "Description", network -> Words.orEmpty(network.getDescription())),
                                new Line<>("", "Data center", network -> desk.estate().name(DataCenter.class, network.getDataCenter())),
                                new Line<>("", "Id", Entity::getId))),
                new Section<>("", List.of(new Line<>("", "VLAN", NetworkRoom::vlan), new Line<>("", "MTU", NetworkRoom::mtu),
                        new Line<>("", "Used for", new Assignments(desk)::usages)))))));
        new NetworkPages(desk).all().forEach(furniture::add);
        furniture.add(new PageKind<>("network.nics", "NICs", Network.class, parent -> new TablePage<>(parent, desk, nics(desk))));
    }

    private static List<Column<Network>> columns(Desk desk) {
        return List.of(
                Column.<Network>text("name", "Name", 180, network -> Words.orEmpty(network.getName()))
                        .with(network -> desk.look().icons().of(Icon.NETWORK)),
                Column.number("vlan", "VLAN", 80, NetworkRoom::vlan, network -> (double) network.getVlan()),
                Column.number("mtu", "MTU", 80, NetworkRoom::mtu, network -> (double) network.getMtu()),
                Column.text("usages", "Used for", 180, new Assignments(desk)::usages),
                Column.number("nics", "NICs", 70, network -> Long.toString(count(desk, network)), network -> (double) count(desk, network)),
                Column.text("description", "Description", 260, network -> Words.orEmpty(network.getDescription())));
    }

    private static long count(Desk desk, Network network) {
        return desk.estate().all(Nic.class).stream().filter(nic -> on(desk, nic, network)).count();
    }

    private static boolean on(Desk desk, Nic nic, Network network) {
        return desk.estate().find(VnicProfile.class, nic.getVnicProfile()).map(profile -> network.getId().equals(profile.getNetwork()))
                .orElse(false);
    }

    private static String vlan(Network network) {
        return network.getVlan() == 0 ? "—" : Integer.toString(network.getVlan());
    }

    private static String mtu(Network network) {
        return network.getMtu() == 0 ? "1500" : Integer.toString(network.getMtu());
    }

    private static List<Verb<Network>> verbs(Desk desk) {
        return List.of(Verb.fresh("network.new", "New network…", Icon.NEW, Network.class, "", () -> new NetworkDialog(desk, null).open()),
                new Verb<>("network.edit", "Edit…", Icon.EDIT, Network.class, Needs.ONE, "", network -> "", "F2", true,
                        networks -> new NetworkDialog(desk, networks.get(0)).open()),
                new Verb<>("network.assign", "Clusters…", Icon.CLUSTER, Network.class, Needs.ONE, "AssignNetwork", network -> "", "", true,
                        networks -> new ClustersDialog(desk, networks.get(0)).open()),
                new Verb<>("network.delete", "Remove…", Icon.DELETE, Network.class, Needs.SOME, "RemoveNetwork",
                        network -> network.getUsages().contains(NetworkUsage.MANAGEMENT) ? "The management network stays." : "", "Del",
                        true, networks -> remove(desk, networks)));
    }

    private static void remove(Desk desk, List<Network> networks) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove networks", "This removes them from the estate:",
                        networks.stream().map(Entity::getName).toList(), "Remove", true))
                .ask();
        if (sure) {
            networks.forEach(network -> desk.acts().ask("Remove " + network.getName(),
                    engine -> engine.service(Networks.class).remove(engine.caller(), network.getId())));
        }
    }

    private static TablePage.Parts<Network, Nic> nics(Desk desk) {
        return new TablePage.Parts<>("network.nics.table", Entity::getId,
                network -> desk.estate().all(Nic.class).stream().filter(nic -> on(desk, nic, network)).toList(),
                List.of(Column.<Nic>text("vm", "Virtual machine", 200, nic -> nic.getVm() == null
                        ? "Template " + desk.estate().name(Template.class, nic.getTemplate())
                        : desk.estate().name(Vm.class, nic.getVm()))
                        .with(nic -> desk.look().icons().of(Icon.VM)),
                        Column.text("name", "NIC", 120, nic -> Words.orEmpty(nic.getName())),
                        Column.text("mac", "MAC address", 160, nic -> Words.orEmpty(nic.getMac()))),
                "vm", Icon.NIC, "No NIC uses this network.",
                nic -> desk.estate().find(Vm.class, nic.getVm()).ifPresent(vm -> desk.navigator().go(hostelry.console.kit.Target.of(vm))));
    }
}

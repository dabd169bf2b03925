package hostelry.console.network;

import hostelry.api.Act;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A new network, or another name and other settings for one. */
final class NetworkDialog extends FormDialog {
    private final Desk desk;
    private final @Nullable Network old;
    private @Nullable Text name;
    private @Nullable Text description;
    private @Nullable Text vlan;
    private @Nullable Text mtu;
    private @Nullable Button everywhere;

    NetworkDialog(Desk desk, @Nullable Network old) {
        super(desk.shell(), desk.look(), Icon.NETWORK, old == null ? "New network" : "Edit " + old.getName(),
                old == null ? "Create" : "Save");
        this.desk = desk;
        this.old = old;
    }

    @Override
    protected void fields() {
        Network before = old;
        name = text("network.name", "Name", before == null ? "" : Words.orEmpty(before.getName()), "");
        description = text("network.description", "Description", before == null ? "" : Words.orEmpty(before.getDescription()), "");
        vlan = text("network.vlan", "VLAN", before == null || before.getVlan() == 0 ? "" : Integer.toString(before.getVlan()),
                "empty: none");
        mtu = text("network.mtu", "MTU", before == null || before.getMtu() == 0 ? "" : Integer.toString(before.getMtu()),
                "bytes; empty: 1500");
        if (before == null) {
            everywhere = check("network.everywhere", "All clusters of the data center have it", true);
        }
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    }

    @Override
    protected List<String> problems() {
        if (value(name).isEmpty()) {
            return List.of("Give it a name.");
        }
        if (number(value(vlan)) < 0 || number(value(vlan)) > 4094) {
            return List.of("VLAN is a number from 1 to 4094, or empty.");
        }
        int size = number(value(mtu));
        return size == 0 || size >= 68 && size <= 65_535 ? List.of() : List.of("MTU is a number from 68 to 65535, or empty.");
    }

    @Override
    protected void finish() {
        Network network = HostelryFactory.eINSTANCE.createNetwork();
        network.setName(value(name));
        network.setDescription(value(description));
        network.setVlan(number(value(vlan)));
        network.setMtu(number(value(mtu)));
        Network before = old;
        if (before == null) {
            network.getUsages().add(NetworkUsage.VM);
            desk.estate().all(DataCenter.class).stream().findFirst().ifPresent(center -> network.setDataCenter(center.getId()));
        }
        boolean assigned = everywhere != null && everywhere.getSelection();
        desk.acts().ask((before == null ? "Create " : "Edit ") + network.getName(), engine -> ask(engine, network), made -> {
            done();
            if (assigned) {
                assign(made);
            }
            desk.reveal(made);
        }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    /** Not as required: hosts that do not have it yet should stay what they are. */
    private void assign(Network made) {
        for (Cluster cluster : new Assignments(desk).clusters(made)) {
            ClusterNetwork assignment = HostelryFactory.eINSTANCE.createClusterNetwork();
            assignment.setCluster(cluster.getId());
            assignment.setNetwork(made.getId());
            desk.acts().ask("Assign network " + made.getName() + ": " + cluster.getName(),
                    engine -> engine.service(Networks.class).assign(engine.caller(), assignment));
        }
    }

    private Act<Network> ask(EngineConnection engine, Network network) {
        Network before = old;
        Networks networks = engine.service(Networks.class);
        return before == null
                ? networks.add(engine.caller(), network)
                : networks.update(engine.caller(), before.getId(), new Patch<>(network, Set.of("name", "description", "vlan", "mtu")));
    }
}

package hostelry.console.network;

import hostelry.api.Act;
import hostelry.api.Networks;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.jspecify.annotations.Nullable;

/** Which clusters have a network, and what for: one cluster at a time. */
final class ClustersDialog extends FormDialog {
    private final Desk desk;
    private final Network network;
    private final Assignments assignments;
    private final List<Cluster> clusters;
    private final Map<NetworkUsage, Button> roles = new LinkedHashMap<>();
    private @Nullable Combo cluster;
    private @Nullable Button assigned;
    private @Nullable Button required;

    ClustersDialog(Desk desk, Network network) {
        super(desk.shell(), desk.look(), Icon.NETWORK, "Clusters of network " + network.getName(), "Save");
        this.desk = desk;
        this.network = network;
        this.assignments = new Assignments(desk);
        this.clusters = assignments.clusters(network);
    }

    @Override
    protected void fields() {
        Combo choice = combo("assign.cluster", "Cluster", clusters.stream().map(Cluster::getName).toList(), 0);
        choice.addListener(SWT.Selection, event -> load());
        cluster = choice;
        Button has = check("assign.assigned", "The cluster has this network", false);
        has.addListener(SWT.Selection, event -> enable());
        assigned = has;
        required = check("assign.required", "Required: all hosts of the cluster must have it", false);
        for (NetworkUsage role : Assignments.ROLES) {
            roles.put(role, check("assign." + role.getLiteral(), Assignments.word(role) + " of the cluster", false));
        }
        load();
    }

    private Optional<Cluster> chosen() {
        int index = Objects.requireNonNull(cluster).getSelectionIndex();
        return index < 0 || index >= clusters.size() ? Optional.empty() : Optional.of(clusters.get(index));
    }

    private Optional<ClusterNetwork> before() {
        return chosen().flatMap(one -> assignments.find(one, network));
    }

    private void load() {
        Optional<ClusterNetwork> now = before();
        Objects.requireNonNull(assigned).setSelection(now.isPresent());
        Objects.requireNonNull(required).setSelection(now.map(ClusterNetwork::isRequired).orElse(false));
        roles.forEach((role, button) -> button.setSelection(now.map(one -> one.getRoles().contains(role)).orElse(false)));
        enable();
        changed();
    }

    private void enable() {
        boolean has = Objects.requireNonNull(assigned).getSelection();
        Objects.requireNonNull(required).setEnabled(has);
        roles.values().forEach(button -> button.setEnabled(has));
    }

    @Override
    protected List<String> problems() {
        return clusters.isEmpty() ? List.of("The data center has no cluster yet.") : List.of();
    }

    @Override
    protected String hint() {
        return "A role that is checked here is taken from the network that has it.";
    }

    @Override
    protected void finish() {
        Cluster one = chosen().orElseThrow();
        boolean had = before().isPresent();
        boolean has = Objects.requireNonNull(assigned).getSelection();
        if (!had && !has) {
            done();
            return;
        }
        ClusterNetwork wanted = HostelryFactory.eINSTANCE.createClusterNetwork();
        wanted.setCluster(one.getId());
        wanted.setNetwork(network.getId());
        wanted.setRequired(Objects.requireNonNull(required).getSelection());
        roles.forEach((role, button) -> {
            if (button.getSelection()) {
                wanted.getRoles().add(role);
            }
        });
        String where = " network " + network.getName() + ": " + one.getName();
        if (has) {
            desk.acts().ask((had ? "Edit" : "Assign") + where, engine -> put(engine, wanted, had), made -> done(), this::refused);
        } else {
            desk.acts().ask("Take away" + where,
                    engine -> engine.service(Networks.class).unassign(engine.caller(), one.getId(), network.getId()), gone -> done(),
                    this::refused);
        }
    }

    private void refused(List<Problem> problems) {
        refuse(problems.stream().map(Problem::sentence).toList());
    }

    private static Act<ClusterNetwork> put(EngineConnection engine, ClusterNetwork wanted, boolean had) {
        Networks networks = engine.service(Networks.class);
        return had
                ? networks.updateAssignment(engine.caller(), wanted.getCluster(), wanted.getNetwork(),
                        new Patch<>(wanted, Set.of("required", "roles")))
                : networks.assign(engine.caller(), wanted);
    }
}

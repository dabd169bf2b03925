package hostelry.console.host;

import hostelry.api.Hosts;
import hostelry.api.Hosts.Approval;
import hostelry.api.Problem;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Says what a machine is that asks to become a host, and what will happen when it is let in. */
final class ApproveDialog extends FormDialog {
    private final Desk desk;
    private final Host host;
    private final List<Cluster> clusters;
    private @Nullable Text name;
    private @Nullable Combo cluster;

    ApproveDialog(Desk desk, Host host) {
        super(desk.shell(), desk.look(), Icon.HOST, "Approve host", "Approve");
        this.desk = desk;
        this.host = host;
        this.clusters = desk.estate().all(Cluster.class).stream()
                .filter(one -> host.getStatus() == HostStatus.PENDING_APPROVAL || one.getId().equals(host.getCluster()))
                .sorted(Comparator.comparing((Cluster one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        words("This machine asks from " + Words.orEmpty(host.getRequestFrom()) + ". It says of itself: " + hardware());
        words("Its key, to be compared with what hostelry-node shows on the machine itself:");
        Text key = text("approve.key", "Key", Words.orEmpty(host.getRequestFingerprint()), "");
        key.setEditable(false);
        name = text("approve.name", "Name", Words.orEmpty(host.getName()), "");
        int wished = 0;
        for (int i = 0; i < clusters.size(); i++) {
            wished = clusters.get(i).getId().equals(host.getCluster()) ? i : wished;
        }
        cluster = combo("approve.cluster", "Cluster", clusters.stream().map(Entity::getName).toList(), wished);
    }

    private String hardware() {
        String os = (Words.orEmpty(host.getOsType()) + " " + Words.orEmpty(host.getOsVersion())).strip();
        return String.join(", ", List.of(Words.count(HostGeneral.cpus(host), "CPU", "CPUs"), Words.orEmpty(host.getCpuModel()),
                Bytes.text(host.getMemory()), os, HostGeneral.virtualization(host)).stream().filter(part -> !part.isBlank()).toList())
                + ".";
    }

    @Override
    protected String hint() {
        return "The engine signs the key and calls the machine at " + Words.orEmpty(host.getAddress()) + ":" + host.getPort()
                + ". It comes up by itself, and machines can be started there.";
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (clusters.isEmpty()) {
            return List.of("There is no cluster for it. Make one first.");
        }
        return value(name).isEmpty() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected void finish() {
        Approval approval = new Approval(clusters.get(Math.max(0, Objects.requireNonNull(cluster).getSelectionIndex())).getId(),
                value(name),
                host.getRequestFingerprint());
        // it lasts until the host is up: the tasks show that
        desk.acts().ask("Approve " + host.getName(),
                engine -> engine.service(Hosts.class).approve(engine.caller(), host.getId(), approval));
        done();
    }

    /** What is shown where the engine refuses is the task's affair. */
    static List<String> sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).toList();
    }
}

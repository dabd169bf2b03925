package hostelry.console.host;

import hostelry.api.Hosts;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.Entity;
import hostelry.model.HostelryFactory;
import hostelry.model.JoinToken;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.jspecify.annotations.Nullable;

/** Makes the line that is to be run on a new machine. */
final class AddHostDialog extends FormDialog {
    private static final List<Integer> HOURS = List.of(1, 8, 24, 168);
    private final Desk desk;
    private final List<Cluster> clusters;
    private @Nullable Combo cluster;
    private @Nullable Combo hours;
    private @Nullable Button atOnce;

    AddHostDialog(Desk desk) {
        super(desk.shell(), desk.look(), Icon.HOST, "Add host", "Make token");
        this.desk = desk;
        this.clusters = desk.estate().all(Cluster.class).stream()
                .sorted(Comparator.comparing((Cluster one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        words("A machine becomes a host by running hostelry-node with a token. It is shown here then, and waits to be approved.");
        cluster = combo("addhost.cluster", "Cluster", clusters.stream().map(Entity::getName).toList(), 0);
        hours = combo("addhost.hours", "Good for", List.of("1 hour", "8 hours", "1 day", "1 week"), 0);
        atOnce = check("addhost.atonce", "Let it in at once, without asking again", false);
    }

    @Override
    protected String hint() {
        return Objects.requireNonNull(atOnce).getSelection()
                ? "Whoever has the token can add one machine to the estate: tell it to nobody else."
                : "The token is good for one machine.";
    }

    @Override
    protected List<String> problems() {
        return clusters.isEmpty() ? List.of("There is no cluster for hosts. Make one first.") : List.of();
    }

    @Override
    protected void finish() {
        JoinToken token = HostelryFactory.eINSTANCE.createJoinToken();
        token.setName("new host");
        token.setCluster(clusters.get(Math.max(0, Objects.requireNonNull(cluster).getSelectionIndex())).getId());
        token.setApprove(Objects.requireNonNull(atOnce).getSelection());
        int seconds = HOURS.get(Math.max(0, Objects.requireNonNull(hours).getSelectionIndex())) * 3600;
        desk.acts().ask("Make a token for a new host", engine -> engine.service(Hosts.class).addToken(engine.caller(), token, seconds),
                ticket -> {
                    done();
                    String label = desk.estate().connection().map(connection -> connection.label()).orElse("");
                    new JoinLineDialog(desk, label, ticket.value()).open();
                }, problems -> refuse(ApproveDialog.sentences(problems)));
    }
}

package hostelry.console.vm;

import hostelry.api.Problem;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.api.Vms.MigrationWish;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.dialog.ReasonsList;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Moves a machine to another host: which one, how hard it is tried, and for each host why not. */
final class MigrateDialog extends FormDialog {
    private static final int HEIGHT = 140;
    private static final List<String> POLICIES = List.of("Minimal downtime: half a second at most, or it stays",
            "Post-copy: it goes on there at once, its memory follows", "Suspend if needed: up to five seconds");
    private static final List<String> WORDS = List.of(MigrationWish.MINIMAL_DOWNTIME, MigrationWish.POST_COPY, MigrationWish.SUSPEND);

    private final Desk desk;
    private final Vm vm;
    private final List<Host> hosts;
    private @Nullable Combo host;
    private @Nullable Combo policy;
    private @Nullable Text bandwidth;
    private @Nullable Button encrypted;
    private @Nullable ScrolledComposite reasons;
    /** What the engine says of each host; null until it has answered. */
    private @Nullable Verdict verdict;

    MigrateDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.HOST, "Migrate " + vm.getName(), "Migrate");
        this.desk = desk;
        this.vm = vm;
        this.hosts = desk.estate().all(Host.class).stream()
                .filter(one -> Objects.equals(one.getCluster(), vm.getCluster()) && !one.getId().equals(vm.getHost()))
                .sorted(Comparator.comparing((Host one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        List<String> names = new ArrayList<>(List.of("The one that fits best"));
        hosts.forEach(one -> names.add(Words.orEmpty(one.getName())));
        host = combo("migrate.host", "To host", names, 0);
        policy = combo("migrate.policy", "If it does not get ready", POLICIES, 0);
        bandwidth = text("migrate.bandwidth", "At most", "0", "MiB/s (0: as fast as it goes)");
        encrypted = check("migrate.encrypted", "Encrypt what is sent", true);
        Composite room = room("What speaks for and against each host:", HEIGHT);
        reasons = new ScrolledComposite(room, SWT.V_SCROLL | SWT.BORDER);
        reasons.setExpandHorizontal(true);
        reasons.setExpandVertical(true);
        desk.estate().connection().ifPresent(engine -> Thread.ofVirtual().name("migrate where").start(() -> {
            Verdict asked = ask(engine);
            desk.estate().later(() -> show(asked));
        }));
    }

    private Verdict ask(EngineConnection engine) {
        try {
            return engine.caller().rehearse(asking -> engine.service(Vms.class).migrate(asking, vm.getId(), MigrationWish.usual()));
        } catch (hostelry.api.Refusal e) {
            return new Verdict(e.problems(), Map.of());
        }
    }

    private void show(Verdict asked) {
        ScrolledComposite place = reasons;
        if (place == null || place.isDisposed()) {
            return;
        }
        verdict = asked;
        ReasonsList list = new ReasonsList(place, desk, this::close);
        if (asked.hosts().isEmpty()) {
            list.reasons(asked.problems());
        }
        asked.hosts().forEach((name, against) -> {
            list.heading(name);
            if (against.isEmpty()) {
                list.good("It would do.");
            } else {
                list.reasons(against);
            }
        });
        place.setContent(list.control());
        place.setMinSize(list.control().computeSize(Math.max(200, place.getClientArea().width), SWT.DEFAULT));
        changed();
    }

    @Override
    protected List<String> problems() {
        List<String> wrong = new ArrayList<>();
        if (!Objects.requireNonNull(bandwidth).getText().strip().matches("[0-9]{1,7}")) {
            wrong.add("The bandwidth is a whole number of MiB a second.");
        }
        Verdict now = verdict;
        Optional<Host> chosen = chosen();
        if (now != null && chosen.isPresent()) {
            now.hosts().getOrDefault(Words.orEmpty(chosen.get().getName()), List.of()).stream().map(Problem::sentence).forEach(wrong::add);
        } else if (now != null) {
            now.problems().stream().findFirst().map(Problem::sentence).ifPresent(wrong::add);
        }
        return wrong;
    }

    @Override
    protected String hint() {
        return verdict == null ? "Asking the engine which hosts would do…" : "The guest goes on working while it moves.";
    }

    private Optional<Host> chosen() {
        int index = Objects.requireNonNull(host).getSelectionIndex();
        return index <= 0 ? Optional.empty() : Optional.of(hosts.get(index - 1));
    }

    @Override
    protected void finish() {
        MigrationWish wish = new MigrationWish(chosen().map(Host::getId).orElse(null),
                WORDS.get(Objects.requireNonNull(policy).getSelectionIndex()),
                Long.parseLong(Objects.requireNonNull(bandwidth).getText().strip()), Objects.requireNonNull(encrypted).getSelection());
        desk.acts().ask("Migrate " + vm.getName(), engine -> engine.service(Vms.class).migrate(engine.caller(), vm.getId(), wish));
        done(); // it lasts: the tasks say how far it is, and how it ends
    }
}

package hostelry.console.vm;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.api.Vms;
import hostelry.api.Caller;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Vm;
import hostelry.model.nextrun.NextRun;
import hostelry.model.states.VmMoves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/**
 * All that a machine has but disks and cards, a section for each subject. It shows the machine as it is to be from its next start on; while it runs, what would wait until
 * then is told below as one types, by the engine's dry run.
 */
final class EditVmDialog extends FormDialog {
    private static final int HEIGHT = 400;
    private static final int WIDTH = 760;
    private static final int LIST = 168;
    private static final int WAITING = 76;
    private static final int PAUSE_MILLIS = 250;
    private final Desk desk;
    private final Vm vm;
    private final boolean runs;
    private final NextRunWords words;
    private final EditFields fields;
    private @Nullable Text waiting;
    private @Nullable Button wait;
    private Verdict verdict = Verdict.PERMITTED;
    private int question;

    EditVmDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.EDIT, "Edit " + vm.getName(), "Save");
        this.desk = desk;
        this.vm = vm;
        this.runs = !VmMoves.still(vm.getStatus());
        this.words = new NextRunWords(desk.estate()::name);
        this.fields = new EditFields(new EditFields.Form() {
            @Override
            public Text text(String key, String label, String value, String unit) {
                return EditVmDialog.this.text(key, label, value, unit);
            }

            @Override
            public Combo combo(String key, String label, List<String> items, int selected) {
                return EditVmDialog.this.combo(key, label, items, selected);
            }

            @Override
            public Button check(String key, String label, boolean value) {
                return EditVmDialog.this.check(key, label, value);
            }
        }, NextRun.applied(vm));
    }

    @Override
    protected void fields() {
        Composite room = room("", HEIGHT);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(WIDTH, HEIGHT).applyTo(room);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(room);
        Table list = new Table(room, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        list.setData(VerbBar.KEY, "editvm.sections");
        GridDataFactory.fillDefaults().grab(false, true).hint(LIST, SWT.DEFAULT).applyTo(list);
        Composite stack = new Composite(room, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        StackLayout layout = new StackLayout();
        stack.setLayout(layout);
        Composite below = outer();
        List<Control> pages = new ArrayList<>();
        for (EditSections.Section section : new EditSections(desk).all()) {
            Composite page = new Composite(stack, SWT.NONE);
            into(page);
            section.fields().accept(fields);
            new TableItem(list, SWT.NONE).setText(section.name());
            pages.add(page);
        }
        into(below);
        list.addListener(SWT.Selection, event -> {
            layout.topControl = pages.get(Math.max(0, list.getSelectionIndex()));
            stack.layout();
        });
        list.select(0);
        layout.topControl = pages.get(0);
        if (runs) {
            waiting();
        }
    }

    private void waiting() {
        wait = check("editvm.wait", "Change nothing before it is next powered off", false);
        Composite room = room("These changes wait until it is next powered off:", WAITING);
        Text lines = new Text(room, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        lines.setData(VerbBar.KEY, "editvm.waiting");
        lines.setMessage("None.");
        waiting = lines;
    }

    @Override
    protected List<String> problems() {
        List<String> wrong = new ArrayList<>(fields.wrong());
        if (wrong.isEmpty()) {
            askSoon();
            verdict.problems().stream().map(Problem::sentence).forEach(wrong::add);
        }
        return wrong;
    }

    @Override
    protected String hint() {
        return runs ? "" : "It does not run: everything changes at once.";
    }

    private boolean waits() {
        Button button = wait;
        return button != null && button.getSelection();
    }

    private Act<Vm> update(EngineConnection engine, Caller caller, Patch<Vm> patch, boolean later) {
        Vms vms = engine.service(Vms.class);
        return later ? vms.updateNextRun(caller, vm.getId(), patch) : vms.update(caller, vm.getId(), patch);
    }

    /** Asks once for all that is typed within a moment; an answer to an older question is not shown. */
    private void askSoon() {
        int mine = ++question;
        Patch<Vm> patch = fields.patch();
        boolean later = waits();
        getShell().getDisplay().timerExec(PAUSE_MILLIS, () -> {
            if (mine == question && getShell() != null && !getShell().isDisposed()) {
                desk.estate().connection().ifPresent(engine -> Thread.ofVirtual().name("edit what waits").start(() -> {
                    Verdict told = rehearse(engine, patch, later);
                    desk.estate().later(() -> show(mine, told));
                }));
            }
        });
    }

    private Verdict rehearse(EngineConnection engine, Patch<Vm> patch, boolean later) {
        try {
            return engine.caller().rehearse(asking -> update(engine, asking, patch, later));
        } catch (Refusal e) {
            return new Verdict(e.problems(), Map.of());
        }
    }

    private void show(int asked, Verdict told) {
        if (asked != question || getShell() == null || getShell().isDisposed()) {
            return;
        }
        boolean other = !told.problems().equals(verdict.problems());
        verdict = told;
        Text lines = waiting;
        if (lines != null && !lines.getText().equals(words.lines(told.waiting()))) {
            lines.setText(words.lines(told.waiting()));
        }
        if (other) {
            changed();
        }
    }

    @Override
    protected void finish() {
        Patch<Vm> patch = fields.patch();
        boolean later = waits();
        if (patch.features().isEmpty()) {
            done();
            return;
        }
        desk.acts().ask("Edit " + vm.getName(), engine -> update(engine, engine.caller(), patch, later), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}

package hostelry.console.host.networks;

import hostelry.api.Act;
import hostelry.api.NetworkSetup;
import hostelry.api.Networks;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.client.EngineConnection;
import hostelry.console.host.plan.Board;
import hostelry.console.host.plan.Facts;
import hostelry.console.host.plan.WillHappen;
import hostelry.console.host.plan.Wish;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.jspecify.annotations.Nullable;

/** Which cards of a host carry which networks: a picture to drag in, and what will happen, before anything does. The engine is asked with each change. */
public final class SetupNetworksDialog extends FormDialog {
    private static final int WIDTH = 1060;
    private static final int PICTURE = 320;
    private static final int TABLE = 150;
    private static final int QUIET_MILLIS = 250;
    private static final long STALE_NANOS = 2_000_000_000L;

    private final Desk desk;
    private final Host host;
    private final Board board;
    private final List<Runnable> shown = new ArrayList<>();
    private @Nullable PictureCanvas picture;
    private @Nullable Button check;
    private @Nullable Text seconds;
    /** What the engine says of the sheet as it is now; null while it is being asked. */
    private @Nullable Verdict verdict;
    private @Nullable NetworkSetup asked;
    private int asking;
    /** Nanoseconds of the clock that never goes back. */
    private long askedAt;

    public SetupNetworksDialog(Desk desk, Host host) {
        super(desk.shell(), desk.look(), Icon.NETWORK, "Set up networks of " + host.getName(), "Set up");
        this.desk = desk;
        this.host = host;
        this.board = new Board(facts());
    }

    private Facts facts() {
        return HostFacts.of(desk.estate(), desk.estate().find(Host.class, host.getId()).orElse(host));
    }

    @Override
    protected void fields() {
        Composite upper = room("", PICTURE);
        wide(upper);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 4).applyTo(upper);
        head(upper);
        PictureCanvas canvas = new PictureCanvas(upper, look(), board);
        picture = canvas;
        GridDataFactory.fillDefaults().grab(true, true).hint(780, PICTURE - 30).applyTo(canvas.control());
        Selected selected = new Selected(upper, look(), board);
        GridDataFactory.fillDefaults().applyTo(selected.control());
        Composite lower = room("What will happen", TABLE);
        wide(lower);
        ((GridData) lower.getLayoutData()).grabExcessVerticalSpace = false;
        ChangesTable changes = new ChangesTable(lower, look(), board);
        check = check("networks.check", "Verify the connection: the host takes all of it back unless the engine confirms it", true);
        seconds = text("networks.seconds", "Within", Integer.toString(NetworkSetup.USUAL_SECONDS), "s (5 to 600)");
        shown.addAll(List.of(canvas::update, selected::update, changes::update, this::ask));
        board.listen(() -> shown.forEach(Runnable::run));
        shown.forEach(Runnable::run);
        desk.estate().listen(canvas.control(), update -> {
            board.facts(facts());
            ask();
        });
        keys(canvas.control());
    }

    private static void wide(Composite room) {
        ((GridData) room.getLayoutData()).widthHint = WIDTH;
    }

    private void head(Composite parent) {
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        Label words = new Label(line, SWT.NONE);
        words.setText("Drag networks onto cards, and a card onto another one to make a bond.");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).applyTo(words);
        ToolBar bar = new ToolBar(line, SWT.FLAT | SWT.RIGHT);
        ToolItem undo = item(bar, "Undo", "networks.undo", Icon.BACK, "Ctrl+Z", board::undo);
        ToolItem redo = item(bar, "Redo", "networks.redo", Icon.FORWARD, "Ctrl+Y", board::redo);
        shown.add(() -> {
            undo.setEnabled(board.canUndo());
            redo.setEnabled(board.canRedo());
        });
    }

    private ToolItem item(ToolBar bar, String text, String key, Icon icon, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(text);
        item.setToolTipText(text + " (" + tip + ")");
        item.setImage(look().icons().of(icon));
        item.setData(VerbBar.KEY, key);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Wherever the focus is in this dialog. */
    private void keys(Control owner) {
        Display display = owner.getDisplay();
        Listener keys = event -> {
            if (event.stateMask == SWT.MOD1 && event.widget instanceof Control control && control.getShell() == owner.getShell()) {
                turn(event);
            }
        };
        display.addFilter(SWT.KeyDown, keys);
        owner.addDisposeListener(event -> display.removeFilter(SWT.KeyDown, keys));
    }

    private void turn(Event event) {
        if (event.keyCode == 'z') {
            board.undo();
            event.doit = false;
        } else if (event.keyCode == 'y') {
            board.redo();
            event.doit = false;
        }
    }

    // -- what the engine says

    /** Something is another one: the engine is asked what would happen, when the hand rests. */
    private void ask() {
        NetworkSetup now = new Wish(board.facts(), board.sheet()).troubles().isEmpty() ? setup() : null;
        boolean same = now != null && same(now, asked);
        if (now == null || !same) {
            verdict = null;
        }
        if (now == null || same && !stale()) {
            changed();
            return;
        }
        asked = now;
        askedAt = System.nanoTime();
        int number = ++asking;
        changed();
        Display.getCurrent().timerExec(QUIET_MILLIS, () -> desk.estate().connection().filter(engine -> number == asking)
                .ifPresent(engine -> Thread.ofVirtual().name("set up networks").start(() -> {
                    Verdict answer = rehearse(engine, now);
                    desk.estate().later(() -> take(number, answer));
                })));
    }

    /** What spoke against it may be over: a guest has gone from the network. */
    private boolean stale() {
        Verdict now = verdict;
        return now != null && !now.permitted() && System.nanoTime() - askedAt > STALE_NANOS;
    }

    private static boolean same(NetworkSetup one, @Nullable NetworkSetup other) {
        return other != null && one.bonds().equals(other.bonds()) && one.removed().equals(other.removed())
                && EcoreUtil.equals(one.modified(), other.modified());
    }

    private Verdict rehearse(EngineConnection engine, NetworkSetup setup) {
        try {
            return engine.caller().rehearse(caller -> engine.service(Networks.class).setUp(caller, host.getId(), setup));
        } catch (Refusal e) {
            return new Verdict(e.problems(), Map.of());
        }
    }

    private void take(int number, Verdict answer) {
        PictureCanvas canvas = picture;
        if (number == asking && canvas != null && !canvas.control().isDisposed()) {
            verdict = answer;
            canvas.wrong(answer.problems().stream().map(Problem::subject).filter(Objects::nonNull).collect(Collectors.toSet()));
            changed();
        }
    }

    // -- the form

    private NetworkSetup setup() {
        boolean verify = Objects.requireNonNull(check).getSelection();
        String typed = Objects.requireNonNull(seconds).getText().strip();
        int time = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
        return new Wish(board.facts(), board.sheet()).setup(verify, time < 5 || time > 600 ? NetworkSetup.USUAL_SECONDS : time);
    }

    @Override
    protected List<String> problems() {
        WillHappen happens = new WillHappen(board.facts(), board.sheet());
        Button verify = Objects.requireNonNull(check);
        Text time = Objects.requireNonNull(seconds);
        time.setEnabled(verify.getSelection());
        Button ok = getButton(IDialogConstants.OK_ID);
        String word = happens.onlySync() ? "Sync" : "Set up";
        if (ok != null && !ok.getText().equals(word)) {
            ok.setText(word);
        }
        List<String> wrong = new ArrayList<>(new Wish(board.facts(), board.sheet()).troubles());
        String typed = time.getText().strip();
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < 5 || Integer.parseInt(typed) > 600) {
            wrong.add("The time for a confirmation is from 5 to 600 seconds.");
        }
        Verdict now = verdict;
        if (wrong.isEmpty() && now != null) {
            now.problems().stream().map(Problem::sentence).forEach(wrong::add);
        }
        return wrong.isEmpty() && !happens.any()
                ? List.of("The host has its networks as they are to be: nothing would change yet.")
                : wrong;
    }

    @Override
    protected String hint() {
        return verdict == null
                ? "Asking the engine what would happen…"
                : "The host does all of it, or nothing." + (Objects.requireNonNull(check).getSelection()
                        ? " It takes everything back by itself where the engine does not reach it afterwards."
                        : " Nobody looks afterwards whether the engine still reaches it.");
    }

    @Override
    protected void finish() {
        NetworkSetup wish = setup();
        String title = "Set up networks of " + host.getName();
        desk.acts().ask(title, engine -> {
            Act<Host> act = engine.service(Networks.class).setUp(engine.caller(), host.getId(), wish);
            desk.estate().later(this::done); // it is accepted, and may last: the tasks say how it goes
            return act;
        }, made -> {}, problems -> refused(title, problems));
    }

    private void refused(String title, List<Problem> problems) {
        PictureCanvas canvas = picture;
        if (canvas == null || canvas.control().isDisposed()) {
            desk.acts().notice(new Notice("“" + title + "” failed.", problems));
            return;
        }
        Set<String> subjects = problems.stream().map(Problem::subject).filter(Objects::nonNull).collect(Collectors.toSet());
        canvas.wrong(subjects);
        refuse(problems.stream().map(Problem::sentence).toList());
    }
}

package hostelry.console.activity;

import hostelry.client.Asked;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Times;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** What the window asks an engine on another machine, to learn the API from and to copy for a terminal. No secret is in it. */
final class ApiLogStrip {
    private static final int PACE_MILLIS = 1_000;

    private final Desk desk;
    private final ApiLog log = new ApiLog();
    private final Composite body;
    private final Label words;
    private final Button copy;
    private final VirtualTable<ApiLog.Line> table;
    private @Nullable EngineConnection heard;
    private Runnable hearNoMore = () -> {};
    private volatile boolean news;

    ApiLogStrip(Composite parent, Desk desk) {
        this.desk = desk;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite top = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 2).spacing(12, 0).applyTo(top);
        words = new Label(top, SWT.NONE);
        words.setData(VerbBar.KEY, "apilog.words");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
        copy = button(top, "Copy as curl", "apilog.curl", "The same request for a terminal; curl asks for the password", this::curl);
        button(top, "Clear", "apilog.clear", "Take all lines away", () -> {
            log.clear();
            news = true;
        });
        table = new VirtualTable<>(body, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("apilog", ApiLog.Line::id, log::lines, columns(), "",
                        place -> EmptyPlace.make(place, desk.look(), Icon.LINK,
                                "What the window asks an engine on another machine shows here, to be copied for a terminal.\n"
                                        + "An engine in this window is asked directly: nothing goes over the wire.")),
                SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.stretch("path", 240);
        table.onSelect(this::enable);
        table.onShown(this::enable);
        table.onKey(key -> key.equals("Enter") && curl());
        body.addDisposeListener(event -> hearNoMore.run());
        desk.estate().listen(body, update -> follow());
        tick();
    }

    private Button button(Composite parent, String text, String key, String tip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.setData(VerbBar.KEY, key);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    Control control() {
        return body;
    }

    /** Another engine, another log: lines of before stay, since each says where it went. */
    private void follow() {
        EngineConnection now = desk.estate().connection().orElse(null);
        if (now != heard) {
            hearNoMore.run();
            heard = now;
            hearNoMore = now == null ? () -> {} : now.overhear(asked -> {
                log.add(asked);
                news = true;
            });
            words.setText(now == null || !now.wired() ? "" : "What this window asks " + now.label() + ", the newest first.");
        }
    }

    /** Many requests are one refresh. */
    private void tick() {
        body.getDisplay().timerExec(PACE_MILLIS, () -> {
            if (!body.isDisposed()) {
                if (news) {
                    news = false;
                    table.refresh();
                }
                tick();
            }
        });
    }

    private void enable() {
        copy.setEnabled(!table.selection().isEmpty());
    }

    private boolean curl() {
        List<ApiLog.Line> chosen = table.selection();
        if (chosen.isEmpty()) {
            return false;
        }
        String text = chosen.reversed().stream().map(ApiLog.Line::asked).map(Asked::curl).collect(Collectors.joining("\n"));
        Clipboard clipboard = new Clipboard(body.getDisplay());
        clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
        return true;
    }

    private List<Column<ApiLog.Line>> columns() {
        Comparator<ApiLog.Line> newest = Comparator.comparing(ApiLog.Line::number, Comparator.reverseOrder());
        return List.of(
                Column.<ApiLog.Line>text("time", "When", 84, line -> Times.clock(line.asked().time())).ordered(newest)
                        .tipped(line -> Times.exact(line.asked().time())),
                Column.text("method", "Method", 76, line -> line.asked().method()),
                Column.<ApiLog.Line>text("answer", "Answer", 120, ApiLog.Line::answer)
                        .with(line -> desk.look().icons().of(shape(line).icon())),
                Column.number("took", "Took ms", 84, line -> Long.toString(line.asked().took().toMillis()),
                        line -> (double) line.asked().took().toMillis()),
                Column.<ApiLog.Line>text("path", "Path", 420, line -> line.asked().path()).tipped(line -> line.asked().curl()));
    }

    private static Status shape(ApiLog.Line line) {
        int status = line.asked().status();
        return status == 0 || status >= 500 ? Status.LOST : status >= 300 ? Status.WARNING : Status.OK;
    }
}

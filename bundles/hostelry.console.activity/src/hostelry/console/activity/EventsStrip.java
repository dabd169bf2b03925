package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;

/** All events, live, by severity, words and what they are about; Enter goes to what one is about. */
final class EventsStrip {
    private static final int CLOCK_MILLIS = 10_000;
    private static final List<Severity> LEAST = List.of(Severity.NORMAL, Severity.WARNING, Severity.ERROR, Severity.ALERT);

    private final Desk desk;
    private final Composite body;
    private final Combo severity;
    private final Button narrow;
    private final Label count;
    private final Button export;
    private final VirtualTable<Event> table;
    private volatile EventFilter filter = EventFilter.ALL;

    EventsStrip(Composite parent, Desk desk) {
        this.desk = desk;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite top = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(12, 2).spacing(12, 0).applyTo(top);
        severity = new Combo(top, SWT.READ_ONLY | SWT.DROP_DOWN);
        severity.setItems("All severities", "Warnings and worse", "Errors and worse", "Alerts only");
        severity.select(0);
        severity.setData(VerbBar.KEY, "events.severity");
        severity.addListener(SWT.Selection, event -> look());
        narrow = new Button(top, SWT.CHECK);
        narrow.setText("Only about what is selected");
        narrow.setData(VerbBar.KEY, "events.selected");
        narrow.addListener(SWT.Selection, event -> look());
        count = new Label(top, SWT.NONE);
        count.setData(VerbBar.KEY, "events.count");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
        Text words = new Text(top, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        words.setMessage("Filter events");
        words.setData(VerbBar.KEY, "events.filter");
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.END, SWT.CENTER).applyTo(words);
        export = new Button(top, SWT.PUSH);
        export.setText("Export…");
        export.setToolTipText("Write what is shown to a file for spreadsheets");
        export.setData(VerbBar.KEY, "events.export");
        export.addListener(SWT.Selection, event -> export());
        table = new VirtualTable<>(body, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("events", Entity::getId, this::rows, new EventColumns(desk).strip(), "time",
                        place -> EmptyPlace.make(place, desk.look(), Icon.EVENT,
                                "No event is like that. Choose another severity, or clear “Only about what is selected”.")),
                SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        words.addListener(SWT.Modify, event -> table.filter(words.getText()));
        table.stretch("text", 240);
        table.onShown(this::count);
        table.onKey(key -> key.equals("Enter") && go());
        menu();
        desk.onSelection(body, () -> {
            if (narrow.getSelection()) {
                look();
            }
        });
        desk.estate().listen(body, update -> {
            if (update.touches(Event.class)) {
                table.refresh();
            }
        });
        tick();
    }

    private List<Event> rows() {
        EventFilter now = filter;
        return desk.estate().all(Event.class).stream().filter(now::takes).toList();
    }

    private void look() {
        Set<String> about = desk.selection().stream().map(Entity::getId).collect(Collectors.toSet());
        filter = new EventFilter(LEAST.get(Math.max(0, severity.getSelectionIndex())), about, narrow.getSelection());
        table.refresh();
    }

    private void count() {
        String text = table.shown() == table.all()
                ? Words.count(table.all(), "event", "events")
                : String.format(Locale.ROOT, "%,d of %s", table.shown(), Words.count(table.all(), "event", "events"));
        if (!text.equals(count.getText())) {
            count.setText(text);
        }
        export.setEnabled(table.shown() > 0);
    }

    /** “5 min ago” moves on by itself. */
    private void tick() {
        body.getDisplay().timerExec(CLOCK_MILLIS, () -> {
            if (!body.isDisposed()) {
                table.refresh();
                tick();
            }
        });
    }

    private Optional<Entity> about() {
        return table.selection().stream().findFirst().flatMap(event -> new EventColumns(desk).about(event));
    }

    private boolean go() {
        Optional<Entity> about = about().filter(desk.furniture()::hasPages);
        about.ifPresent(entity -> desk.navigator().go(Target.of(entity)));
        return about.isPresent();
    }

    private void export() {
        List<Event> shown = table.rows();
        new ExportDialog(desk, shown.size(), file -> EventCsv.write(file, shown, event -> new EventColumns(desk).aboutName(event))).open();
    }

    private void menu() {
        Menu menu = new Menu(table.table());
        table.table().setMenu(menu);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem item : menu.getItems()) {
                item.dispose();
            }
            Optional<Entity> about = about().filter(desk.furniture()::hasPages);
            item(menu, Icon.OPEN, about.isPresent() ? "Go to " + about.get().getName() + "\tEnter" : "Go to what it is about\tEnter",
                    about.isPresent(), this::go);
            item(menu, Icon.COPY, "Copy\tCtrl+C", !table.selection().isEmpty(), table::copy);
            String correlation = table.selection().stream().findFirst().map(Event::getCorrelationId).orElse("");
            item(menu, Icon.COPY, "Copy correlation id", correlation != null && !correlation.isEmpty(), () -> copy(correlation));
            item(menu, Icon.EXPORT, "Export…", table.shown() > 0, this::export);
        });
    }

    private void item(Menu menu, Icon icon, String text, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setImage(desk.look().icons().of(icon));
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(body.getDisplay());
        clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
    }

    Control control() {
        return body;
    }
}

package hostelry.console.activity;

import hostelry.api.Events;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What wants looking at: warnings and worse that nobody has dismissed. The tab counts them. */
final class AlertsStrip {
    private static final int CLOCK_MILLIS = 10_000;

    private final Desk desk;
    private final Composite body;
    private final Label count;
    private final Button dismiss;
    private final VirtualTable<Event> table;
    private final Consumer<String> tab;

    AlertsStrip(Composite parent, Desk desk, Consumer<String> tab) {
        this.desk = desk;
        this.tab = tab;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite top = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 2).spacing(12, 0).applyTo(top);
        count = new Label(top, SWT.NONE);
        count.setData(VerbBar.KEY, "alerts.count");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
        dismiss = new Button(top, SWT.PUSH);
        dismiss.setText("Dismiss…");
        dismiss.setToolTipText("Take the selected ones out of the lists for good (Del)");
        dismiss.setData(VerbBar.KEY, "alerts.dismiss");
        dismiss.addListener(SWT.Selection, event -> dismiss());
        table = new VirtualTable<>(body, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("alerts", Entity::getId, this::rows, new EventColumns(desk).strip(), "time",
                        place -> EmptyPlace.make(place, desk.look(), Icon.NORMAL, "All is well: no warning, no error.")),
                SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.stretch("text", 240);
        table.onSelect(this::enable);
        table.onShown(this::shown);
        table.onKey(key -> switch (key) {
            case "Enter" -> go();
            case "Del" -> dismiss();
            default -> false;
        });
        desk.estate().listen(body, update -> {
            if (update.touches(Event.class)) {
                table.refresh();
            }
        });
        tick();
    }

    Control control() {
        return body;
    }

    /** Off the UI thread. */
    private List<Event> rows() {
        return desk.estate().all(Event.class).stream().filter(EventFilter.ALERTS::takes).toList();
    }

    private void shown() {
        int all = table.all();
        count.setText(all == 0 ? "" : Words.count(all, "alert", "alerts") + ", the newest first. Who has looked at one dismisses it.");
        tab.accept(all == 0 ? "Alerts" : "Alerts (" + all + ")");
        enable();
    }

    private void enable() {
        dismiss.setEnabled(!table.selection().isEmpty());
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

    private boolean go() {
        Optional<Entity> about = table.selection().stream().findFirst().flatMap(event -> new EventColumns(desk).about(event))
                .filter(desk.furniture()::hasPages);
        about.ifPresent(entity -> desk.navigator().go(Target.of(entity)));
        return about.isPresent();
    }

    private boolean dismiss() {
        List<Event> chosen = table.selection();
        if (chosen.isEmpty()) {
            return false;
        }
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Dismiss alerts",
                "They are taken out of all lists of events, for everybody.",
                chosen.stream().map(event -> Words.orEmpty(event.getDescription())).toList(), "Dismiss", true)).ask();
        if (sure) {
            desk.acts().run("Dismiss " + Words.count(chosen.size(), "alert", "alerts"), (engine, task) -> {
                for (int i = 0; i < chosen.size(); i++) {
                    engine.service(Events.class).remove(engine.caller(), chosen.get(i).getId());
                    task.progress(100 * (i + 1) / chosen.size(), "");
                }
            });
        }
        return true;
    }
}

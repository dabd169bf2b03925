package hostelry.console.activity;

import hostelry.api.Jobs;
import hostelry.api.Refusal;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.act.Task;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.Sparks;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Times;
import hostelry.model.Job;
import hostelry.model.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** What is under way and what came of it, newest first; beside it the one that is selected, or else the one that runs longest. */
final class TasksStrip {
    private static final int PACE_MILLIS = 500;

    private final Desk desk;
    private final TaskList list;
    private final Composite body;
    private final Button clear;
    private final VirtualTable<TaskRow> table;
    private final TaskPane pane;
    private volatile List<Task> tasks = List.of();
    private volatile TaskRow.Kind kind = TaskRow.Kind.ALL;
    /** As the thread that gathers rows has seen it last. */
    private volatile @Nullable TaskRow foremost;
    private volatile boolean anyOver;

    TasksStrip(Composite parent, Desk desk) {
        this.desk = desk;
        this.list = new TaskList(desk.memory());
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        body = sash;
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        Composite top = new Composite(left, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 2).spacing(8, 0).applyTo(top);
        Combo kinds = new Combo(top, SWT.READ_ONLY | SWT.DROP_DOWN);
        kinds.setItems(Arrays.stream(TaskRow.Kind.values()).map(TaskRow.Kind::label).toArray(String[]::new));
        kinds.select(0);
        kinds.setData(VerbBar.KEY, "tasks.kind");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.BEGINNING, SWT.CENTER).applyTo(kinds);
        clear = new Button(top, SWT.PUSH);
        clear.setText("Clear finished");
        clear.setData(VerbBar.KEY, "tasks.clear");
        clear.addListener(SWT.Selection, event -> clear());
        Text filter = new Text(top, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        filter.setMessage("Filter tasks");
        filter.setData(VerbBar.KEY, "tasks.filter");
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.END, SWT.CENTER).applyTo(filter);
        table = new VirtualTable<>(left, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("tasks", TaskRow::id, this::rows, columns(), "started", this::empty), SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        pane = new TaskPane(sash, desk, this::cancel);
        sash.setWeights(62, 38);
        table.stretch("detail", 60);
        kinds.addListener(SWT.Selection, event -> {
            kind = TaskRow.Kind.values()[Math.max(0, kinds.getSelectionIndex())];
            table.refresh();
        });
        filter.addListener(SWT.Modify, event -> table.filter(filter.getText()));
        table.onKey(key -> key.equals("Enter") && go());
        table.onSelect(this::showOne);
        table.onShown(() -> {
            offer();
            sash.setMaximizedControl(table.all() == 0 ? left : null);
            showOne();
        });
        desk.acts().listen(this::look);
        desk.estate().listen(body, update -> {
            if (update.touches(Job.class) || update.touches(Step.class)) {
                look();
            }
        });
        tick();
    }

    Control control() {
        return body;
    }

    private Control empty(Composite place) {
        return EmptyPlace.make(place, desk.look(), Icon.TASK,
                "Nothing here. What you ask for shows in this place, and you can go on working.");
    }

    private void tick() {
        body.getDisplay().timerExec(PACE_MILLIS, () -> {
            if (!body.isDisposed()) {
                TaskRow shown = foremost;
                if (shown != null && shown.running()) {
                    look();
                }
                tick();
            }
        });
    }

    private void look() {
        if (!body.isDisposed()) {
            tasks = desk.acts().tasks();
            table.refresh();
        }
    }

    /** Off the UI thread. */
    private Collection<TaskRow> rows() {
        String me = desk.estate().connection().map(engine -> engine.caller().userId()).orElse("");
        List<TaskRow> rows = list.rows(tasks, desk.estate().all(Job.class), me);
        foremost = TaskList.foremost(rows).orElse(null);
        anyOver = rows.stream().anyMatch(row -> !row.running());
        TaskRow.Kind wanted = kind;
        return wanted == TaskRow.Kind.ALL ? rows : rows.stream().filter(wanted::takes).toList();
    }

    private List<Column<TaskRow>> columns() {
        return List.of(
                Column.<TaskRow>text("status", "Status", 92, TaskRow::word).with(row -> desk.look().icons().of(row.status().icon()))
                        .ordered(Comparator.comparing(TaskRow::status)),
                Column.text("title", "What", 168, TaskRow::title),
                Column.<TaskRow>number("progress", "Done %", 68, row -> row.percent() < 0 ? "" : Integer.toString(row.percent()),
                        row -> (double) row.percent())
                        .painted(Sparks.progress(desk.look(), row -> row.running() ? row.percent() / 100.0 : -1)),
                Column.text("who", "Who", 100, TaskRow::who),
                Column.<TaskRow>text("started", "Started", 84, row -> Times.ago(row.started(), Instant.now()))
                        .ordered(TaskList.OLDEST.reversed()).tipped(row -> Times.exact(row.started())),
                Column.number("took", "Took", 58, row -> JobWords.took(row.started(), row.ended()),
                        row -> (double) JobWords.duration(row.started(), row.ended()).toMillis()),
                Column.<TaskRow>text("detail", "How", 104, TaskRow::detail).tipped(TaskRow::detail));
    }

    private void showOne() {
        List<TaskRow> selected = table.selection();
        pane.show(selected.isEmpty() ? foremost : selected.get(0));
    }

    /** What is over can be cleared away; where nothing is over, what was cleared can be brought back. */
    private void offer() {
        boolean back = !anyOver && list.anyCleared();
        String text = back ? "Show cleared" : "Clear finished";
        if (!text.equals(clear.getText())) {
            clear.setText(text);
            clear.setToolTipText(back
                    ? "List again what was cleared away"
                    : "Take what is over out of this list; the engine keeps it for a while");
            clear.requestLayout();
        }
        clear.setEnabled(anyOver || back);
    }

    private void clear() {
        if (anyOver) {
            list.clear(Instant.now());
        } else {
            list.showCleared();
        }
        look();
    }

    private void cancel(TaskRow row) {
        Task task = row.task();
        Runnable action = task == null ? null : task.cancel();
        Job job = row.job();
        if (action != null) {
            action.run();
        } else if (job != null) {
            desk.estate().connection().ifPresent(engine -> Thread.startVirtualThread(() -> {
                try {
                    engine.service(Jobs.class).cancel(engine.caller(), job.getId());
                } catch (Refusal e) {
                    desk.estate().later(() -> desk.acts().notice(new Notice(row.title() + " was not cancelled.", e.problems())));
                }
            }));
        }
    }

    /** Says again why a task failed, or goes to what it was done to. */
    private boolean go() {
        Optional<TaskRow> row = table.selection().stream().findFirst();
        if (row.filter(one -> !one.problems().isEmpty()).isPresent()) {
            desk.acts().notice(new Notice("“" + row.get().title() + "” failed.", row.get().problems()));
            return true;
        }
        return row.flatMap(one -> desk.estate().anything(one.subject())).filter(desk.furniture()::hasPages).map(subject -> {
            desk.navigator().go(Target.of(subject));
            return true;
        }).orElse(false);
    }
}

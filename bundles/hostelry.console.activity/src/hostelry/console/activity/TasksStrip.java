package hostelry.console.activity;

import hostelry.api.Jobs;
import hostelry.api.Refusal;
import hostelry.console.kit.Desk;
import hostelry.console.kit.EmptyPlace;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.act.Task;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.Sparks;
import hostelry.console.kit.table.VirtualTable;
import hostelry.console.kit.words.Times;
import hostelry.model.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** What is under way and what came of it, newest first; the one that runs longest has its bar and its Cancel below. */
final class TasksStrip {
    private static final int PACE_MILLIS = 500;

    private final Desk desk;
    private final Composite body;
    private final VirtualTable<TaskRow> table;
    private final Composite now;
    private final Label title;
    private final ProgressBar bar;
    private final Label detail;
    private final Button cancel;
    private volatile List<Task> tasks = List.of();

    TasksStrip(Composite parent, Desk desk) {
        this.desk = desk;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        table = new VirtualTable<>(body, desk.look(), desk.memory(),
                new VirtualTable.Spec<>("tasks", TaskRow::id, this::rows, columns(), "started",
                        place -> EmptyPlace.make(place, desk.look(), Icon.TASK,
                                "Nothing is under way. What you ask for shows here, and you can go on working.")),
                SWT.SINGLE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        now = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(now);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(12, 2).spacing(12, 0).applyTo(now);
        title = new Label(now, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(title);
        bar = new ProgressBar(now, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().hint(180, 12).align(SWT.FILL, SWT.CENTER).applyTo(bar);
        detail = new Label(now, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(detail);
        cancel = new Button(now, SWT.PUSH);
        cancel.setText("Cancel");
        cancel.setData(VerbBar.KEY, "tasks.cancel");
        cancel.addListener(SWT.Selection, event -> current().ifPresent(this::cancel));
        now.setVisible(false);
        table.onKey(key -> key.equals("Enter") && tell());
        table.onShown(this::showCurrent);
        desk.acts().listen(this::look);
        desk.estate().listen(body, update -> {
            if (update.touches(Job.class)) {
                look();
            }
        });
        tick();
    }

    Control control() {
        return body;
    }

    private void tick() {
        body.getDisplay().timerExec(PACE_MILLIS, () -> {
            if (!body.isDisposed()) {
                if (current().isPresent()) {
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

    private Collection<TaskRow> rows() {
        List<TaskRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Task task : tasks) {
            Job job = desk.estate().find(Job.class, task.jobId()).orElse(null);
            known.addAll(task.jobs());
            rows.add(TaskRow.of(task, job));
        }
        for (Job job : desk.estate().all(Job.class)) {
            if (!known.contains(job.getId())) {
                rows.add(TaskRow.of(job));
            }
        }
        return rows;
    }

    private List<Column<TaskRow>> columns() {
        return List.of(
                Column.<TaskRow>text("status", "Status", 110, TaskRow::word).with(row -> desk.look().icons().of(row.status().icon()))
                        .ordered(Comparator.comparing(TaskRow::status)),
                Column.text("title", "What", 220, TaskRow::title),
                Column.<TaskRow>number("progress", "Done %", 110, row -> row.percent() < 0 ? "" : Integer.toString(row.percent()),
                        row -> (double) row.percent())
                        .painted(Sparks.progress(desk.look(), row -> row.running() ? row.percent() / 100.0 : -1)),
                Column.<TaskRow>text("detail", "How", 260, TaskRow::detail).tipped(TaskRow::detail),
                Column.text("who", "Who", 100, TaskRow::who),
                Column.<TaskRow>text("started", "Started", 92, row -> Times.ago(row.started(), Instant.now()))
                        .ordered(Comparator.comparing((TaskRow row) -> row.started() == null ? Instant.EPOCH : row.started(),
                                Comparator.reverseOrder()))
                        .tipped(row -> Times.exact(row.started())),
                Column.number("took", "Took", 70, TasksStrip::took, row -> (double) duration(row).toMillis()));
    }

    private static Duration duration(TaskRow row) {
        return row.started() == null ? Duration.ZERO : Duration.between(row.started(), row.ended() == null ? Instant.now() : row.ended());
    }

    private static String took(TaskRow row) {
        Duration duration = duration(row);
        return duration.toMillis() < 10_000
                ? String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : Times.span(duration);
    }

    /** The one that runs longest. */
    private Optional<TaskRow> current() {
        return rows().stream().filter(TaskRow::running)
                .min(Comparator.comparing(row -> row.started() == null ? Instant.EPOCH : row.started()));
    }

    private void showCurrent() {
        Optional<TaskRow> row = current();
        if (row.isPresent() != now.getVisible()) {
            ((org.eclipse.swt.layout.GridData) now.getLayoutData()).exclude = row.isEmpty();
            now.setVisible(row.isPresent());
            body.layout(true, true);
        }
        row.ifPresent(shown -> {
            boolean wider = !shown.title().equals(title.getText());
            title.setText(shown.title());
            bar.setSelection(Math.max(0, shown.percent()));
            detail.setText(shown.detail());
            cancel.setEnabled(shown.cancellable());
            cancel.setToolTipText(shown.cancellable() ? "Stop it and take back what it did" : "This can't be cancelled.");
            if (wider) {
                now.layout(true, true);
            }
        });
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
                    body.getDisplay().asyncExec(() -> desk.acts().notice(new Notice(row.title() + " was not cancelled.", e.problems())));
                }
            }));
        }
    }

    /** Says again why a task failed. */
    private boolean tell() {
        List<TaskRow> selected = table.selection();
        Task task = selected.isEmpty() ? null : selected.get(0).task();
        if (task != null && !task.problems().isEmpty()) {
            desk.acts().notice(new Notice("“" + task.title() + "” failed.", task.problems()));
            return true;
        }
        return false;
    }
}

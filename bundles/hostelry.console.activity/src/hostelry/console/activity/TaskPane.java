package hostelry.console.activity;

import hostelry.api.Problem;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.words.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** One task: how far it is, its Cancel, why it failed, who asked for it and when, its steps. */
final class TaskPane {
    private final Desk desk;
    private final Composite body;
    private final Label icon;
    private final Label title;
    private final Button cancel;
    private final ProgressBar bar;
    private final Label detail;
    private final Label why;
    private final Text facts;
    private final StepTree steps;
    private @Nullable TaskRow shown;

    TaskPane(Composite parent, Desk desk, Consumer<TaskRow> onCancel) {
        this.desk = desk;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(12, 4).spacing(8, 4).applyTo(body);
        icon = new Label(body, SWT.NONE);
        GridDataFactory.fillDefaults().hint(16, 16).align(SWT.BEGINNING, SWT.CENTER).applyTo(icon);
        title = new Label(body, SWT.NONE);
        title.setFont(desk.look().bold());
        title.setData(VerbBar.KEY, "task.title");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(title);
        cancel = new Button(body, SWT.PUSH);
        cancel.setText("Cancel");
        cancel.setData(VerbBar.KEY, "tasks.cancel");
        cancel.addListener(SWT.Selection, event -> {
            TaskRow row = shown;
            if (row != null) {
                onCancel.accept(row);
            }
        });
        bar = new ProgressBar(body, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(120, 12).align(SWT.FILL, SWT.CENTER).applyTo(bar);
        detail = new Label(body, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(90, SWT.DEFAULT).applyTo(detail);
        why = new Label(body, SWT.WRAP);
        why.setForeground(desk.look().color(Hue.RED));
        why.setData(VerbBar.KEY, "task.why");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(120, SWT.DEFAULT).applyTo(why);
        // a text and not a label: what stands here is copied into logs and mails
        facts = new Text(body, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
        facts.setData(VerbBar.KEY, "task.facts");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(120, SWT.DEFAULT).applyTo(facts);
        steps = new StepTree(body, desk);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(120, 40).applyTo(steps.control());
        show(null);
    }

    void show(@Nullable TaskRow row) {
        boolean another = row == null || shown == null || !row.id().equals(shown.id());
        shown = row;
        body.setVisible(row != null);
        if (row == null) {
            return;
        }
        icon.setImage(desk.look().icons().of(row.status().icon()));
        text(title, row.title());
        title.setToolTipText(row.title());
        cancel.setEnabled(row.cancellable());
        cancel.setToolTipText(row.cancellable()
                ? "Stop it and take back what it did"
                : row.running() ? "This can't be cancelled." : "It is over.");
        bar.setSelection(Math.max(0, row.percent()));
        text(detail, row.running() ? row.percent() < 0 ? "running" : row.percent() + " %" : row.word());
        String reason = reason(row);
        text(why, reason);
        String told = facts(row);
        // another theme is another ground
        facts.setBackground(body.getBackground());
        boolean more = another || told.lines().count() != facts.getText().lines().count();
        if (!told.equals(facts.getText())) {
            facts.setText(told);
        }
        boolean changed = more | present(bar, row.running()) | present(detail, row.running()) | present(cancel, row.running())
                | present(why, !reason.isEmpty()) | present(steps.control(), steps.show(row.jobs()));
        if (changed) {
            body.layout(true, true);
        }
    }

    /** Why it failed, or what it does now. */
    private static String reason(TaskRow row) {
        return row.problems().isEmpty()
                ? row.running() ? "" : row.status() == hostelry.console.kit.look.Status.LOST ? row.detail() : ""
                : row.problems().stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    }

    private String facts(TaskRow row) {
        List<String> parts = new ArrayList<>();
        if (row.running() && !row.detail().isEmpty()) {
            parts.add(row.detail());
        }
        parts.add(row.who().equals("You") ? desk.estate().connection().map(engine -> engine.caller().userName()).orElse("You") : row.who());
        parts.add(Times.exact(row.started()) + (row.ended() == null ? "" : " to " + Times.exact(row.ended()).substring(11)));
        return String.join("  ·  ", parts) + (row.correlationId().isEmpty() ? "" : "\nCorrelation id " + row.correlationId());
    }

    private static void text(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.requestLayout();
        }
    }

    private static boolean present(Control control, boolean now) {
        GridData data = (GridData) control.getLayoutData();
        boolean changed = data.exclude == now;
        data.exclude = !now;
        control.setVisible(now);
        return changed;
    }

}

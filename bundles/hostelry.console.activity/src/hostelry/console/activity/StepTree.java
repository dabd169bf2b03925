package hostelry.console.activity;

import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Job;
import hostelry.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** The jobs that a task is made of, and below each its steps. */
final class StepTree {
    private record Line(String text, Status status, String progress, String at, String took, List<Line> below) {}

    private final Desk desk;
    private final Tree tree;
    private List<Line> shown = List.of();

    StepTree(Composite parent, Desk desk) {
        this.desk = desk;
        tree = new Tree(parent, SWT.FULL_SELECTION);
        tree.setData(VerbBar.KEY, "task.steps");
        column("Step", 176, SWT.LEFT);
        column("How", 64, SWT.LEFT);
        column("Began", 66, SWT.LEFT);
        column("Took", 54, SWT.RIGHT);
    }

    private void column(String title, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(title);
        column.setWidth(width);
    }

    Control control() {
        return tree;
    }

    /** Shows the steps of those jobs; answers whether there are any. */
    boolean show(List<String> jobs) {
        List<Line> lines = new ArrayList<>();
        for (String id : jobs) {
            desk.estate().find(Job.class, id).ifPresent(job -> lines.add(line(job)));
        }
        if (!lines.equals(shown)) {
            fill(lines);
        }
        return lines.stream().anyMatch(line -> !line.below().isEmpty()) || lines.size() > 1;
    }

    private Line line(Job job) {
        List<Line> steps = desk.estate().all(Step.class).stream().filter(step -> job.getId().equals(step.getJob()))
                .sorted(Comparator.comparingInt(Step::getNumber)).map(StepTree::line).toList();
        Status status = JobWords.shape(job.getStatus());
        return new Line(Words.orEmpty(Words.orEmpty(job.getDescription()).isEmpty() ? job.getName() : job.getDescription()), status,
                progress(status, job.getProgress()), Times.clock(job.getStartTime()), JobWords.took(job.getStartTime(), job.getEndTime()),
                steps);
    }

    private static Line line(Step step) {
        Status status = JobWords.shape(step.getStatus());
        String text = Words.orEmpty(step.getDescription());
        String progress = status == Status.UNKNOWN && step.getStartTime() == null ? "Waits" : progress(status, step.getProgress());
        return new Line(text.isEmpty() ? Words.sentence(step.getType().getLiteral()) : text, status, progress,
                Times.clock(step.getStartTime()),
                JobWords.took(step.getStartTime(), step.getEndTime()), List.of());
    }

    private static String progress(Status status, int percent) {
        return status == Status.BUSY && percent > 0 ? percent + " %" : JobWords.word(status);
    }

    private void fill(List<Line> lines) {
        boolean alike = same(shown, lines);
        if (!alike) {
            tree.removeAll();
        }
        for (int i = 0; i < lines.size(); i++) {
            TreeItem item = alike ? tree.getItem(i) : new TreeItem(tree, SWT.NONE);
            fill(item, lines.get(i));
            for (int s = 0; s < lines.get(i).below().size(); s++) {
                fill(alike ? item.getItem(s) : new TreeItem(item, SWT.NONE), lines.get(i).below().get(s));
            }
            if (!alike) {
                item.setExpanded(true);
            }
        }
        shown = lines;
    }

    /** Only texts differ: what is folded stays folded. */
    private static boolean same(List<Line> before, List<Line> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (before.get(i).below().size() != now.get(i).below().size() || !before.get(i).text().equals(now.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private void fill(TreeItem item, Line line) {
        item.setText(new String[]{line.text(), line.progress(), line.at(), line.took()});
        item.setImage(0, desk.look().icons().of(line.status().icon()));
    }
}

package hostelry.console.kit.dialog;

import hostelry.api.Problem;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** Reasons one below the other: what is wrong, what to do next, and a way to the thing that it is about. */
public final class ReasonsList {
    private static final int WIDTH = 420;

    private final Desk desk;
    private final Composite list;
    private final Runnable left;

    /** @param left called before the window goes to a thing that was clicked */
    public ReasonsList(Composite parent, Desk desk, Runnable left) {
        this.desk = desk;
        this.left = left;
        list = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(list);
    }

    public Composite control() {
        return list;
    }

    /** A line in bold over what follows. */
    public void heading(String text) {
        Label label = new Label(list, SWT.WRAP);
        label.setText(text);
        label.setFont(desk.look().bold());
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT)
                .indent(0, list.getChildren().length == 1 ? 0 : 8)
                .applyTo(label);
    }

    /** A line with its picture, where there is nothing wrong. */
    public void good(String text) {
        line(Icon.STATUS_OK, text, "", "");
    }

    public void reasons(List<Problem> problems) {
        for (Problem problem : problems) {
            line(icon(problem), problem.text(), problem.advice(), Words.orEmpty(problem.subject()));
        }
    }

    private static Icon icon(Problem problem) {
        return problem.kind() == Problem.Kind.FORBIDDEN
                ? Icon.STATUS_LOCKED
                : problem.kind() == Problem.Kind.FAILED ? Icon.ERROR : Icon.WARNING;
    }

    private void line(Icon picture, String text, String advice, String subject) {
        Label icon = new Label(list, SWT.NONE);
        icon.setImage(desk.look().icons().of(picture));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(16, 16).indent(0, 1).applyTo(icon);
        Label words = new Label(list, SWT.WRAP);
        words.setText(text);
        words.setData(VerbBar.KEY, "reason.text");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(words);
        link(subject);
        if (!advice.isEmpty()) {
            new Label(list, SWT.NONE);
            Label next = new Label(list, SWT.WRAP);
            next.setText(advice);
            next.setForeground(desk.look().color(Hue.GREY));
            next.setData(VerbBar.KEY, "reason.advice");
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(next);
        }
    }

    /** To what a reason is about, if the window has a page for it. */
    private void link(String subject) {
        Optional<Entity> about = desk.estate().anything(subject).filter(desk.furniture()::hasPages);
        if (about.isEmpty()) {
            new Label(list, SWT.NONE);
            return;
        }
        Link link = new Link(list, SWT.NONE);
        link.setText("<a>Go to " + Words.orEmpty(about.get().getName()).replace("&", "&&") + "</a>");
        link.setData(VerbBar.KEY, "reason.go." + about.get().getName());
        link.addListener(SWT.Selection, event -> {
            left.run();
            desk.navigator().go(Target.of(about.get()));
        });
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
    }
}

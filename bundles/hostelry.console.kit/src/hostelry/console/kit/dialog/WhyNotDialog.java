package hostelry.console.kit.dialog;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.WhyNot;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Why can't that be done? All reasons, each with what to do next and a way to what it is about. */
public final class WhyNotDialog extends Dialog {
    private static final int COPY = IDialogConstants.CLIENT_ID + 1;
    private static final Point SMALLEST = new Point(540, 130);
    private static final int HIGHEST = 420;

    private final Desk desk;
    private final WhyNot why;

    private WhyNotDialog(Desk desk, WhyNot why) {
        super(desk.shell());
        this.desk = desk;
        this.why = why;
        // what it says is read beside the window and not instead of it
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    /** Asks the engine in the background, then opens. */
    public static <T extends Entity> void ask(Desk desk, Verb<T> verb, List<T> selection) {
        Thread.ofVirtual().name("why not").start(() -> {
            WhyNot why = WhyNot.ask(desk, verb, selection);
            desk.estate().later(() -> new WhyNotDialog(desk, why).open());
        });
    }

    @Override
    protected void configureShell(org.eclipse.swt.widgets.Shell shell) {
        super.configureShell(shell);
        shell.setText("Why not “" + why.verb() + "”?");
        shell.setImage(desk.look().icons().of(Icon.WHY));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(16, 8).numColumns(2).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(desk.look().icons().of(Icon.WHY, null, 32));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 2).applyTo(icon);
        Label title = new Label(area, SWT.WRAP);
        title.setText(title());
        title.setFont(desk.look().bold());
        title.setData(VerbBar.KEY, "why.title");
        GridDataFactory.fillDefaults().grab(true, false).hint(440, SWT.DEFAULT).applyTo(title);
        ScrolledComposite scroll = new ScrolledComposite(area, SWT.V_SCROLL);
        ReasonsList reasons = new ReasonsList(scroll, desk, this::close);
        why.parts().forEach(part -> show(part, reasons));
        scroll.setContent(reasons.control());
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Point size = reasons.control().computeSize(SMALLEST.x - 60, SWT.DEFAULT);
        scroll.setMinHeight(size.y);
        GridDataFactory.fillDefaults().grab(true, true).hint(SMALLEST.x - 40, Math.clamp(size.y, 40, HIGHEST)).applyTo(scroll);
        return area;
    }

    private String title() {
        if (why.possible()) {
            return "“" + why.verb() + "” can be done now; nothing speaks against it any more.";
        }
        return why.parts().size() == 1 && !why.parts().get(0).name().isEmpty()
                ? "“" + why.verb() + "” can't be done to " + why.parts().get(0).name() + " now."
                : "“" + why.verb() + "” can't be done now.";
    }

    private void show(WhyNot.Part part, ReasonsList reasons) {
        if (why.parts().size() > 1) {
            reasons.heading(part.name());
            if (part.problems().isEmpty()) {
                reasons.good("Nothing speaks against it here.");
            }
        }
        reasons.reasons(part.problems());
        part.hosts().forEach((host, problems) -> {
            reasons.heading("On " + host);
            if (problems.isEmpty()) {
                reasons.good("It would do.");
            }
            reasons.reasons(problems);
        });
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, "Copy", false).setData(VerbBar.KEY, "why.copy");
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setData(VerbBar.KEY, "why.close");
    }

    @Override
    protected void buttonPressed(int button) {
        if (button != COPY) {
            super.buttonPressed(button);
            return;
        }
        StringBuilder text = new StringBuilder(title());
        for (WhyNot.Part part : why.parts()) {
            text.append('\n').append(new Notice(part.name(), part.problems()).details());
            part.hosts().forEach((host, problems) -> text.append('\n').append(new Notice("On " + host, problems).details()));
        }
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[]{text.toString()}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
    }
}

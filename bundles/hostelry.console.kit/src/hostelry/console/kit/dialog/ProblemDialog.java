package hostelry.console.kit.dialog;

import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.act.Notice;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
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
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** What happened, why, and what to do next; with the details to copy. */
public final class ProblemDialog extends Dialog {
    private static final int COPY = IDialogConstants.CLIENT_ID + 1;

    private final Desk desk;
    private final Look look;
    private final Notice notice;

    public ProblemDialog(Desk desk, Notice notice) {
        super(desk.shell());
        this.desk = desk;
        this.look = desk.look();
        this.notice = notice;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Hostelry");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(16, 8).numColumns(2).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(look.icons().of(Icon.ERROR, null, 32));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 3).applyTo(icon);
        Label title = new Label(area, SWT.WRAP);
        title.setText(notice.title());
        title.setFont(look.bold());
        GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(title);
        ReasonsList reasons = new ReasonsList(area, desk, this::close);
        reasons.reasons(notice.problems());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reasons.control());
        Text details = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        details.setText(notice.details());
        details.setData(VerbBar.KEY, "problem.details");
        GridDataFactory.fillDefaults().grab(true, true).hint(460, 80).indent(0, 8).applyTo(details);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button copy = createButton(parent, COPY, "Copy details", false);
        copy.setData(VerbBar.KEY, "problem.copy");
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setData(VerbBar.KEY, "problem.close");
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == COPY) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[]{notice.details()}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(button);
        }
    }
}

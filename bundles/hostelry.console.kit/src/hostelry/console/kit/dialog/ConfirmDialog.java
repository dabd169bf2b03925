package hostelry.console.kit.dialog;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** Asks before something that can't be taken back, and names what it is done to. Cancel is what Enter does. */
public final class ConfirmDialog extends Dialog {
    private static final int MOST_NAMED = 12;

    private final Look look;
    private final Question question;
    private @Nullable Button check;
    private boolean checked;

    /**
     * What is asked.
     *
     * @param title such as {@code Delete virtual machines}
     * @param sentence what will happen
     * @param names what it happens to
     * @param verb on the button: {@code Delete}
     * @param destructive what is gone then is gone
     * @param option text of a check box; empty: none
     */
    public record Question(String title, String sentence, List<String> names, String verb, boolean destructive, String option,
            boolean optionOn) {
        public Question(String title, String sentence, List<String> names, String verb, boolean destructive) {
            this(title, sentence, names, verb, destructive, "", false);
        }
    }

    public ConfirmDialog(Shell parent, Look look, Question question) {
        super(parent);
        this.look = look;
        this.question = question;
        this.checked = question.optionOn();
        setShellStyle(SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
    }

    /** Shows it; true: do it. */
    public boolean ask() {
        return open() == OK;
    }

    public boolean checked() {
        return checked;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(question.title());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(16, 8).numColumns(2).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(look.icons().of(question.destructive() ? Icon.ALERT : Icon.WARNING, null, 32));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 3).applyTo(icon);
        Label sentence = new Label(area, SWT.WRAP);
        sentence.setText(question.sentence());
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(sentence);
        Label names = new Label(area, SWT.WRAP);
        names.setFont(look.bold());
        names.setText(named());
        names.setData(VerbBar.KEY, "confirm.names");
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(names);
        if (!question.option().isEmpty()) {
            Button box = new Button(area, SWT.CHECK);
            box.setText(question.option());
            box.setSelection(checked);
            box.setData(VerbBar.KEY, "confirm.option");
            GridDataFactory.fillDefaults().indent(0, 4).applyTo(box);
            check = box;
        }
        return area;
    }

    private String named() {
        List<String> names = question.names();
        String text = String.join("\n", names.subList(0, Math.min(names.size(), MOST_NAMED)));
        return names.size() > MOST_NAMED ? text + "\n… and " + (names.size() - MOST_NAMED) + " more" : text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button ok = createButton(parent, IDialogConstants.OK_ID, question.verb(), false);
        ok.setData(VerbBar.KEY, "confirm.ok");
        if (question.destructive()) {
            ok.setForeground(look.color(Hue.RED));
            ok.setFont(look.bold());
        }
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true).setData(VerbBar.KEY, "confirm.cancel");
    }

    @Override
    protected void okPressed() {
        Button box = check;
        checked = box != null && box.getSelection();
        super.okPressed();
    }
}

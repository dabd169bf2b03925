package hostelry.console.kit.dialog;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/**
 * A form: labels before fields in one column, what is wrong said below while one types, a button that is a verb. Enter does it, Esc leaves.
 *
 * <p>A form in JFace's manner is a subclass; what it has in common with others is here alone.
 */
public abstract class FormDialog extends Dialog {
    private static final String GAP = "gap";

    private final String title;
    private final String verb;
    private final Icon icon;
    private final Look look;
    private @Nullable Label messageIcon;
    private @Nullable Label message;
    private @Nullable Composite form;
    private boolean busy;

    protected FormDialog(Shell parent, Look look, Icon icon, String title, String verb) {
        super(parent);
        this.look = look;
        this.icon = icon;
        this.title = title;
        this.verb = verb;
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL);
    }

    /** Fills the form, with {@link #text}, {@link #combo} and the like. */
    protected abstract void fields();

    /** What is wrong now, in words for each; called after each key, must be quick. */
    protected abstract List<String> problems();

    /** Does it; the dialog closes with {@link #done}, or says why not with {@link #refuse}. */
    protected abstract void finish();

    protected final Look look() {
        return look;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
        shell.setImage(look.icons().of(icon));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(0, 12).applyTo(area);
        Composite fields = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(fields);
        form = fields;
        fields();
        Composite line = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(440, 40).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(line);
        messageIcon = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(16, 16).indent(0, 1).applyTo(messageIcon);
        message = new Label(line, SWT.WRAP);
        message.setData(VerbBar.KEY, "form.message");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(message);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button ok = createButton(parent, IDialogConstants.OK_ID, verb, true);
        ok.setData(VerbBar.KEY, "form.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false).setData(VerbBar.KEY, "form.cancel");
        changed();
    }

    @Override
    protected void okPressed() {
        if (!busy && problems().isEmpty()) {
            busy = true;
            enable(false);
            say(null, "Asking the engine…");
            finish();
        }
    }

    /** To be called when the engine has taken it. */
    protected final void done() {
        if (getShell() != null && !getShell().isDisposed()) {
            setReturnCode(OK);
            close();
        }
    }

    /** To be called when the engine has not taken it: the form stays, with the reasons. */
    protected final void refuse(List<String> reasons) {
        if (getShell() != null && !getShell().isDisposed()) {
            busy = false;
            enable(true);
            say(Icon.ERROR, String.join(" ", reasons));
        }
    }

    /** Something changed: say what is wrong, if anything is. */
    protected final void changed() {
        if (busy || getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        List<String> wrong = problems();
        enable(wrong.isEmpty());
        say(!wrong.isEmpty() ? Icon.WARNING : hint().isEmpty() ? null : Icon.NORMAL, wrong.isEmpty() ? hint() : String.join(" ", wrong));
    }

    /** Said where nothing is wrong. */
    protected String hint() {
        return "";
    }

    private void enable(boolean good) {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(good);
        }
    }

    private void say(@Nullable Icon what, String text) {
        Label line = message;
        Label before = messageIcon;
        if (line != null && before != null && !line.isDisposed()) {
            Image image = what == null ? null : look.icons().of(what);
            before.setImage(image);
            line.setText(text);
            line.setToolTipText(text);
            grow(line);
        }
    }

    /** A long reason is seen whole: the place for it grows, and the window with it. */
    private void grow(Label line) {
        GridData place = (GridData) line.getParent().getLayoutData();
        int width = line.getSize().x;
        int needed = width == 0 ? 0 : line.computeSize(width, SWT.DEFAULT).y;
        if (needed > place.heightHint) {
            Shell shell = line.getShell();
            int more = needed - place.heightHint;
            place.heightHint = needed;
            shell.setSize(shell.getSize().x, shell.getSize().y + more);
            shell.layout(true, true);
        }
    }

    // -- fields

    private Composite form() {
        Composite made = form;
        if (made == null) {
            throw new IllegalStateException("fields are made in fields()");
        }
        return made;
    }

    /** Where the fields stand that are made now. */
    protected final Composite outer() {
        return form();
    }

    /** The fields that follow stand there: a form may have several places for them, such as the sections of an editor. */
    protected final void into(Composite place) {
        if (place.getLayout() == null) {
            GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 8).applyTo(place);
        }
        form = place;
    }

    private void label(String text) {
        Label label = new Label(form(), SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    /** A heading over the fields that follow. */
    protected final void section(String text) {
        Label label = new Label(form(), SWT.NONE);
        label.setText(text);
        label.setFont(look.bold());
        GridDataFactory.fillDefaults().span(3, 1).indent(0, form().getChildren().length == 1 ? 0 : 8).applyTo(label);
    }

    /** A line of words across the form. */
    protected final Label words(String text) {
        Label label = new Label(form(), SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(440, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** A field whose letters are not shown. */
    protected final Text password(String key, String label) {
        label(label);
        Text text = new Text(form(), SWT.BORDER | SWT.PASSWORD);
        text.setData(VerbBar.KEY, key);
        text.addListener(SWT.Modify, event -> changed());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
        return text;
    }

    /** Room for something bigger, such as a tree with boxes, below its label and across the form. */
    protected final Composite room(String label, int height) {
        if (!label.isEmpty()) {
            Label words = new Label(form(), SWT.NONE);
            words.setText(label);
            GridDataFactory.fillDefaults().span(3, 1).applyTo(words);
        }
        Composite room = new Composite(form(), SWT.NONE);
        room.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(440, height).applyTo(room);
        return room;
    }

    /** @param unit after the field; empty: the field is as wide as the form */
    protected final Text text(String key, String label, String value, String unit) {
        label(label);
        Text text = new Text(form(), SWT.BORDER | (unit.isEmpty() ? SWT.NONE : SWT.RIGHT));
        text.setText(value);
        text.setData(VerbBar.KEY, key);
        text.addListener(SWT.Modify, event -> changed());
        if (unit.isEmpty()) {
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
        } else {
            GridDataFactory.fillDefaults().hint(96, SWT.DEFAULT).applyTo(text);
            Label after = new Label(form(), SWT.NONE);
            after.setText(unit);
            after.setForeground(look.color(hostelry.console.kit.look.Hue.GREY));
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(after);
        }
        return text;
    }

    /** A field with a button after it. */
    protected final Text textWithButton(String key, String label, String value, String buttonText, Runnable action) {
        label(label);
        Text text = new Text(form(), SWT.BORDER);
        text.setText(value);
        text.setData(VerbBar.KEY, key);
        text.addListener(SWT.Modify, event -> changed());
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(text);
        Button button = new Button(form(), SWT.PUSH);
        button.setText(buttonText);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        return text;
    }

    protected final Combo combo(String key, String label, List<String> items, int selected) {
        label(label);
        Combo combo = new Combo(form(), SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(items.toArray(String[]::new));
        combo.select(selected);
        combo.setData(VerbBar.KEY, key);
        combo.addListener(SWT.Selection, event -> changed());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(combo);
        return combo;
    }

    protected final Button check(String key, String label, boolean value) {
        Label gap = new Label(form(), SWT.NONE);
        gap.setText("");
        Button button = new Button(form(), SWT.CHECK);
        button.setText(label);
        button.setSelection(value);
        button.setData(VerbBar.KEY, key);
        button.addListener(SWT.Selection, event -> changed());
        button.setData(GAP, gap);
        GridDataFactory.fillDefaults().applyTo(gap);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    /** Shows or hides what this form has made; the form is laid out by whoever calls. */
    protected static void present(Control control, boolean now) {
        control.setVisible(now);
        ((GridData) control.getLayoutData()).exclude = !now;
        if (control.getData(GAP) instanceof Label gap) {
            present(gap, now);
        }
    }
}

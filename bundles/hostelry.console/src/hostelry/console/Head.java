package hostelry.console;

import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.look.StatusWord;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** An icon, a name in bold, and the status as shape and word. */
final class Head {
    private final Look look;
    private final Composite line;
    private final Label icon;
    private final Label name;
    private final Label shape;
    private final Label word;

    Head(Composite parent, Look look, boolean large) {
        this.look = look;
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(0, 0).spacing(8, 0).applyTo(line);
        icon = new Label(line, SWT.NONE);
        name = new Label(line, SWT.NONE);
        name.setFont(large ? look.large() : look.bold());
        shape = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().hint(16, 16).align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(shape);
        word = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(word);
    }

    Composite control() {
        return line;
    }

    void show(Image image, String text, @Nullable StatusWord status) {
        String words = status == null ? "" : status.detail().isEmpty() ? status.word() : status.word() + ": " + status.detail();
        boolean wider = !text.equals(name.getText()) || words.length() != word.getText().length();
        if (image != icon.getImage()) {
            icon.setImage(image);
        }
        name.setText(text);
        shape.setImage(status == null ? null : look.icons().of(status.status().icon()));
        word.setText(words);
        word.setToolTipText(words);
        word.setForeground(status == null ? look.color(Hue.GREY) : look.color(status.status().hue()));
        if (wider) {
            name.requestLayout();
            word.requestLayout();
        }
    }
}

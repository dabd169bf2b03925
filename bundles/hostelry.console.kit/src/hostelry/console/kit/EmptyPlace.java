package hostelry.console.kit;

import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What stands where there is nothing: what the place is for, and the first step. */
public final class EmptyPlace {
    private EmptyPlace() {}

    public static Control make(Composite parent, Look look, Icon icon, String text) {
        return make(parent, look, icon, text, "", "", () -> {});
    }

    /** @param button text of the first step's button; empty: none */
    public static Control make(Composite parent, Look look, Icon icon, String text, String button, String key, Runnable step) {
        Composite place = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(0, 12).applyTo(place);
        Label image = new Label(place, SWT.NONE);
        image.setImage(look.icons().of(icon, null, 32));
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.END).applyTo(image);
        Label words = new Label(place, SWT.WRAP | SWT.CENTER);
        words.setText(text);
        words.setForeground(look.color(Hue.GREY));
        GridDataFactory.fillDefaults().grab(true, button.isEmpty()).align(SWT.CENTER, SWT.BEGINNING).applyTo(words);
        if (!button.isEmpty()) {
            Button first = new Button(place, SWT.PUSH);
            first.setText(button);
            first.setData(VerbBar.KEY, key);
            first.addListener(SWT.Selection, event -> step.run());
            GridDataFactory.fillDefaults().grab(true, true).align(SWT.CENTER, SWT.BEGINNING).applyTo(first);
        }
        return place;
    }
}

package hostelry.console;

import hostelry.console.kit.look.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** All keys on one page. */
final class ShortcutsDialog extends Dialog {
    private final Look look;

    ShortcutsDialog(Shell parent, Look look) {
        super(parent);
        this.look = look;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Enter", "Open the console of a machine that runs; start one that is down");
        keys.put("F2", "Edit name and settings");
        keys.put("Del", "Delete, after a question that names things");
        keys.put("Ctrl+N", "New virtual machine");
        keys.put("Ctrl+U", "Upload an ISO");
        keys.put("Ctrl+F", "Filter the table; Esc shows all again");
        keys.put("Ctrl+C", "Copy the selected rows as text");
        keys.put("Ctrl+L", "Search, or go to something by its name");
        keys.put("Ctrl+Space, Down", "In the search field: ways to go on; what was searched lately");
        keys.put("Ctrl+3", "Find an action by its name");
        keys.put("Alt+Left, Alt+Right", "Back and forward");
        keys.put("Alt+1 to Alt+4", "Tasks, Events, Alerts, API log");
        keys.put("F1", "This list");
        keys.put("F5", "Refresh (hardly needed: changes show by themselves)");
        keys.put("Esc", "Clear the filter, take a message away");
        return keys;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Keyboard shortcuts");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 16).spacing(24, 8).applyTo(area);
        keys().forEach((key, meaning) -> {
            Label left = new Label(area, SWT.NONE);
            left.setText(key);
            left.setFont(look.bold());
            Label right = new Label(area, SWT.NONE);
            right.setText(meaning);
        });
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }
}

package hostelry.console;

import hostelry.console.kit.Memory;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Sash;

/** The layout of the window: the way back and the search above, tree at the left, main area at the right, activity below it, how the engine is at the bottom. */
final class DeskPane {
    private final EstateTree tree;

    DeskPane(Composite parent, ShellDesk desk) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new GoBar(page, desk).control());
        SashForm columns = new SashForm(page, SWT.HORIZONTAL);
        line(columns, desk);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(columns);
        tree = new EstateTree(columns, desk);
        SashForm rows = new SashForm(columns, SWT.VERTICAL);
        line(rows, desk);
        new MainArea(rows, desk);
        new ActivityStrip(rows, desk);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new ConnectionStatus(page, desk).control());
        remember(desk.memory(), "sash.columns", columns, 20);
        remember(desk.memory(), "sash.rows", rows, 69);
    }

    void setFocus() {
        tree.setFocus();
    }

    /** A sash that is seen as a line. */
    static void line(SashForm sash, ShellDesk desk) {
        sash.setSashWidth(3);
        // on the sash itself: on the form, all areas in it would take the colour
        sash.addListener(SWT.Resize, event -> sash.getDisplay().asyncExec(() -> {
            for (Control child : sash.isDisposed() ? new Control[0] : sash.getChildren()) {
                if (child instanceof Sash) {
                    child.setBackground(desk.look().line());
                }
            }
        }));
    }

    /** Keeps where the sash stands, as the per cent of its first side. */
    static void remember(Memory memory, String key, SashForm sash, int otherwise) {
        int first = Math.clamp(memory.get(key, otherwise), 5, 95);
        sash.setWeights(first, 100 - first);
        sash.getChildren()[0].addListener(SWT.Resize, event -> {
            int[] weights = sash.getWeights();
            int sum = weights[0] + weights[1];
            if (sum > 0) {
                memory.put(key, Integer.toString(Math.round(100f * weights[0] / sum)));
            }
        });
    }
}

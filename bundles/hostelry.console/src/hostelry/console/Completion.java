package hostelry.console;

import hostelry.console.kit.VerbBar;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** A list below a field from which one takes what to write next. It never takes the focus: keys go on to the field, which hands on those that are for the list. */
final class Completion {
    private static final int MOST_SEEN = 10;
    private static final int WIDTH = 460;

    /**
     * One way to go on.
     *
     * @param text what is written
     * @param help beside it, in grey
     * @param take writes it, or goes there
     */
    record Choice(String text, String help, @Nullable Image image, Runnable take) {}

    private final Control field;
    private final Look look;
    private final Shell shell;
    private final Table table;
    private List<Choice> choices = List.of();

    Completion(Control field, Look look, Consumer<Runnable> taken) {
        this.field = field;
        this.look = look;
        shell = new Shell(field.getShell(), SWT.NO_TRIM | SWT.ON_TOP | SWT.NO_FOCUS);
        shell.setLayout(new FillLayout());
        table = new Table(shell, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.BORDER);
        table.setData(VerbBar.KEY, "search.proposals");
        new TableColumn(table, SWT.LEFT).setWidth(230);
        new TableColumn(table, SWT.LEFT).setWidth(WIDTH - 250);
        table.addListener(SWT.MouseUp, event -> {
            TableItem item = table.getItem(new Point(event.x, event.y));
            if (item != null) {
                taken.accept(choices.get(table.indexOf(item)).take());
            }
        });
        field.addListener(SWT.Dispose, event -> shell.dispose());
        field.getShell().addListener(SWT.Move, event -> hide());
        field.getShell().addListener(SWT.Resize, event -> hide());
        field.getShell().addListener(SWT.Deactivate, event -> field.getDisplay().asyncExec(this::hideIfLeft));
    }

    private void hideIfLeft() {
        if (!shell.isDisposed() && field.getDisplay().getActiveShell() != shell) {
            hide();
        }
    }

    void show(List<Choice> now) {
        if (now.isEmpty()) {
            hide();
            return;
        }
        choices = List.copyOf(now);
        table.setRedraw(false);
        table.removeAll();
        for (Choice choice : choices) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[]{choice.text(), choice.help()});
            item.setImage(choice.image());
            item.setForeground(1, look.color(Hue.GREY));
        }
        table.setRedraw(true);
        Rectangle at = field.getDisplay().map(field.getParent(), null, field.getBounds());
        int rows = Math.min(MOST_SEEN, choices.size());
        shell.setBounds(at.x, at.y + at.height + 2, WIDTH, rows * table.getItemHeight() + 8);
        if (!shell.isVisible()) {
            shell.setVisible(true);
        }
    }

    void hide() {
        if (!shell.isDisposed() && shell.isVisible()) {
            shell.setVisible(false);
        }
    }

    boolean isOpen() {
        return !shell.isDisposed() && shell.isVisible();
    }

    /** Up and down; from nothing chosen, down chooses the first. */
    void move(int by) {
        int index = Math.clamp(table.getSelectionIndex() + by, 0, choices.size() - 1);
        table.setSelection(index);
    }

    boolean isChosen() {
        return isOpen() && table.getSelectionIndex() >= 0;
    }

    /** What is chosen, or the first. */
    Runnable chosen() {
        return choices.get(Math.max(0, table.getSelectionIndex())).take();
    }
}

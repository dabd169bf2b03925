package hostelry.console.kit.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Keeps one column as wide as what the others leave, and no narrower than is of use. */
final class Stretch {
    private final Table table;
    private final TableColumn column;
    private final int least;
    private boolean asked;

    /** @param least in points */
    Stretch(Table table, TableColumn column, int least) {
        this.table = table;
        this.column = column;
        this.least = least;
        table.addListener(SWT.Resize, event -> fitSoon());
        for (TableColumn other : table.getColumns()) {
            if (other != column) {
                other.addListener(SWT.Resize, event -> fitSoon());
            }
        }
        fitSoon();
    }

    /** A table that is just being laid out does not know yet how much room there is in it. */
    private void fitSoon() {
        if (!asked) {
            asked = true;
            table.getDisplay().asyncExec(() -> {
                asked = false;
                if (!table.isDisposed()) {
                    fit();
                }
            });
        }
    }

    private void fit() {
        int room = table.getClientArea().width;
        if (room <= 0) {
            return;
        }
        for (TableColumn other : table.getColumns()) {
            room -= other == column ? 0 : other.getWidth();
        }
        int width = Math.max(least, room);
        if (width != column.getWidth()) {
            column.setWidth(width);
        }
    }
}

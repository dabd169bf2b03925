package hostelry.console.kit.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * What columns paint over their cells, and what they say when the mouse rests on one.
 *
 * @param <T> a row
 */
final class CellTouch<T> {
    private final Table table;
    private final List<Column<T>> columns;

    CellTouch(Table table, List<Column<T>> columns) {
        this.table = table;
        this.columns = columns;
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.MouseMove, this::tip);
    }

    @SuppressWarnings("unchecked") // fill put it there
    private void paint(Event event) {
        CellPainter<T> painter = columns.get(event.index).paint();
        Object row = event.item.getData();
        if (painter != null && row != null) {
            painter.paint(event.gc, ((TableItem) event.item).getBounds(event.index), (T) row, (event.detail & SWT.SELECTED) != 0);
        }
    }

    @SuppressWarnings("unchecked") // fill put it there
    private void tip(Event event) {
        Point point = new Point(event.x, event.y);
        TableItem item = table.getItem(point);
        String tip = null;
        if (item != null && item.getData() != null) {
            for (int c = 0; c < columns.size() && tip == null; c++) {
                Function<T, String> text = columns.get(c).tip();
                if (text != null && item.getBounds(c).contains(point)) {
                    tip = text.apply((T) item.getData());
                }
            }
        }
        String now = tip == null || tip.isEmpty() ? null : tip;
        if (!Objects.equals(now, table.getToolTipText())) {
            table.setToolTipText(now);
        }
    }
}

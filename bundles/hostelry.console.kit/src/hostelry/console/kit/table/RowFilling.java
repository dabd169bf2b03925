package hostelry.console.kit.table;

import hostelry.console.kit.table.Rows.Content;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Brings rows into the widget; what is seen stays where it is. UI thread only.
 *
 * @param <T> a row
 */
final class RowFilling<T> {
    /** From this many rows less on, emptying and refilling is quicker than taking them out one by one. */
    private static final int MANY = 500;
    /** Rows that the widget is told of at once. */
    private static final int SLICE = 2_000;
    private static final int PAUSE_MILLIS = 15;

    private final Table table;
    private final Function<T, String> id;
    private final List<Column<T>> columns;
    private Content<T> content = Content.none();
    private boolean growing;

    RowFilling(Table table, Function<T, String> id, List<Column<T>> columns) {
        this.table = table;
        this.id = id;
        this.columns = columns;
    }

    /** Rows stand where they stood; some are other objects. */
    void refill(Content<T> now, List<Integer> changed) {
        content = now;
        int first = table.getTopIndex();
        int last = lastVisible(first);
        for (int i : changed) {
            if ((i < first || i > last) && i < table.getItemCount()) {
                table.clear(i);
            }
        }
        for (int i = first; i <= last; i++) {
            fill(table.getItem(i), i);
        }
        if (columns.stream().anyMatch(column -> column.paint() != null)) {
            table.redraw();
        }
    }

    /** Rows have changed places. @param selected ids */
    void rearrange(Content<T> now, Collection<String> selected) {
        Content<T> old = content;
        content = now;
        int top = table.getTopIndex();
        String topId = top > 0 && top < old.rows().size() ? id.apply(old.rows().get(top)) : null;
        int count = content.rows().size();
        int newTop = topId == null ? 0 : content.index().getOrDefault(topId, Math.min(top, Math.max(0, count - 1)));
        int[] chosen = selected.stream().map(content.index()::get).filter(Objects::nonNull).mapToInt(Integer::intValue).toArray();
        int needed = Math.max(newTop, Arrays.stream(chosen).max().orElse(0)) + SLICE;
        table.setRedraw(false);
        try {
            if (table.getItemCount() - count > MANY) {
                table.removeAll();
            }
            if (table.getItemCount() > count || table.getItemCount() < Math.min(count, needed)) {
                table.setItemCount(Math.min(count, needed));
            }
            table.clearAll();
            table.deselectAll();
            table.select(chosen);
            if (topId != null) {
                table.setTopIndex(newTop);
            }
            int first = table.getTopIndex();
            for (int i = first; i <= lastVisible(first); i++) {
                fill(table.getItem(i), i);
            }
        } finally {
            table.setRedraw(true);
        }
        grow();
    }

    /** GTK takes its time for each row that it hears of: many rows come a slice at a time, so that no click has to wait. */
    private void grow() {
        if (growing || table.getItemCount() >= content.rows().size()) {
            return;
        }
        growing = true;
        table.getDisplay().timerExec(PAUSE_MILLIS, () -> {
            growing = false;
            if (!table.isDisposed() && table.getItemCount() < content.rows().size()) {
                table.setItemCount(Math.min(content.rows().size(), table.getItemCount() + SLICE));
                grow();
            }
        });
    }

    private int lastVisible(int first) {
        int height = Math.max(8, table.getItemHeight());
        return Math.min(Math.min(content.rows().size(), table.getItemCount()) - 1, first + table.getClientArea().height / height + 1);
    }

    void fill(TableItem item, int index) {
        if (index >= content.rows().size()) {
            return;
        }
        T row = content.rows().get(index);
        item.setData(row);
        for (int c = 0; c < columns.size(); c++) {
            Column<T> column = columns.get(c);
            String text = column.text().apply(row);
            if (!text.equals(item.getText(c))) {
                item.setText(c, text);
            }
            if (column.image() != null) {
                Image image = column.image().apply(row);
                if (image != item.getImage(c)) {
                    item.setImage(c, image);
                }
            }
        }
    }
}

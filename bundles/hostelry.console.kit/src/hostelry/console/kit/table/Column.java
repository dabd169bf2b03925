package hostelry.console.kit.table;

import hostelry.console.kit.words.Words;
import java.util.Comparator;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param key for memory, such as {@code host}
 * @param title with its unit, where it has one
 * @param width in points, at first
 * @param style SWT.LEFT or SWT.RIGHT
 * @param text what is read, copied, and shown unless {@code paint} shows something else
 * @param order for sorting
 * @param image before the text; null: none
 * @param paint draws over the cell; null: nothing
 * @param tip for the tooltip; null: none
 * @param filtered does the filter look at it?
 */
public record Column<T>(String key, String title, int width, int style, Function<T, String> text, Comparator<T> order,
        @Nullable Function<T, @Nullable Image> image,
        @Nullable CellPainter<T> paint, @Nullable Function<T, String> tip, boolean filtered) {

    public static <T> Column<T> text(String key, String title, int width, Function<T, String> text) {
        return new Column<>(key, title, width, SWT.LEFT, text, Comparator.comparing(text, Words.NATURAL), null, null, null, true);
    }

    /** Right-aligned; sorts by the number, the biggest first. */
    public static <T> Column<T> number(String key, String title, int width, Function<T, String> text, Function<T, Double> value) {
        return new Column<>(key, title, width, SWT.RIGHT, text, Comparator.comparing(value, Comparator.reverseOrder()), null, null, null,
                false);
    }

    public Column<T> ordered(Comparator<T> by) {
        return new Column<>(key, title, width, style, text, by, image, paint, tip, filtered);
    }

    public Column<T> with(Function<T, @Nullable Image> newImage) {
        return new Column<>(key, title, width, style, text, order, newImage, paint, tip, filtered);
    }

    public Column<T> painted(CellPainter<T> newPaint) {
        return new Column<>(key, title, width, style, text, order, image, newPaint, tip, filtered);
    }

    public Column<T> tipped(Function<T, String> newTip) {
        return new Column<>(key, title, width, style, text, order, image, paint, newTip, filtered);
    }
}

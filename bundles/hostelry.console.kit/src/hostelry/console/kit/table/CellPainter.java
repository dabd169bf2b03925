package hostelry.console.kit.table;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Draws into a cell, beside or under its text. */
@FunctionalInterface
public interface CellPainter<T> {
    /** @param selected the row's ground is the selection colour */
    void paint(GC gc, Rectangle cell, T row, boolean selected);
}

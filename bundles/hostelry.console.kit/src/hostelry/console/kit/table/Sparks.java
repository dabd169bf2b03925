package hostelry.console.kit.table;

import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Painters of small charts in table cells. */
public final class Sparks {
    /** Room that the number needs at the right of a spark. */
    private static final int NUMBER = 38;

    private Sparks() {}

    /**
     * A line with a lightly filled ground, at the left of the cell.
     *
     * @param full value at full height; 0: the highest that is seen
     */
    public static <T> CellPainter<T> line(Look look, Hue hue, Function<T, float[]> values, double full) {
        return (gc, cell, row, selected) -> {
            float[] seen = values.apply(row);
            int width = cell.width - NUMBER - 10;
            if (seen.length >= 2 && width >= 12) {
                Color color = selected ? gc.getForeground() : look.color(hue);
                draw(gc, new Rectangle(cell.x + 6, cell.y + 5, width, cell.height - 10), seen, full, color, Histories.LENGTH / 2);
            }
        };
    }

    /** Draws the newest {@code points} values into the box, the newest at the right. */
    public static void draw(GC gc, Rectangle box, float[] seen, double full, Color color, int points) {
        int first = Math.max(0, seen.length - points);
        int count = seen.length - first;
        double top = full;
        if (top <= 0) {
            top = 1;
            for (int i = first; i < seen.length; i++) {
                top = Math.max(top, seen[i]);
            }
        }
        int[] line = new int[count * 2];
        for (int i = 0; i < count; i++) {
            double share = Math.clamp(seen[first + i] / top, 0, 1);
            line[2 * i] = box.x + box.width - (count - 1 - i) * box.width / Math.max(1, points - 1);
            line[2 * i + 1] = box.y + box.height - (int) Math.round(share * box.height);
        }
        int[] area = new int[line.length + 4];
        System.arraycopy(line, 0, area, 0, line.length);
        area[line.length] = line[line.length - 2];
        area[line.length + 1] = box.y + box.height;
        area[line.length + 2] = line[0];
        area[line.length + 3] = box.y + box.height;
        Color before = gc.getBackground();
        Color ink = gc.getForeground();
        gc.setAntialias(SWT.ON);
        gc.setBackground(color);
        gc.setForeground(color);
        gc.setAlpha(50);
        gc.fillPolygon(area);
        gc.setAlpha(255);
        gc.setLineWidth(1);
        gc.drawPolyline(line);
        gc.setBackground(before);
        gc.setForeground(ink);
    }

    /** A bar that is filled by a share from 0 to 1; from 85 % in amber, from 95 % in red. */
    public static <T> CellPainter<T> bar(Look look, ToDoubleFunction<T> share) {
        return bar(look, share, part -> part >= 0.95 ? Hue.RED : part >= 0.85 ? Hue.AMBER : Hue.BLUE);
    }

    /** As {@link #bar}, for what is meant to become full. */
    public static <T> CellPainter<T> progress(Look look, ToDoubleFunction<T> share) {
        return bar(look, share, part -> Hue.BLUE);
    }

    private static <T> CellPainter<T> bar(Look look, ToDoubleFunction<T> share, Function<Double, Hue> hue) {
        return (gc, cell, row, selected) -> {
            double part = share.applyAsDouble(row);
            int width = cell.width - NUMBER - 12;
            if (part >= 0 && width >= 12) {
                Color ink = selected ? gc.getForeground() : look.color(hue.apply(part));
                fill(gc, ink, new Rectangle(cell.x + 6, cell.y + cell.height / 2 - 4, width, 8), part);
            }
        };
    }

    private static void fill(GC gc, Color ink, Rectangle box, double share) {
        Color before = gc.getBackground();
        gc.setAntialias(SWT.ON);
        gc.setBackground(ink);
        gc.setAlpha(50);
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 4, 4);
        gc.setAlpha(255);
        int filled = (int) Math.round(Math.clamp(share, 0, 1) * box.width);
        if (filled > 0) {
            gc.fillRoundRectangle(box.x, box.y, Math.max(3, filled), box.height, 4, 4);
        }
        gc.setBackground(before);
    }
}

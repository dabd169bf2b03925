package hostelry.console.kit.terminal;

import hostelry.console.kit.look.Look;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Paints a terminal, a run of equal looks at a time. Its ground is dark in either theme: that is what colours of programs are made for. */
final class Painter {
    private static final int INK = 0xd6dae0;
    private static final int GROUND = 0x1b1e23;
    private static final int GROUND_IN_DARK = 0x121417;
    private static final int SELECTED = 0x3a4f6b;
    private static final int BRIGHT = 8;

    private final Terminal terminal;
    private final Selection selection;
    private final Look look;
    private final Point cell;
    private final int margin;

    Painter(Terminal terminal, Selection selection, Look look, Point cell, int margin) {
        this.terminal = terminal;
        this.selection = selection;
        this.look = look;
        this.cell = cell;
        this.margin = margin;
    }

    void paint(GC gc, Rectangle area, int back, boolean focused) {
        int ground = look.dark() ? GROUND_IN_DARK : GROUND;
        gc.setFont(JFaceResources.getTextFont());
        gc.setBackground(color(ground));
        gc.fillRectangle(area);
        for (int line = 0; line < terminal.rows(); line++) {
            row(gc, line, line - back, ground);
        }
        int cursorLine = terminal.cursorRow() + back;
        if (terminal.cursorShown() && cursorLine < terminal.rows()) {
            cursor(gc, cursorLine, focused);
        }
    }

    private void row(GC gc, int line, int row, int ground) {
        int column = 0;
        while (column < terminal.columns()) {
            Style style = terminal.style(row, column);
            boolean selected = selection.holds(row, column);
            StringBuilder run = new StringBuilder();
            int from = column;
            while (column < terminal.columns() && terminal.style(row, column).equals(style) && selection.holds(row, column) == selected) {
                run.appendCodePoint(terminal.character(row, column));
                column++;
            }
            run(gc, margin + from * cell.x, margin + line * cell.y, (column - from) * cell.x, run.toString(), style, selected, ground);
        }
    }

    private void run(GC gc, int x, int y, int width, String text, Style style, boolean selected, int usual) {
        // bold colours are the bright ones, as on terminals for forty years
        int ink = style.ink() == Style.NONE ? INK : Style.rgb(style.bold() && style.ink() < BRIGHT ? style.ink() + BRIGHT : style.ink());
        int ground = style.ground() == Style.NONE ? usual : Style.rgb(style.ground());
        boolean swapped = style.inverse();
        int behind = selected ? SELECTED : swapped ? ink : ground;
        if (behind != usual) {
            gc.setBackground(color(behind));
            gc.fillRectangle(x, y, width, cell.y);
        }
        if (text.isBlank() && !style.underlined()) {
            return;
        }
        gc.setForeground(color(swapped && !selected ? ground : ink));
        // letter by letter: a font whose letters are not all of one width must not shift the columns
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] != ' ') {
                gc.drawText(Character.toString(points[i]), x + i * cell.x, y, true);
            }
        }
        if (style.underlined()) {
            gc.drawLine(x, y + cell.y - 2, x + width - 1, y + cell.y - 2);
        }
    }

    private void cursor(GC gc, int line, boolean focused) {
        int x = margin + terminal.cursorColumn() * cell.x;
        int y = margin + line * cell.y;
        gc.setForeground(color(INK));
        gc.setBackground(color(INK));
        if (!focused) {
            gc.drawRectangle(x, y, cell.x - 1, cell.y - 1);
            return;
        }
        gc.fillRectangle(x, y, cell.x, cell.y);
        gc.setForeground(color(GROUND));
        gc.drawText(Character.toString(terminal.character(terminal.cursorRow(), terminal.cursorColumn())), x, y, true);
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}

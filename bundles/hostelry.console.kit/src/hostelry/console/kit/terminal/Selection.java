package hostelry.console.kit.terminal;

import org.eclipse.swt.graphics.Point;

/** What is selected with the mouse, between two places; rows below 0 have left the screen. */
final class Selection {
    private Point from = new Point(0, 0);
    private Point to = new Point(0, 0);

    void begin(Point place) {
        from = place;
        to = place;
    }

    void extend(Point place) {
        to = place;
    }

    void clear() {
        to = from;
    }

    boolean empty() {
        return from.equals(to);
    }

    private boolean forward() {
        return from.y < to.y || from.y == to.y && from.x <= to.x;
    }

    int fromRow() {
        return forward() ? from.y : to.y;
    }

    int fromColumn() {
        return forward() ? from.x : to.x;
    }

    int toRow() {
        return forward() ? to.y : from.y;
    }

    int toColumn() {
        return forward() ? to.x : from.x;
    }

    boolean holds(int row, int column) {
        return !empty() && (row > fromRow() || row == fromRow() && column >= fromColumn())
                && (row < toRow() || row == toRow() && column < toColumn());
    }
}

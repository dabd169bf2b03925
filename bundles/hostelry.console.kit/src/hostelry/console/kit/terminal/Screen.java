package hostelry.console.kit.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of characters with a cursor, a region that scrolls, and the rows that have left at the top. Pure; positions count from 0. */
final class Screen {
    /** Rows that are remembered above the screen. */
    static final int MOST_KEPT = 5000;

    /** A row: characters and how each looks. */
    static final class Row {
        int[] text;
        Style[] styles;

        Row(int columns) {
            text = new int[columns];
            styles = new Style[columns];
            clear(0, columns, Style.PLAIN);
        }

        void clear(int from, int to, Style style) {
            Arrays.fill(text, from, to, ' ');
            // an empty place keeps the ground that it was cleared with
            Arrays.fill(styles, from, to, Style.PLAIN.ground(style.ground()));
        }

        void resize(int columns) {
            int before = text.length;
            text = Arrays.copyOf(text, columns);
            styles = Arrays.copyOf(styles, columns);
            if (columns > before) {
                clear(before, columns, Style.PLAIN);
            }
        }

        String string() {
            return new String(text, 0, text.length).stripTrailing();
        }
    }

    private final List<Row> kept = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final boolean keeps;
    private int columns;
    int x;
    int y;
    /** First and last row of what scrolls. */
    int top;
    int bottom;
    /** The next character goes to the next row: the last column was written. */
    boolean wraps;

    /** @param keeps whether rows that leave at the top are remembered */
    Screen(int columns, int height, boolean keeps) {
        this.columns = columns;
        this.keeps = keeps;
        for (int i = 0; i < height; i++) {
            rows.add(new Row(columns));
        }
        bottom = height - 1;
    }

    int columns() {
        return columns;
    }

    int height() {
        return rows.size();
    }

    int kept() {
        return kept.size();
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** A remembered row: −1 is the one that left last. */
    Row keptRow(int index) {
        return kept.get(kept.size() + index);
    }

    void resize(int width, int height) {
        columns = width;
        kept.forEach(row -> row.resize(width));
        rows.forEach(row -> row.resize(width));
        while (rows.size() > height) {
            if (y < rows.size() - 1) {
                rows.removeLast(); // below the cursor
            } else {
                keep(rows.removeFirst());
                y--;
            }
        }
        while (rows.size() < height) {
            if (keeps && !kept.isEmpty()) {
                rows.addFirst(kept.removeLast());
                y++;
            } else {
                rows.add(new Row(width));
            }
        }
        top = 0;
        bottom = height - 1;
        go(x, y);
    }

    private void keep(Row row) {
        if (keeps) {
            kept.addLast(row);
            if (kept.size() > MOST_KEPT) {
                kept.subList(0, MOST_KEPT / 10).clear(); // many at once: each time the rest moves up
            }
        }
    }

    void forgetKept() {
        kept.clear();
    }

    void go(int column, int line) {
        x = Math.clamp(column, 0, columns - 1);
        y = Math.clamp(line, 0, rows.size() - 1);
        wraps = false;
    }

    void put(int character, Style style) {
        Row row = rows.get(y);
        row.text[x] = character;
        row.styles[x] = style;
    }

    /** One row down, scrolling at the end of the region. */
    void down(Style style) {
        wraps = false;
        if (y == bottom) {
            scrollUp(1, style);
        } else if (y < rows.size() - 1) {
            y++;
        }
    }

    /** One row up, scrolling at its beginning. */
    void up(Style style) {
        wraps = false;
        if (y == top) {
            scrollDown(1, style);
        } else if (y > 0) {
            y--;
        }
    }

    void scrollUp(int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            Row gone = rows.remove(top);
            if (top == 0) {
                keep(gone);
            }
            rows.add(bottom, cleared(style));
        }
    }

    void scrollDown(int count, Style style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            rows.remove(bottom);
            rows.add(top, cleared(style));
        }
    }

    private Row cleared(Style style) {
        Row row = new Row(columns);
        row.clear(0, columns, style);
        return row;
    }

    /** Rows from the cursor on make room for others, or are taken out; outside of the region nothing happens. */
    void rowsAtCursor(int count, boolean in, Style style) {
        if (y < top || y > bottom) {
            return;
        }
        for (int i = 0; i < Math.min(count, bottom - y + 1); i++) {
            rows.remove(in ? bottom : y);
            rows.add(in ? y : bottom, cleared(style));
        }
        x = 0;
        wraps = false;
    }

    /** Characters from the cursor on make room for others, or are taken out. */
    void charactersAtCursor(int count, boolean in, Style style) {
        Row row = rows.get(y);
        int moved = Math.min(count, columns - x);
        if (in) {
            System.arraycopy(row.text, x, row.text, x + moved, columns - x - moved);
            System.arraycopy(row.styles, x, row.styles, x + moved, columns - x - moved);
            row.clear(x, x + moved, style);
        } else {
            System.arraycopy(row.text, x + moved, row.text, x, columns - x - moved);
            System.arraycopy(row.styles, x + moved, row.styles, x, columns - x - moved);
            row.clear(columns - moved, columns, style);
        }
        wraps = false;
    }

    /** @param how 0: from the cursor on; 1: up to and with it; 2: all */
    void eraseRow(int how, Style style) {
        rows.get(y).clear(how == 0 ? x : 0, how == 1 ? x + 1 : columns, style);
    }

    void eraseScreen(int how, Style style) {
        for (int i = 0; i < rows.size(); i++) {
            if (how == 2 || how == 0 && i > y || how == 1 && i < y) {
                rows.get(i).clear(0, columns, style);
            }
        }
        if (how != 2) {
            eraseRow(how, style);
        }
    }

    void erase(int count, Style style) {
        rows.get(y).clear(x, Math.min(columns, x + count), style);
    }
}

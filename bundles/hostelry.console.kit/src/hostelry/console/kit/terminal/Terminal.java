package hostelry.console.kit.terminal;

import java.util.function.Consumer;

/**
 * A terminal as ECMA-48 and xterm describe it, as much as the programs of a serial line use: cursor, erasing, colours, scrolling regions, a second screen. Bytes go in, a
 * screen of text comes out; what it does not know it passes over. Pure. One thread at a time.
 *
 * <pre>{@code
 * Terminal terminal = new Terminal(80, 24, answer -> line.type(answer));
 * terminal.write(bytes);
 * terminal.text();
 * }</pre>
 */
public final class Terminal {
    private static final int LEAST = 2;
    private static final int MOST = 1000;
    private static final int TAB = 8;

    private final Reader reader;
    private final Screen first;
    private Screen second;
    private Screen screen;

    // of the reader's, which knows when
    Style style = Style.PLAIN;
    boolean cursorShown = true;
    boolean wrapping = true;
    boolean originInRegion;
    boolean arrowsAsApplication;
    boolean inserting;
    private int savedX;
    private int savedY;
    private Style savedStyle = Style.PLAIN;

    /** @param answers gets what programs ask the terminal for, such as where the cursor is */
    public Terminal(int columns, int rows, Consumer<String> answers) {
        this.first = new Screen(bounded(columns), bounded(rows), true);
        this.second = new Screen(first.columns(), first.height(), false);
        this.screen = first;
        this.reader = new Reader(this, answers);
    }

    private static int bounded(int size) {
        return Math.clamp(size, LEAST, MOST);
    }

    public void write(byte[] bytes) {
        for (byte one : bytes) {
            reader.next(one & 0xFF);
        }
    }

    public void resize(int columns, int rows) {
        first.resize(bounded(columns), bounded(rows));
        second.resize(bounded(columns), bounded(rows));
    }

    public int columns() {
        return screen.columns();
    }

    public int rows() {
        return screen.height();
    }

    /** Rows that have left the screen at its top and are remembered. */
    public int kept() {
        return screen.kept();
    }

    public int cursorColumn() {
        return screen.x;
    }

    public int cursorRow() {
        return screen.y;
    }

    public boolean cursorShown() {
        return cursorShown;
    }

    /** Whether a program wants the arrows in the words of the application mode. */
    public boolean arrowsAsApplication() {
        return arrowsAsApplication;
    }

    /** The character at a place; rows below 0 are remembered ones. */
    public int character(int row, int column) {
        return at(row).text[column];
    }

    public Style style(int row, int column) {
        return at(row).styles[column];
    }

    private Screen.Row at(int row) {
        return row >= 0 ? screen.row(row) : screen.keptRow(row);
    }

    /** What stands in a row, without blanks at its end. */
    public String line(int row) {
        return at(row).string();
    }

    /** The screen, a line for each row, without empty ones at the end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows(); i++) {
            text.append(line(i)).append('\n');
        }
        return text.toString().stripTrailing();
    }

    /** What stands between two places, the later one not included; rows below 0 are remembered ones. */
    public String text(int fromRow, int fromColumn, int toRow, int toColumn) {
        StringBuilder text = new StringBuilder();
        for (int row = Math.max(fromRow, -kept()); row <= Math.min(toRow, rows() - 1); row++) {
            String line = line(row);
            int from = row == fromRow ? Math.min(fromColumn, line.length()) : 0;
            int to = row == toRow ? Math.min(toColumn, line.length()) : line.length();
            text.append(line, from, Math.max(from, to)).append(row == toRow ? "" : "\n");
        }
        return text.toString();
    }

    /** As people read it: for those who look for words on the screen. */
    @Override
    public String toString() {
        return text();
    }

    // -- what the reader does

    Screen screen() {
        return screen;
    }

    void put(int character) {
        if (screen.wraps && wrapping) {
            screen.x = 0;
            screen.down(style);
        }
        if (inserting) {
            screen.charactersAtCursor(1, true, style);
        }
        screen.put(character, style);
        if (screen.x == screen.columns() - 1) {
            screen.wraps = true;
        } else {
            screen.x++;
        }
    }

    void tab() {
        screen.go(screen.x + TAB - screen.x % TAB, screen.y);
    }

    void save() {
        savedX = screen.x;
        savedY = screen.y;
        savedStyle = style;
    }

    void restore() {
        screen.go(savedX, savedY);
        style = savedStyle;
    }

    /** The second screen is that of editors and the like; the first one comes back as it was. */
    void second(boolean on) {
        if (on && screen == first) {
            second = new Screen(first.columns(), first.height(), false);
            second.go(first.x, first.y);
            screen = second;
        } else if (!on) {
            screen = first;
        }
    }

    void reset() {
        screen = first;
        style = Style.PLAIN;
        cursorShown = true;
        wrapping = true;
        originInRegion = false;
        arrowsAsApplication = false;
        inserting = false;
        screen.top = 0;
        screen.bottom = screen.height() - 1;
        screen.eraseScreen(2, style);
        screen.go(0, 0);
        save();
    }
}

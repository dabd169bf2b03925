package hostelry.console.kit.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the bytes of a line apart: UTF-8, control characters, escape sequences. A sequence may come in any number of pieces. */
final class Reader {
    private static final int ESC = 0x1b;
    private static final int DELETE = 0x7f;
    private static final int MOST_PARAMETERS = 32;
    private static final int MOST_NUMBER = 9999;
    private static final int REPLACEMENT = 0xFFFD;
    /** What DEC's graphic letters from ` to ~ are. */
    private static final String GRAPHICS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private enum In {
        TEXT, ESCAPE, CHARSET, CONTROL, STRING, STRING_ESCAPE
    }

    private final Terminal terminal;
    private final Sequences sequences;
    private final List<Integer> numbers = new ArrayList<>();
    private final StringBuilder marks = new StringBuilder();
    private In in = In.TEXT;
    private char charset;
    private boolean graphics;
    private int left;
    private int character;

    Reader(Terminal terminal, Consumer<String> answers) {
        this.terminal = terminal;
        this.sequences = new Sequences(terminal, answers);
    }

    void next(int one) {
        if (left > 0 && (one & 0xC0) == 0x80) {
            character = character << 6 | one & 0x3F;
            if (--left == 0) {
                put(Character.isValidCodePoint(character) ? character : REPLACEMENT);
            }
            return;
        }
        if (left > 0) {
            left = 0;
            put(REPLACEMENT); // broken off
        }
        if (in == In.STRING || in == In.STRING_ESCAPE) {
            string(one);
        } else if (one < ' ') {
            control(one);
        } else if (one >= 0xC0 && in == In.TEXT) {
            left = one >= 0xF0 ? 3 : one >= 0xE0 ? 2 : 1;
            character = one & (0x3F >> left);
        } else if (one != DELETE) {
            switch (in) {
                case TEXT -> put(one < 0x80 ? one : REPLACEMENT);
                case ESCAPE -> escape((char) one);
                case CHARSET -> {
                    graphics = charset == '(' ? one == '0' : graphics;
                    in = In.TEXT;
                }
                default -> sequence((char) one);
            }
        }
    }

    private void put(int one) {
        boolean drawn = graphics && one >= '`' && one <= '~';
        terminal.put(drawn ? GRAPHICS.charAt(one - '`') : one);
    }

    /** Within a sequence they do the same as outside. */
    private void control(int one) {
        Screen screen = terminal.screen();
        switch (one) {
            case '\b' -> screen.go(screen.x - 1, screen.y);
            case '\t' -> terminal.tab();
            case '\n', 0x0b, '\f' -> screen.down(terminal.style);
            case '\r' -> screen.go(0, screen.y);
            case 0x0e -> graphics = true;
            case 0x0f -> graphics = false;
            case 0x18, 0x1a -> in = In.TEXT;
            case ESC -> in = In.ESCAPE;
            default -> {
                // a bell, a zero byte: nothing to be seen
            }
        }
    }

    private void escape(char one) {
        in = In.TEXT;
        Screen screen = terminal.screen();
        switch (one) {
            case '[' -> {
                numbers.clear();
                marks.setLength(0);
                in = In.CONTROL;
            }
            case ']', 'P', '_', '^', 'X' -> in = In.STRING;
            case '(', ')', '*', '+', '#', '%', ' ' -> {
                charset = one;
                in = In.CHARSET;
            }
            case '7' -> terminal.save();
            case '8' -> terminal.restore();
            case 'D' -> screen.down(terminal.style);
            case 'E' -> {
                screen.go(0, screen.y);
                screen.down(terminal.style);
            }
            case 'M' -> screen.up(terminal.style);
            case 'c' -> {
                graphics = false;
                terminal.reset();
            }
            default -> {
                // of keypads and the like
            }
        }
    }

    /** Titles of windows and the like are passed over, until a bell or a string terminator. */
    private void string(int one) {
        if (one == '\u0007' || in == In.STRING_ESCAPE && one == '\\') {
            in = In.TEXT;
        } else if (one == 0x18 || one == 0x1a) {
            in = In.TEXT;
        } else {
            in = one == ESC ? In.STRING_ESCAPE : In.STRING;
        }
    }

    private void sequence(char one) {
        if (one >= '0' && one <= '9') {
            if (numbers.isEmpty()) {
                numbers.add(0);
            }
            numbers.set(numbers.size() - 1, Math.min(MOST_NUMBER, numbers.getLast() * 10 + one - '0'));
        } else if (one == ';' || one == ':') {
            if (numbers.isEmpty()) {
                numbers.add(0);
            }
            if (numbers.size() < MOST_PARAMETERS) {
                numbers.add(0);
            }
        } else if (one < '@') {
            marks.append(marks.length() < MOST_PARAMETERS ? String.valueOf(one) : "");
        } else {
            in = In.TEXT;
            sequences.run(marks.toString(), one, List.copyOf(numbers));
        }
    }
}

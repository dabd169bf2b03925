package hostelry.console.kit.terminal;

import java.util.List;
import java.util.function.Consumer;

/** What the control sequences do. What is not known does nothing. */
final class Sequences {
    private static final int DIRECT = 2;
    private static final int INDEXED = 5;

    private final Terminal terminal;
    private final Consumer<String> answers;

    Sequences(Terminal terminal, Consumer<String> answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    /** @param marks what stood among the numbers, such as {@code ?} */
    void run(String marks, char name, List<Integer> numbers) {
        if (marks.equals("?")) {
            if (name == 'h' || name == 'l') {
                numbers.forEach(mode -> mode(mode, name == 'h'));
            }
            return;
        }
        if (!marks.isEmpty()) {
            return;
        }
        Screen screen = terminal.screen();
        Style style = terminal.style;
        int count = Math.max(1, number(numbers, 0));
        switch (name) {
            case 'A' -> screen.go(screen.x, Math.max(screen.y >= screen.top ? screen.top : 0, screen.y - count));
            case 'B', 'e' ->
                screen.go(screen.x, Math.min(screen.y <= screen.bottom ? screen.bottom : screen.height() - 1, screen.y + count));
            case 'C', 'a' -> screen.go(screen.x + count, screen.y);
            case 'D' -> screen.go(screen.x - count, screen.y);
            case 'E' -> screen.go(0, screen.y + count);
            case 'F' -> screen.go(0, screen.y - count);
            case 'G', '`' -> screen.go(count - 1, screen.y);
            case 'H', 'f' -> place(Math.max(1, number(numbers, 1)) - 1, count - 1);
            case 'd' -> place(screen.x, count - 1);
            case 'J' -> eraseScreen(number(numbers, 0));
            case 'K' -> screen.eraseRow(Math.min(2, number(numbers, 0)), style);
            case 'L' -> screen.rowsAtCursor(count, true, style);
            case 'M' -> screen.rowsAtCursor(count, false, style);
            case '@' -> screen.charactersAtCursor(count, true, style);
            case 'P' -> screen.charactersAtCursor(count, false, style);
            case 'X' -> screen.erase(count, style);
            case 'S' -> screen.scrollUp(count, style);
            case 'T' -> screen.scrollDown(count, style);
            case 'h', 'l' -> terminal.inserting = numbers.contains(4) ? name == 'h' : terminal.inserting;
            case 'm' -> style(numbers);
            case 'r' -> region(count - 1, number(numbers, 1));
            case 's' -> terminal.save();
            case 'u' -> terminal.restore();
            case 'n' -> report(number(numbers, 0));
            case 'c' -> answers.accept("\u001b[?6c"); // a VT102
            default -> {
                // not known here
            }
        }
    }

    private static int number(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private void place(int column, int row) {
        Screen screen = terminal.screen();
        if (terminal.originInRegion) {
            screen.go(column, Math.min(screen.bottom, screen.top + row));
        } else {
            screen.go(column, row);
        }
    }

    private void eraseScreen(int how) {
        if (how == 3) {
            terminal.screen().forgetKept();
        } else {
            terminal.screen().eraseScreen(Math.min(2, how), terminal.style);
        }
    }

    /** @param last counted from 1; 0: the last one of the screen */
    private void region(int top, int last) {
        Screen screen = terminal.screen();
        int bottom = (last == 0 ? screen.height() : Math.min(last, screen.height())) - 1;
        if (top < bottom) {
            screen.top = top;
            screen.bottom = bottom;
            place(0, 0);
        }
    }

    private void report(int what) {
        if (what == 5) {
            answers.accept("\u001b[0n");
        } else if (what == 6) {
            int from = terminal.originInRegion ? terminal.screen().top : 0;
            answers.accept("\u001b[" + (terminal.screen().y - from + 1) + ";" + (terminal.screen().x + 1) + "R");
        }
    }

    private void mode(int mode, boolean on) {
        switch (mode) {
            case 1 -> terminal.arrowsAsApplication = on;
            case 6 -> {
                terminal.originInRegion = on;
                place(0, 0);
            }
            case 7 -> terminal.wrapping = on;
            case 25 -> terminal.cursorShown = on;
            case 47, 1047 -> terminal.second(on);
            case 1048 -> saved(on);
            case 1049 -> {
                if (on) {
                    terminal.save();
                    terminal.second(true);
                } else {
                    terminal.second(false);
                    terminal.restore();
                }
            }
            default -> {
                // of the mouse and the like
            }
        }
    }

    private void saved(boolean on) {
        if (on) {
            terminal.save();
        } else {
            terminal.restore();
        }
    }

    private void style(List<Integer> numbers) {
        List<Integer> all = numbers.isEmpty() ? List.of(0) : numbers;
        Style style = terminal.style;
        for (int i = 0; i < all.size(); i++) {
            int one = all.get(i);
            if ((one == 38 || one == 48) && i + 1 < all.size()) {
                int color = number(all, i + 1) == INDEXED ? Math.min(255, number(all, i + 2)) : near(all, i + 2);
                i += number(all, i + 1) == INDEXED ? 2 : number(all, i + 1) == DIRECT ? 4 : 1;
                style = one == 38 ? style.ink(color) : style.ground(color);
            } else {
                style = styled(style, one);
            }
        }
        terminal.style = style;
    }

    /** Of 256 colours the one that is nearest to red, green and blue. */
    private static int near(List<Integer> all, int from) {
        return 16 + 36 * step(number(all, from)) + 6 * step(number(all, from + 1)) + step(number(all, from + 2));
    }

    private static int step(int value) {
        return value < 48 ? 0 : value < 115 ? 1 : Math.min(5, (value - 35) / 40);
    }

    private static Style styled(Style style, int one) {
        return switch (one) {
            case 0 -> Style.PLAIN;
            case 1 -> style.bold(true);
            case 4 -> style.underlined(true);
            case 7 -> style.inverse(true);
            case 21, 22 -> style.bold(false);
            case 24 -> style.underlined(false);
            case 27 -> style.inverse(false);
            case 39 -> style.ink(Style.NONE);
            case 49 -> style.ground(Style.NONE);
            default -> one >= 30 && one <= 37
                    ? style.ink(one - 30)
                    : one >= 40 && one <= 47
                            ? style.ground(one - 40)
                            : one >= 90 && one <= 97 ? style.ink(one - 82) : one >= 100 && one <= 107 ? style.ground(one - 92) : style;
        };
    }
}

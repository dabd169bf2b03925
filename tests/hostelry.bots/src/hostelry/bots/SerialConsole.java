package hostelry.bots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** The window with a machine's serial console. */
public final class SerialConsole {
    private static final String TERMINAL = "serial.terminal";
    private final Bot bot;
    private final String title;

    SerialConsole(Bot bot, String vm) {
        this.bot = bot;
        this.title = vm + " – serial console";
        bot.shell(title);
    }

    /** What stands on the screen. */
    public String text() {
        Canvas terminal = bot.find(Canvas.class, TERMINAL);
        return bot.ui(() -> terminal.getData().toString());
    }

    public void waitFor(String words) {
        bot.waitUntil("the terminal shows " + words, () -> text().contains(words));
    }

    public void waitForStatus(String start) {
        bot.waitUntil("the console says " + start, () -> bot.label("serial.status").startsWith(start));
    }

    /** Presses a key for each letter; {@code \r} is the return key. */
    public void type(String text) {
        Canvas terminal = bot.find(Canvas.class, TERMINAL);
        for (char one : text.toCharArray()) {
            bot.ui(() -> {
                Event event = new Event();
                event.character = one;
                event.keyCode = one;
                terminal.notifyListeners(SWT.KeyDown, event);
                return null;
            });
        }
    }

    public void close() {
        Shell shell = bot.shell(title);
        bot.ui(() -> {
            shell.close();
            return null;
        });
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }
}

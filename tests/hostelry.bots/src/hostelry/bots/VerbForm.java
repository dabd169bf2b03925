package hostelry.bots;

import org.eclipse.swt.widgets.Button;

/** A form that a verb opens, such as “Run once…”. Fields are called by their keys. */
public final class VerbForm {
    private final Bot bot;
    private final String title;

    VerbForm(Bot bot, String title) {
        this.bot = bot;
        this.title = title;
        bot.shell(title);
    }

    public VerbForm type(String key, String text) {
        bot.text(key).setText(text);
        return this;
    }

    /** @param start of the line to be chosen */
    public VerbForm choose(String key, String start) {
        bot.comboBox(key).setSelection(start);
        return this;
    }

    public String chosen(String key) {
        return bot.comboBox(key).getText();
    }

    public VerbForm check(String key, boolean on) {
        if (isChecked(key) != on) {
            bot.button(key).click();
        }
        return this;
    }

    public boolean isChecked(String key) {
        Button button = bot.find(Button.class, key);
        return bot.ui(button::getSelection);
    }

    /** What the form says below its fields. */
    public String message() {
        return bot.label("form.message");
    }

    public void waitForMessage(String start) {
        bot.waitUntil(title + " says: " + start, () -> message().startsWith(start));
    }

    public void ok() {
        bot.button("form.ok").click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }

    public void cancel() {
        bot.button("form.cancel").click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }
}

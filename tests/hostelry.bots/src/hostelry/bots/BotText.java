package hostelry.bots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/** A text field. */
public final class BotText {
    private final Bot bot;
    private final Text text;

    BotText(Bot bot, Text text) {
        this.bot = bot;
        this.text = text;
    }

    public void setText(String value) {
        bot.ui(() -> {
            text.setFocus();
            text.setText(value);
            return null;
        });
    }

    public String getText() {
        return bot.ui(text::getText);
    }

    public boolean hasFocus() {
        return bot.ui(text::isFocusControl);
    }

    /** As Enter does. */
    public void enter() {
        bot.later(() -> Bot.notify(text, SWT.DefaultSelection, null));
    }
}

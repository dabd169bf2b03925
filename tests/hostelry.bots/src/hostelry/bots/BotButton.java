package hostelry.bots;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/** A button, a check box or a tool item. */
public final class BotButton {
    private final Bot bot;
    private final Widget widget;

    BotButton(Bot bot, Widget widget) {
        this.bot = bot;
        this.widget = widget;
    }

    /** Waits until it is enabled, then clicks. */
    public void click() {
        bot.waitUntil("“" + text() + "” is enabled; it says: " + tip(), this::enabled);
        bot.later(() -> {
            if (widget instanceof Button button && (button.getStyle() & SWT.CHECK) != 0) {
                button.setSelection(!button.getSelection());
            }
            if (widget instanceof ToolItem item && (item.getStyle() & SWT.RADIO) != 0) {
                for (ToolItem other : item.getParent().getItems()) {
                    other.setSelection(other == item);
                }
            }
            Bot.notify(widget, SWT.Selection, null);
        });
    }

    public boolean isEnabled() {
        return bot.ui(this::enabled);
    }

    /** Why it is greyed, or what it does. */
    public String tip() {
        return bot.ui(() -> widget instanceof ToolItem item ? item.getToolTipText() : ((Button) widget).getToolTipText());
    }

    private String text() {
        return bot.ui(() -> widget instanceof ToolItem item ? item.getText() : ((Button) widget).getText());
    }

    private boolean enabled() {
        return widget instanceof ToolItem item ? item.isEnabled() : ((Button) widget).isEnabled();
    }
}

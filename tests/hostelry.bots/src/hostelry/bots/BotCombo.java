package hostelry.bots;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;

/** A choice. */
public final class BotCombo {
    private final Bot bot;
    private final Combo combo;

    BotCombo(Bot bot, Combo combo) {
        this.bot = bot;
        this.combo = combo;
    }

    public List<String> items() {
        return bot.ui(() -> Arrays.asList(combo.getItems()));
    }

    /** What is selected. */
    public String getText() {
        return bot.ui(combo::getText);
    }

    /** Selects the first entry that begins so. */
    public void setSelection(String start) {
        bot.ui(() -> {
            for (int i = 0; i < combo.getItemCount(); i++) {
                if (combo.getItem(i).startsWith(start)) {
                    combo.select(i);
                    Bot.notify(combo, SWT.Selection, null);
                    return null;
                }
            }
            throw new AssertionError("no “" + start + "” in " + Arrays.toString(combo.getItems()));
        });
    }
}

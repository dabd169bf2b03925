package hostelry.bots;

import java.util.List;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Table;

/** The alerts at the bottom. */
public final class AlertsStrip {
    private final Bot bot;

    AlertsStrip(Bot bot) {
        this.bot = bot;
    }

    /** What the alerts say, the newest first. */
    public List<String> texts() {
        return bot.exists(Table.class, "alerts") ? bot.table("alerts").column("What", 50) : List.of();
    }

    /** What stands on the tab: {@code Alerts (2)}. */
    public String tab() {
        CTabFolder folder = bot.find(CTabFolder.class, "activity");
        return bot.ui(() -> folder.getSelection().getText());
    }

    /** Selects the one whose About column says that, and clicks Dismiss; a question follows. */
    public void dismiss(String about) {
        bot.table("alerts").selectWhere("About", about);
        bot.button("alerts.dismiss").click();
    }
}

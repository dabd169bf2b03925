package hostelry.bots;

import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Table;

/** The requests at the bottom. */
public final class ApiLogStrip {
    private final Bot bot;

    ApiLogStrip(Bot bot) {
        this.bot = bot;
    }

    /** Paths that were asked, the newest first. */
    public List<String> paths() {
        return bot.exists(Table.class, "apilog") ? bot.table("apilog").column("Path", 50) : List.of();
    }

    /** What lies on the clipboard after a request of that path was copied for a terminal. */
    public String curl(String path) {
        bot.table("apilog").selectWhere("Path", path);
        bot.button("apilog.curl").click();
        return bot.ui(() -> {
            Clipboard clipboard = new Clipboard(org.eclipse.swt.widgets.Display.getCurrent());
            try {
                return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
    }
}

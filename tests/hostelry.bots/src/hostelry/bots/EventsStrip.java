package hostelry.bots;

import java.nio.file.Path;
import java.util.List;

/** The events at the bottom. */
public final class EventsStrip {
    private final Bot bot;

    EventsStrip(Bot bot) {
        this.bot = bot;
    }

    public BotTable table() {
        return bot.table("events");
    }

    /** {@code All severities}, {@code Warnings and worse}, … */
    public void severity(String least) {
        bot.comboBox("events.severity").setSelection(least);
    }

    public void filter(String words) {
        bot.text("events.filter").setText(words);
    }

    /** Clicks “Only about what is selected”. */
    public void onlySelected() {
        bot.button("events.selected").click();
    }

    /** Such as {@code 2 of 14 events}. */
    public String count() {
        return bot.label("events.count");
    }

    /** What the events that are shown say, the newest first. */
    public List<String> texts() {
        return bot.exists(org.eclipse.swt.widgets.Table.class, "events") ? table().column("What", 50) : List.of();
    }

    public void export(Path file) {
        bot.button("events.export").click();
        bot.shell("Export events");
        bot.text("export.file").setText(file.toString());
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen("Export events"));
    }
}

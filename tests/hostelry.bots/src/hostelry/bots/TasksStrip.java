package hostelry.bots;

/** The tasks at the bottom. */
public final class TasksStrip {
    private final Bot bot;

    TasksStrip(Bot bot) {
        this.bot = bot;
    }

    /** Status of the newest task of that title; empty where there is none. */
    public String status(String title) {
        return bot.exists(org.eclipse.swt.widgets.Table.class, "tasks") ? bot.table("tasks").cell(title, "Status") : "";
    }

    public void waitFor(String title, String status, long millis) {
        bot.waitUntil(title + " is " + status, () -> status.equals(status(title)), millis);
    }

    /** Cancels what runs longest. */
    public void cancel() {
        bot.button("tasks.cancel").click();
    }
}

package hostelry.bots;

import java.util.List;

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

    public void select(String title) {
        bot.table("tasks").select(title);
        bot.waitUntil(title + " is shown", () -> title.equals(bot.label("task.title")));
    }

    public void cancel(String title) {
        select(title);
        bot.button("tasks.cancel").click();
    }

    /** Takes out of the list what is over. */
    public void clearFinished() {
        bot.button("Clear finished").click();
    }

    /** Brings back what was taken out. */
    public void showCleared() {
        bot.button("Show cleared").click();
    }

    /** Shows {@code All}, {@code Running}, {@code Failed} or {@code Mine}. */
    public void show(String kind) {
        bot.comboBox("tasks.kind").setSelection(kind);
    }

    public boolean lists(String title) {
        return bot.exists(org.eclipse.swt.widgets.Table.class, "tasks") && bot.table("tasks").contains(title);
    }

    /** Who, when and under which correlation id the selected one was asked for. */
    public String facts() {
        return bot.text("task.facts").getText();
    }

    /** Why the selected one failed; empty where it did not. */
    public String why() {
        return bot.exists(org.eclipse.swt.widgets.Label.class, "task.why") ? bot.label("task.why") : "";
    }

    /** The steps of the selected one, from above. */
    public List<String> steps(String job) {
        return bot.tree("task.steps").below(job);
    }
}

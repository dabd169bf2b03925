package hostelry.bots;

import java.util.List;

/** The editor of a machine: its sections at the left, and below what waits for its next start. */
public final class VmEditor {
    private final Bot bot;
    private final VerbForm form;

    VmEditor(Bot bot, String vm) {
        this.bot = bot;
        this.form = new VerbForm(bot, "Edit " + vm);
    }

    public VerbForm form() {
        return form;
    }

    public List<String> sections() {
        return bot.table("editvm.sections").first();
    }

    /** Goes to a section: fields of others can't be seen, and so not be found. */
    public VmEditor section(String name) {
        bot.table("editvm.sections").click(name);
        return this;
    }

    /** What is told of changes that wait. */
    public String waiting() {
        return bot.text("editvm.waiting").getText();
    }

    /** Waits until it tells of such a change; with an empty text: of none. */
    public void waitForWaiting(String part) {
        bot.waitUntil("the editor tells what waits: " + part, () -> part.isEmpty() ? waiting().isEmpty() : waiting().contains(part));
    }
}

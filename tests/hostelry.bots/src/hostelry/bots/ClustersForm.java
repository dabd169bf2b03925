package hostelry.bots;

import org.eclipse.swt.widgets.Button;

/** The form that says which clusters have a network, and what for. */
public final class ClustersForm {
    private final Bot bot;
    private final String title;

    ClustersForm(Bot bot, String network) {
        this.bot = bot;
        this.title = "Clusters of network " + network;
        bot.shell(title);
    }

    public ClustersForm cluster(String name) {
        bot.comboBox("assign.cluster").setSelection(name);
        return this;
    }

    /** @param box {@code assigned}, {@code required} or a role as oVirt calls it, such as {@code display} */
    public boolean isChecked(String box) {
        Button button = bot.find(Button.class, "assign." + box);
        return bot.ui(button::getSelection);
    }

    public ClustersForm check(String box, boolean on) {
        if (isChecked(box) != on) {
            bot.button("assign." + box).click();
        }
        return this;
    }

    public void save() {
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen(title));
    }
}

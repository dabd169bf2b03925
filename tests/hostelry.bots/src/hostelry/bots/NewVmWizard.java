package hostelry.bots;

/** The form for a new machine. */
public final class NewVmWizard {
    private final Bot bot;

    NewVmWizard(Bot bot) {
        this.bot = bot;
    }

    public NewVmWizard name(String name) {
        bot.text("newvm.name").setText(name);
        return this;
    }

    public NewVmWizard description(String text) {
        bot.text("newvm.description").setText(text);
        return this;
    }

    public NewVmWizard template(String name) {
        bot.comboBox("newvm.template").setSelection(name);
        return this;
    }

    public NewVmWizard memory(String size) {
        bot.text("newvm.memory").setText(size);
        return this;
    }

    public NewVmWizard cpus(int number) {
        bot.text("newvm.cpus").setText(Integer.toString(number));
        return this;
    }

    public NewVmWizard disk(String size) {
        bot.text("newvm.disk").setText(size);
        return this;
    }

    public NewVmWizard bootFrom(String iso) {
        bot.comboBox("newvm.iso").setSelection(iso);
        return this;
    }

    public NewVmWizard network(String name) {
        bot.comboBox("newvm.network").setSelection(name);
        return this;
    }

    /** What the form says below. */
    public String message() {
        return bot.label("form.message");
    }

    public boolean canFinish() {
        return bot.button("form.ok").isEnabled();
    }

    /** Creates it; back when the engine has. */
    public void finish() {
        bot.button("form.ok").click();
        bot.waitUntil("the wizard is closed", () -> !bot.isOpen("New virtual machine"));
    }

    public void cancel() {
        bot.button("form.cancel").click();
        bot.waitUntil("the wizard is closed", () -> !bot.isOpen("New virtual machine"));
    }
}

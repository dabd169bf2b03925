package hostelry.bots;

/** The table of machines, with its verbs above. */
public final class VmsTable {
    private final Bot bot;
    private final BotTable table;

    VmsTable(Bot bot, BotTable table) {
        this.bot = bot;
        this.table = table;
    }

    public BotTable table() {
        return table;
    }

    public void select(String name) {
        table.select(name);
    }

    public String status(String name) {
        return table.cell(name, "Status");
    }

    public void waitForStatus(String name, String status, long millis) {
        table.waitFor(name, "Status", status, millis);
    }

    public void filter(String text) {
        bot.text("vms.filter").setText(text);
    }

    public void start(String name) {
        table.select(name);
        bot.toolbarButton("vm.start").click();
    }

    public void shutDown(String name) {
        table.select(name);
        bot.toolbarButton("vm.shutdown").click();
    }

    /** Asks; answer with {@link HostelryWindow#confirmation}. */
    public void powerOff(String name) {
        table.select(name);
        bot.toolbarButton("vm.stop").click();
    }

    public void openConsole(String name) {
        table.select(name);
        bot.toolbarButton("vm.console").click();
    }

    /** Asks; answer with {@link HostelryWindow#confirmation}. */
    public void delete(String name) {
        table.select(name);
        bot.toolbarButton("vm.delete").click();
    }
}

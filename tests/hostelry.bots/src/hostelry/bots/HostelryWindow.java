package hostelry.bots;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** The window as people speak of it. */
public final class HostelryWindow {
    private final Bot bot;

    public HostelryWindow(Display display) {
        this.bot = new Bot(display);
    }

    public Bot bot() {
        return bot;
    }

    /** Waits until the engine is there. */
    public void waitUntilConnected(long millis) {
        bot.waitUntil("the window is connected",
                () -> bot.exists(Label.class, "connection") && bot.label("connection").startsWith("Connected"), millis);
    }

    /** Waits until the window is at this engine: on another machine its address and port, "localhost (embedded)" for its own. */
    public void waitUntilConnectedTo(String engine) {
        bot.waitUntil("the window is at " + engine, () -> bot.label("connection").startsWith("Connected to " + engine + " "));
    }

    public EstateTree estateTree() {
        return new EstateTree(bot.tree("estate"));
    }

    /** Goes to the machines, and gives their table. */
    public VmsTable vmsTable() {
        estateTree().goToVms();
        return new VmsTable(bot, bot.table("vms"));
    }

    public BotTable hostsTable() {
        estateTree().goToHosts();
        return bot.table("hosts");
    }

    public BotTable storageTable() {
        estateTree().goTo("Storage");
        return bot.table("storage");
    }

    public BotTable disksTable() {
        estateTree().goTo("Disks");
        return bot.table("disks");
    }

    public BotTable networksTable() {
        estateTree().goTo("Networks");
        return bot.table("networks");
    }

    public BotTable templatesTable() {
        estateTree().goTo("Templates");
        return bot.table("templates");
    }

    /** Makes a template from a machine, and waits until the engine has. */
    public void makeTemplate(String vm, String name) {
        VmsTable vms = vmsTable();
        vms.select(vm);
        vms.table().contextMenu("Make template");
        bot.shell("Make template from " + vm);
        bot.text("template.name").setText(name);
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen("Make template from " + vm));
    }

    /** Clones a machine, and waits until the engine has. */
    public void cloneVm(String vm, String name) {
        VmsTable vms = vmsTable();
        vms.select(vm);
        vms.table().contextMenu("Clone");
        bot.shell("Clone " + vm);
        bot.text("clone.name").setText(name);
        bot.button("form.ok").click();
        bot.waitUntil("the form is closed", () -> !bot.isOpen("Clone " + vm));
    }

    /** The serial console of a machine that runs. */
    public SerialConsole serialConsole(String vm) {
        VmsTable vms = vmsTable();
        vms.select(vm);
        vms.table().contextMenu("Serial console");
        return new SerialConsole(bot, vm);
    }

    /** The form of a machine's verb, from its menu in the table; its title is the verb's own words. */
    public VerbForm formOf(String vm, String verb, String title) {
        VmsTable vms = vmsTable();
        vms.select(vm);
        vms.table().contextMenu(verb);
        return new VerbForm(bot, title);
    }

    /** A form that is open, or opens now. */
    public VerbForm form(String title) {
        return new VerbForm(bot, title);
    }

    /** The editor of a machine. */
    public VmEditor editorOf(String vm) {
        VmsTable vms = vmsTable();
        vms.select(vm);
        vms.table().contextMenu("Edit");
        return new VmEditor(bot, vm);
    }

    /** The form that opened by itself, with the line for a machine that is to be a host. */
    public VerbForm line() {
        return new VerbForm(bot, "Run this on the new machine");
    }

    /** The form that stands behind a button above the page. */
    public VerbForm formBehind(String button, String title) {
        bot.toolbarButton(button).click();
        return new VerbForm(bot, title);
    }

    /** Opens “Set up networks…” of a host. */
    public SetupNetworks setUpNetworks(String host) {
        BotTable hosts = hostsTable();
        hosts.select(host);
        hosts.contextMenu("Set up networks");
        return new SetupNetworks(bot, host);
    }

    /** The tree of cards on the page of a host. */
    public BotTree cardsOf(String host) {
        hostsTable().select(host);
        bot.cTabItem("host.nics");
        return bot.tree("host.nics.tree");
    }

    /** The form of the clusters of the network that is selected. */
    public ClustersForm clustersOf(String network) {
        networksTable().select(network);
        bot.toolbarButton("network.assign").click();
        return new ClustersForm(bot, network);
    }

    public BotTable profilesTable() {
        estateTree().goTo("vNIC profiles");
        return bot.table("profiles");
    }

    public TasksStrip tasksStrip() {
        bot.cTabItem("tasks");
        return new TasksStrip(bot);
    }

    public SearchBar searchBar() {
        return new SearchBar(bot);
    }

    /** The login that opened by itself. */
    public ConnectDialog openLogin() {
        bot.shell("Connect");
        return new ConnectDialog(bot);
    }

    public ConnectDialog connectDialog() {
        bot.menu("File", "Connect");
        bot.shell("Connect");
        return new ConnectDialog(bot);
    }

    public AccessRoom access() {
        return new AccessRoom(this);
    }

    public EventsStrip eventsStrip() {
        bot.cTabItem("events");
        return new EventsStrip(bot);
    }

    public AlertsStrip alertsStrip() {
        bot.cTabItem("alerts");
        return new AlertsStrip(bot);
    }

    public ApiLogStrip apiLogStrip() {
        bot.cTabItem("apilog");
        return new ApiLogStrip(bot);
    }

    /** Key of the tab at the bottom that is open. */
    public String selectedTab() {
        CTabFolder folder = bot.find(CTabFolder.class, "activity");
        return bot.ui(() -> String.valueOf(folder.getSelection().getData(Bot.KEY)));
    }

    public NewVmWizard newVmWizard() {
        bot.menu("File", "New VM");
        bot.shell("New virtual machine");
        return new NewVmWizard(bot);
    }

    public UploadIsoDialog uploadIsoDialog() {
        bot.menu("File", "Upload ISO");
        bot.shell("Upload ISO");
        return new UploadIsoDialog(bot);
    }

    /** The question before something that can't be taken back. */
    public Confirmation confirmation(String title) {
        bot.shell(title);
        return new Confirmation(bot, title);
    }

    /** The reasons that are shown after a click on “Why not”. */
    public WhyNot whyNot(String verb) {
        return new WhyNot(bot, bot.shell("Why not “" + verb + "”?"));
    }

    /** What stands above the page; empty where nothing does. */
    public String notice() {
        return bot.exists(Label.class, "notice.text") ? bot.label("notice.text") : "";
    }

    public void screenshot(String name) {
        bot.screenshot(name);
    }
}

package hostelry.bots;

import org.eclipse.swt.widgets.Display;

/** Walks through the window and takes a picture of each place; for eyes, and for the README. */
public final class WindowTour {
    private final HostelryWindow window;

    public WindowTour(Display display) {
        this.window = new HostelryWindow(display);
    }

    public void run(String prefix) {
        Bot bot = window.bot();
        window.waitUntilConnected(60_000);
        window.vmsTable().select("web1");
        Bot.sleep(25_000);
        window.screenshot(prefix + "vms");
        bot.cTabItem("vm.performance");
        Bot.sleep(600);
        window.screenshot(prefix + "performance");
        bot.cTabItem("vm.disks");
        bot.cTabItem("events");
        Bot.sleep(600);
        window.screenshot(prefix + "disks-events");
        bot.cTabItem("vm.general");
        window.hostsTable().select("lodge1");
        Bot.sleep(600);
        window.screenshot(prefix + "hosts");
        window.estateTree().selectVm("db1");
        Bot.sleep(600);
        window.screenshot(prefix + "vm");
        window.storageTable().select("local-data");
        Bot.sleep(600);
        window.screenshot(prefix + "storage");
        window.disksTable();
        Bot.sleep(600);
        window.screenshot(prefix + "disks");
        window.networksTable().select("ovirtmgmt");
        Bot.sleep(600);
        window.screenshot(prefix + "networks");
        window.estateTree().tree().select("Estate");
        Bot.sleep(600);
        window.screenshot(prefix + "estate");
        window.vmsTable();
        var wizard = window.newVmWizard().name("web1");
        Bot.sleep(900);
        window.screenshot(prefix + "wizard-taken");
        wizard.name("web9");
        Bot.sleep(600);
        window.screenshot(prefix + "wizard");
        wizard.cancel();
        window.vmsTable().delete("build2");
        Bot.sleep(400);
        window.screenshot(prefix + "delete");
        window.confirmation("Delete").no();
        window.hostsTable().select("lodge1");
        bot.toolbarButton("host.maintenance").click();
        Bot.sleep(900);
        window.screenshot(prefix + "refused");
        bot.toolbarButton("notice.close").click();
        window.vmsTable().start("mail1");
        bot.cTabItem("tasks");
        Bot.sleep(500);
        window.screenshot(prefix + "starting");
        window.vmsTable().filter("db");
        Bot.sleep(600);
        window.screenshot(prefix + "filter");
        window.vmsTable().filter("");
        rooms(prefix);
        bot.menu("Help", "About Hostelry");
        Bot.sleep(400);
        window.screenshot(prefix + "about");
        bot.button("Close").click();
        bot.menu("Help", "Keyboard shortcuts");
        Bot.sleep(400);
        window.screenshot(prefix + "shortcuts");
        bot.button("Close").click();
    }

    /** Finding, tasks and events, who may what, and the login. */
    private void rooms(String prefix) {
        Bot bot = window.bot();
        SearchBar search = window.searchBar().type("Vms: status = ");
        Bot.sleep(900);
        window.screenshot(prefix + "search-completion");
        search.type("Vms: status = up and name = web*").enter();
        Bot.sleep(900);
        window.screenshot(prefix + "search-found");
        search.type("Vms: sattus = up").enter();
        Bot.sleep(900);
        window.screenshot(prefix + "search-mistake");
        search.type("");
        window.tasksStrip().select("Start build2");
        window.screenshot(prefix + "tasks");
        window.eventsStrip().severity("Warnings");
        window.screenshot(prefix + "events");
        window.vmsTable().select("build2");
        Bot.sleep(600);
        bot.table("vms").contextMenu("Why not", "Why not “Start”");
        WhyNot why = window.whyNot("Start");
        window.screenshot(prefix + "why-not");
        why.close();
        window.access().usersTable().select("carol@internal");
        window.screenshot(prefix + "users");
        BotTable roles = window.access().rolesTable();
        roles.select("HostAdmin");
        Bot.sleep(600);
        window.screenshot(prefix + "roles");
        bot.toolbarButton("role.copy").click();
        bot.shell("Copy HostAdmin");
        Bot.sleep(600);
        window.screenshot(prefix + "role-editor");
        bot.button("form.cancel").click();
        window.estateTree().tree().select("Estate", "Default", "Default");
        Bot.sleep(600);
        window.screenshot(prefix + "cluster");
        ConnectDialog login = window.connectDialog();
        window.screenshot(prefix + "connect");
        login.cancel();
    }
}

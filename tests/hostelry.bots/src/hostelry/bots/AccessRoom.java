package hostelry.bots;

import java.util.List;

/** Users, groups, roles and permissions. */
public final class AccessRoom {
    private final HostelryWindow window;
    private final Bot bot;

    AccessRoom(HostelryWindow window) {
        this.window = window;
        this.bot = window.bot();
    }

    public BotTable usersTable() {
        window.estateTree().tree().select("Access", "Users");
        return bot.table("users");
    }

    public BotTable groupsTable() {
        window.estateTree().tree().select("Access", "Groups");
        return bot.table("groups");
    }

    public BotTable rolesTable() {
        window.estateTree().tree().select("Access", "Roles");
        return bot.table("roles");
    }

    public void newUser(String name, String first, String password) {
        usersTable();
        bot.toolbarButton("user.new").click();
        bot.shell("New user");
        bot.text("user.login").setText(name);
        bot.text("user.first").setText(first);
        bot.text("user.password").setText(password);
        bot.text("user.again").setText(password);
    }

    /** What the form that is open says below. */
    public String message() {
        return bot.label("form.message");
    }

    public void password(String first, String again) {
        bot.text("user.password").setText(first);
        bot.text("user.again").setText(again);
    }

    public void ok(String title) {
        bot.button("form.ok").click();
        bot.waitUntil(title + " is closed", () -> !bot.isOpen(title));
    }

    /** Rows of the permissions tab that is open: who, role and where from. */
    public List<String> permissions() {
        return bot.exists(org.eclipse.swt.widgets.Table.class, "permissions.on")
                ? rows(bot.table("permissions.on"))
                : bot.exists(org.eclipse.swt.widgets.Table.class, "permissions.of") ? rows(bot.table("permissions.of")) : List.of();
    }

    private static List<String> rows(BotTable table) {
        List<String> who = table.first();
        List<String> role = table.column("Role", 50);
        return java.util.stream.IntStream.range(0, Math.min(who.size(), role.size())).mapToObj(i -> who.get(i) + ": " + role.get(i))
                .toList();
    }

    /** Adds a permission on the page that is open. */
    public void grant(String who, String role) {
        bot.toolbarButton("permissions.add").click();
        bot.shell("Add a permission");
        bot.text("grant.filter").setText(who);
        bot.table("grant.who").click(who);
        bot.comboBox("grant.role").setSelection(role);
        ok("Add a permission");
    }
}

package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.AccessRoom;
import hostelry.bots.BotTable;
import hostelry.bots.HostelryWindow;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may what: users, groups, roles and permissions as an administrator deals with them. */
class AccessTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;
    private AccessRoom access;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
        access = window.access();
    }

    @Test
    void aNewUserIsCheckedWhileOneTypesAndRefusedInWords() {
        access.newUser("erin", "Erin", "password1");
        access.password("short", "short");
        window.bot().waitUntil("too short", () -> access.message().startsWith("The password has 5 of at least 8"));
        access.password("password1", "password2");
        window.bot().waitUntil("they differ", () -> access.message().equals("The two passwords differ."));
        access.password("password1", "password1");
        window.bot().button("form.ok").click();
        window.bot().waitUntil("the engine says why", () -> access.message().contains("one of those that are tried first"));
        window.screenshot("access-new-user");
        access.password("four small blue lamps", "four small blue lamps");
        access.ok("New user");
        access.usersTable().waitFor("erin@internal", "Status", "Active", SOON);
    }

    @Test
    void usersAreUnlockedDisabledAndGivenPasswords() {
        BotTable users = access.usersTable();
        users.waitFor("carol@internal", "Status", "Locked", SOON);
        users.select("carol@internal");
        window.screenshot("access-users");
        window.bot().toolbarButton("user.unlock").click();
        users.waitFor("carol@internal", "Status", "Active", SOON);
        window.bot().toolbarButton("user.disable").click();
        window.confirmation("Disable users").yes();
        users.waitFor("carol@internal", "Status", "Disabled", SOON);
        users.contextMenu("Enable");
        users.waitFor("carol@internal", "Status", "Active", SOON);
        window.bot().toolbarButton("user.password").click();
        window.bot().shell("Password of carol@internal");
        window.bot().text("password.new").setText("four small blue lamps");
        window.bot().text("password.again").setText("four small blue lamps");
        access.ok("Password of carol@internal");
    }

    @Test
    void myOwnPasswordIsChangedFromTheMenu() {
        window.bot().menu("File", "Change my password");
        window.bot().shell("Change my password");
        window.bot().text("password.old").setText("wrong");
        window.bot().text("password.new").setText("four small blue lamps");
        window.bot().text("password.again").setText("four small blue lamps");
        window.bot().button("form.ok").click();
        window.bot().waitUntil("the old one is wrong", () -> access.message().startsWith("The old password is wrong."));
        window.bot().text("password.old").setText("paper-and-pen");
        access.ok("Change my password");
    }

    @Test
    void aGroupGetsMembers() {
        BotTable groups = access.groupsTable();
        groups.select("operators");
        window.bot().toolbarButton("group.members").click();
        window.bot().shell("Members of operators");
        window.bot().table("members.users").check("dave@internal", true);
        access.ok("Members of operators");
        groups.waitFor("operators", "Members", "2", SOON);
        window.screenshot("access-groups");
    }

    @Test
    void aPredefinedRoleIsCopiedAndTheCopyChanged() {
        BotTable roles = access.rolesTable();
        roles.select("HostAdmin");
        assertFalse(window.bot().toolbarButton("role.edit").isEnabled());
        assertTrue(window.bot().toolbarButton("role.edit").tip().contains("predefined"));
        window.bot().toolbarButton("role.copy").click();
        window.bot().shell("Copy HostAdmin");
        window.bot().text("role.name").setText("HostKeeper");
        window.bot().tree("permits").check(false, "Host", "Create  (administrators only)");
        window.screenshot("access-role");
        access.ok("Copy HostAdmin");
        roles.waitFor("HostKeeper", "Permits", "2", SOON);
        roles.select("HostKeeper");
        window.screenshot("access-roles");
        window.bot().toolbarButton("role.delete").click();
        window.confirmation("Remove roles").yes();
        roles.waitUntilGone("HostKeeper", SOON);
    }

    @Test
    void everyObjectTellsWhoMayWhatAndWhereFrom() {
        window.vmsTable().select("web1");
        window.bot().cTabItem("vm.permissions");
        window.bot().waitUntil("own and inherited ones", () -> access.permissions().containsAll(
                List.of("dave@internal: VmOperator", "operators: VmOperator", "admin@internal: SuperUser")));
        BotTable table = window.bot().table("permissions.on");
        table.click("operators");
        assertFalse(window.bot().toolbarButton("permissions.remove").isEnabled());
        assertEquals("What is inherited is removed where it was given: Default.", window.bot().toolbarButton("permissions.remove").tip());
        window.screenshot("access-permissions");
        access.grant("carol@internal", "VmOperator");
        window.bot().waitUntil("carol has it", () -> access.permissions().contains("carol@internal: VmOperator"));
        table.click("carol@internal");
        window.bot().toolbarButton("permissions.remove").click();
        window.confirmation("Remove permissions").yes();
        window.bot().waitUntil("it is taken away", () -> !access.permissions().contains("carol@internal: VmOperator"));
        window.bot().cTabItem("vm.general");
    }
}

package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.bots.BotTable;
import hostelry.bots.HostelryWindow;
import hostelry.bots.SearchBar;
import hostelry.bots.VmsTable;
import java.util.List;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding things: by the language, by name, by saved search and by tag. */
class SearchTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    private BotTable found() {
        window.bot().waitUntil("a table of what was found", () -> window.bot().exists(Table.class, "found.vms"));
        return window.bot().table("found.vms");
    }

    @Test
    void theFieldProposesHowToGoOn() {
        SearchBar search = window.searchBar().type("V");
        search.waitForProposals("Vms:");
        search.tab();
        window.bot().waitUntil("it is written", () -> search.text().equals("Vms: "));
        search.waitForProposals("name", "status", "tag");
        search.down();
        search.down();
        search.enter();
        window.bot().waitUntil("the second is taken", () -> search.text().equals("Vms: status "));
        search.type("Vms: status = ");
        search.waitForProposals("down", "paused", "up");
        window.screenshot("search-completion");
        search.type("Vms: status = pau");
        search.waitForProposals("paused");
        search.tab();
        window.bot().waitUntil("it is written", () -> search.text().equals("Vms: status = paused "));
        search.enter();
        window.bot().waitUntil("one is found", () -> window.bot().exists(Table.class, "found.vms") && found().contains("desk1"));
        assertEquals(List.of("Paused"), found().column("Status", 20).stream().distinct().toList());
        window.screenshot("search-found");
    }

    @Test
    void aMistakeIsUnderlinedAndSaid() {
        SearchBar search = window.searchBar().type("Vms: sattus = up");
        search.enter();
        window.bot().waitUntil("it is said", () -> search.mistake().startsWith("There is no field “sattus”."));
        assertEquals("sattus", search.underlined());
        window.screenshot("search-mistake");
        search.type("");
        window.bot().waitUntil("it is gone", () -> search.mistake().isEmpty());
    }

    @Test
    void aNameLeadsThere() {
        SearchBar search = window.searchBar().type("db1");
        search.waitForProposals("db1");
        search.enter();
        window.bot().waitUntil("its pages", () -> window.bot().exists(org.eclipse.swt.custom.CTabItem.class, "vm.general"));
    }

    @Test
    void aSearchIsSavedAndFoundInTheTree() {
        SearchBar search = window.searchBar().type("Vms: name = web*");
        search.save("Web servers");
        window.estateTree().tree().select("Saved searches", "Web servers");
        found().waitFor("web1", "Status", "Up", SOON);
        assertEquals("Vms: name = web*", window.searchBar().text());
        window.screenshot("search-saved");
        window.estateTree().tree().contextMenu("Remove");
        window.confirmation("Remove saved searches").yes();
        window.bot().waitUntil("it is gone", () -> !window.estateTree().tree().contains("Saved searches", "Web servers"));
    }

    @Test
    void aTagIsPutOnAndShowsWhatHasIt() {
        VmsTable vms = window.vmsTable();
        vms.select("cache1");
        vms.table().contextMenu("Tags");
        window.bot().shell("Tags of cache1");
        window.bot().table("tagging.tags").check("night backup", true);
        window.screenshot("tags");
        window.bot().button("form.ok").click();
        window.estateTree().tree().select("Tags", "night backup");
        found().waitFor("cache1", "Status", "Up", SOON);
        window.estateTree().tree().contextMenu("Rename or move");
        window.bot().shell("Edit night backup");
        window.bot().text("tag.name").setText("nightly");
        window.bot().comboBox("tag.parent").setSelection("prod");
        window.bot().button("form.ok").click();
        window.bot().waitUntil("it has moved", () -> window.estateTree().tree().contains("Tags", "prod", "nightly"));
        window.estateTree().tree().select("Tags", "prod", "nightly");
        found().waitFor("cache1", "Status", "Up", SOON);
        window.screenshot("tags-tree");
    }
}

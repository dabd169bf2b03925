package hostelry.engine.search.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Search.Mistake;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.model.Bookmark;
import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class WordVerbsTest {
    private static final String ROOT = "00000000-0000-0000-0000-000000000000";
    private final MemoryInventory inventory = new MemoryInventory();
    private final Function<String, Optional<Mistake>> mistake = text -> text.startsWith("Vms:")
            ? Optional.empty()
            : Optional.of(new Mistake(0, 1, "A search begins with Vms:."));

    private static Tag tag(String name, @Nullable String parent) {
        Tag tag = HostelryFactory.eINSTANCE.createTag();
        tag.setName(name);
        tag.setParent(parent);
        return tag;
    }

    private static Bookmark bookmark(String name, String value) {
        Bookmark bookmark = HostelryFactory.eINSTANCE.createBookmark();
        bookmark.setName(name);
        bookmark.setValue(value);
        return bookmark;
    }

    private static String against(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    private static <T> T perform(Verb<T> verb) throws Exception {
        assertEquals("", against(verb));
        return verb.perform(new FakeProgress());
    }

    private Tag added(String name, @Nullable String parent) throws Exception {
        return perform(new AddTag(inventory, tag(name, parent)));
    }

    @Test
    void whatSpeaksAgainstATag() throws Exception {
        Tag shop = added("shop", ROOT);
        assertEquals(null, shop.getParent(), "oVirt's root is no tag of ours");

        assertTrue(against(new AddTag(inventory, tag("shop", null))).startsWith("There is a tag named shop already."));
        assertTrue(against(new AddTag(inventory, tag("", null))).startsWith("A tag needs a name."));
        assertTrue(against(new AddTag(inventory, tag("two words", "none"))).contains("1 to 50 letters"));
        assertTrue(against(new AddTag(inventory, tag("two words", "none"))).contains("There is no tag none."), "all reasons");
    }

    @Test
    void aTagDoesNotComeToStandBelowItself() throws Exception {
        Tag shop = added("shop", null);
        Tag front = added("front", shop.getId());
        Tag window = added("window", front.getId());

        assertTrue(against(new UpdateTag(inventory, shop.getId(), new Patch<>(tag("x", window.getId()), Set.of("parent"))))
                .startsWith("A tag can't stand below itself."));
        assertTrue(against(new UpdateTag(inventory, shop.getId(), new Patch<>(tag("x", shop.getId()), Set.of("parent"))))
                .startsWith("A tag can't stand below itself."));
        Tag moved = perform(new UpdateTag(inventory, window.getId(), new Patch<>(tag("pane", shop.getId()), Set.of("parent", "name"))));
        assertEquals("pane", moved.getName());
        assertEquals(shop.getId(), moved.getParent());
    }

    @Test
    void tagsAreOnThingsUntilTheyGo() throws Exception {
        new Estates(inventory).vm("v1", "web1", vm -> {});
        Tag shop = added("shop", null);
        Tag front = added("front", shop.getId());
        perform(new AttachTag(inventory, front.getId(), Vm.class, "v1"));
        perform(new AttachTag(inventory, front.getId(), Vm.class, "v1"));
        perform(new AttachTag(inventory, shop.getId(), User.class, WellKnown.ADMIN));
        assertEquals(List.of(front.getId()), vm().getTags(), "once");

        perform(new DetachTag(inventory, front.getId(), Vm.class, "v1"));
        perform(new DetachTag(inventory, front.getId(), Vm.class, "v1"));
        assertEquals(List.of(), vm().getTags());

        perform(new AttachTag(inventory, front.getId(), Vm.class, "v1"));
        assertEquals("Attach tag front to VM web1", new AttachTag(inventory, front.getId(), Vm.class, "v1").title());
        perform(new RemoveTag(inventory, shop.getId()));
        assertEquals(List.of(), vm().getTags());
        assertEquals(List.of(), inventory.find(User.class, WellKnown.ADMIN).orElseThrow().getTags());
        assertTrue(inventory.all(Tag.class).isEmpty(), "with all below it");
        assertTrue(against(new AttachTag(inventory, front.getId(), Vm.class, "v2")).contains("There is no VM v2"));
    }

    private Vm vm() {
        return inventory.find(Vm.class, "v1").orElseThrow();
    }

    @Test
    void twoThatWantTheSameNameAtOnceGetItOnce() throws Exception {
        AddTag second = new AddTag(inventory, tag("shop", null));
        assertEquals("", against(second));
        added("shop", null);

        assertThrows(Refusal.class, () -> second.perform(new FakeProgress()));
        assertEquals(1, inventory.all(Tag.class).size());
    }

    @Test
    void bookmarksKeepSearchesThatCanBeUnderstood() throws Exception {
        Bookmark running = perform(new AddBookmark(inventory, mistake, bookmark("running", "Vms: status = up")));

        assertTrue(against(new AddBookmark(inventory, mistake, bookmark("running", "Vms:")))
                .startsWith("There is a bookmark named running already."));
        assertTrue(against(new AddBookmark(inventory, mistake, bookmark(" ", ""))).contains("A bookmark needs a search."));
        assertTrue(against(new AddBookmark(inventory, mistake, bookmark("x", "up"))).contains("at character 1: A search begins with"));

        Bookmark changed = perform(
                new UpdateBookmark(inventory, mistake, running.getId(), new Patch<>(bookmark("x", "Vms: web"), Set.of("value"))));
        assertEquals("running", changed.getName());
        assertEquals("Vms: web", changed.getValue());
        perform(new RemoveBookmark(inventory, running.getId()));
        assertTrue(inventory.all(Bookmark.class).isEmpty());
        assertTrue(against(new RemoveBookmark(inventory, running.getId())).startsWith("There is no bookmark"));
    }
}

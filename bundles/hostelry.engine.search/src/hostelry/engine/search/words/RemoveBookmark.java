package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Bookmark;
import java.util.List;
import java.util.Map;

/** Forgets a search that was kept. */
final class RemoveBookmark implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RemoveBookmark(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveBookmark";
    }

    @Override
    public String title() {
        return "Remove bookmark " + WordChecks.name(inventory, Bookmark.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        new WordChecks(inventory, problems).there(Bookmark.class, "bookmark", id);
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, checks -> checks.there(Bookmark.class, "bookmark", id));
            draft.remove(Bookmark.class, id);
            return null;
        });
    }
}

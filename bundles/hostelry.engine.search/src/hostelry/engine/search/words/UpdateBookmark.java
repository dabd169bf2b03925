package hostelry.engine.search.words;

import hostelry.api.Patch;
import hostelry.api.Search.Mistake;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Bookmark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Changes the name or the search of a bookmark. */
final class UpdateBookmark implements Verb<Bookmark> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "value");
    private final Inventory inventory;
    private final Function<String, Optional<Mistake>> mistake;
    private final String id;
    private final Patch<Bookmark> patch;

    UpdateBookmark(Inventory inventory, Function<String, Optional<Mistake>> mistake, String id, Patch<Bookmark> patch) {
        this.inventory = inventory;
        this.mistake = mistake;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateBookmark";
    }

    @Override
    public String title() {
        return "Edit bookmark " + WordChecks.name(inventory, Bookmark.class, id);
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
        check(new WordChecks(inventory, problems));
    }

    private void check(WordChecks checks) {
        checks.there(Bookmark.class, "bookmark", id).ifPresent(
                bookmark -> checks.fits(Patches.applied(bookmark, patch, Patches.changed(bookmark, patch, FEATURES)), id, mistake));
    }

    @Override
    public Bookmark perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, this::check);
            Bookmark bookmark = draft.edit(Bookmark.class, id);
            Patches.apply(bookmark, patch, Patches.changed(bookmark, patch, FEATURES));
            return bookmark;
        });
    }
}

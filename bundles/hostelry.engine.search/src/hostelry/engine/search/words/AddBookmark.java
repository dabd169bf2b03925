package hostelry.engine.search.words;

import hostelry.api.Search.Mistake;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Bookmark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps a search under a name. */
final class AddBookmark implements Verb<Bookmark> {
    private final Inventory inventory;
    private final Function<String, Optional<Mistake>> mistake;
    private final Bookmark bookmark;

    /** @param mistake what is wrong with a search */
    AddBookmark(Inventory inventory, Function<String, Optional<Mistake>> mistake, Bookmark bookmark) {
        this.inventory = inventory;
        this.mistake = mistake;
        this.bookmark = bookmark;
    }

    @Override
    public String name() {
        return "AddBookmark";
    }

    @Override
    public String title() {
        return "Add bookmark " + bookmark.getName();
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of();
    }

    @Override
    public void check(Problems problems) {
        check(new WordChecks(inventory, problems));
    }

    private void check(WordChecks checks) {
        checks.fits(bookmark, null, mistake);
    }

    @Override
    public Bookmark perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, this::check);
            return draft.add(bookmark);
        });
    }
}

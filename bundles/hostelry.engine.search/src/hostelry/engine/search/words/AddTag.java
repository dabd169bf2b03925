package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a tag, at the top or below another. */
final class AddTag implements Verb<Tag> {
    private final Inventory inventory;
    private final Tag tag;

    /** @param tag a parent that is oVirt's root tag means none */
    AddTag(Inventory inventory, Tag tag) {
        this.inventory = inventory;
        this.tag = tag;
        TagsService.topIsNone(tag);
    }

    @Override
    public String name() {
        return "AddTag";
    }

    @Override
    public String title() {
        return "Add tag " + tag.getName();
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
        return tag.getParent() == null ? List.of() : List.of(Lock.shared(tag.getParent()));
    }

    @Override
    public void check(Problems problems) {
        new WordChecks(inventory, problems).fits(tag, null);
    }

    @Override
    public Tag perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, checks -> checks.fits(tag, null));
            return draft.add(tag);
        });
    }
}

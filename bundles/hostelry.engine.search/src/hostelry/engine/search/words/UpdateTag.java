package hostelry.engine.search.words;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renames a tag, or moves it below another. */
final class UpdateTag implements Verb<Tag> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "parent");
    private final Inventory inventory;
    private final String id;
    private final Patch<Tag> patch;

    UpdateTag(Inventory inventory, String id, Patch<Tag> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
        TagsService.topIsNone(patch.values());
    }

    @Override
    public String name() {
        return "UpdateTag";
    }

    @Override
    public String title() {
        return "Edit tag " + WordChecks.name(inventory, Tag.class, id);
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
        checks.there(Tag.class, "tag", id)
                .ifPresent(tag -> checks.fits(Patches.applied(tag, patch, Patches.changed(tag, patch, FEATURES)), id));
    }

    @Override
    public Tag perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, this::check);
            Tag tag = draft.edit(Tag.class, id);
            Patches.apply(tag, patch, Patches.changed(tag, patch, FEATURES));
            return tag;
        });
    }
}

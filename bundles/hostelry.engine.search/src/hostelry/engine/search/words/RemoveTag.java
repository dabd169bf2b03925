package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forgets a tag with all below it, and takes them off everything. */
final class RemoveTag implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RemoveTag(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveTag";
    }

    @Override
    public String title() {
        return "Remove tag " + WordChecks.name(inventory, Tag.class, id);
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
        new WordChecks(inventory, problems).there(Tag.class, "tag", id);
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            WordChecks.again(draft, checks -> checks.there(Tag.class, "tag", id));
            Set<String> gone = withAllBelow(draft);
            Tagged.NOUNS.forEach(noun -> takeOff(draft, noun, gone));
            gone.forEach(tag -> draft.remove(Tag.class, tag));
            return null;
        });
    }

    private Set<String> withAllBelow(Draft draft) {
        Set<String> gone = new HashSet<>(Set.of(id));
        boolean more = true;
        while (more) {
            more = false;
            for (Tag tag : draft.all(Tag.class)) {
                more |= tag.getParent() != null && gone.contains(tag.getParent()) && gone.add(tag.getId());
            }
        }
        return gone;
    }

    private static <T extends Entity> void takeOff(Draft draft, Class<T> noun, Set<String> gone) {
        for (T object : List.copyOf(draft.all(noun))) {
            if (Tagged.tags(object).stream().anyMatch(gone::contains)) {
                Tagged.tags(draft.edit(noun, object.getId())).removeAll(gone);
            }
        }
    }
}

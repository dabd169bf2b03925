package hostelry.engine.work.run;

import hostelry.api.Changes.Change;
import hostelry.engine.spi.Inventory.Item;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a follower is told: the nouns it asked for, of those that it may see.
 *
 * @param nouns by name; none: all
 * @param sees may the object be seen at all?
 */
record Eyes(Set<String> nouns, Predicate<Entity> sees) {
    /** A change of one of these may change what somebody sees of objects that did not change themselves. */
    private static final Set<String> RIGHTS = Set.of("User", "Group", "Role", "Permission");

    /** What these come to for the follower, an object once: as it is at last, at the place of its last change. */
    List<Change> look(Collection<Item> items) {
        Map<String, Change> seen = new LinkedHashMap<>();
        for (Item item : items) {
            Change change = look(item);
            if (change != null) {
                String key = item.noun() + ' ' + item.id();
                seen.remove(key);
                seen.put(key, change);
            }
        }
        return List.copyOf(seen.values());
    }

    private @Nullable Change look(Item item) {
        if (!nouns.isEmpty() && !nouns.contains(item.noun())) {
            return null;
        }
        Entity after = item.after();
        if (after != null && sees.test(after)) {
            return new Change(item.noun(), item.id(), after);
        }
        // gone, or gone out of sight
        return item.before() != null && sees.test(item.before()) ? new Change(item.noun(), item.id(), null) : null;
    }

    static boolean touchesRights(Collection<Item> items) {
        return items.stream().anyMatch(item -> RIGHTS.contains(item.noun()));
    }
}

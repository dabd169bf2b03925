package hostelry.console.kit;

import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the tree beside the estate, such as saved searches.
 *
 * @param id such as {@code tags}
 * @param noun whose verbs stand in its menu; {@code Entity} itself: none
 * @param leaves what is below it; called off the UI thread
 * @param touches classes whose changes show in it
 * @param about what its own place says, and the verb of the first step
 */
public record Branch(String id, String title, Icon icon, int order, Class<? extends Entity> noun, Supplier<List<Leaf>> leaves,
        Set<Class<? extends Entity>> touches, Shelf.Empty about) {

    /**
     * Something below a branch.
     *
     * @param target where a click goes
     * @param subject what the verbs of its menu are done to; null: those of where it goes
     */
    public record Leaf(Target target, String label, Icon icon, @Nullable Entity subject, List<Leaf> children) {}
}

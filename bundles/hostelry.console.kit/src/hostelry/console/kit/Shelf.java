package hostelry.console.kit;

import hostelry.console.kit.look.Icon;
import hostelry.console.kit.table.Column;
import hostelry.model.Entity;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A folder of the tree that holds all of one noun under a data center or cluster, and shows them as a table.
 *
 * @param id such as {@code vms}; also the key of its table
 * @param title as in the tree: {@code VMs}
 * @param heading as above the table: {@code Virtual machines}
 * @param noun what it holds
 * @param under class of what it stands under; {@code Entity} itself: of the whole system, see {@link Branch}
 * @param belongs is this noun under that one?
 * @param touches classes whose changes show in the table
 * @param nouns in the tree too, each below the folder
 * @param order among its neighbours
 * @param empty what is said where there is nothing, and which verb is the first step
 */
public record Shelf<T extends Entity>(String id, String title, String heading, Icon icon, Class<T> noun, Class<? extends Entity> under,
        BiPredicate<T, Entity> belongs, Set<Class<? extends Entity>> touches, boolean nouns, int order, Empty empty,
        List<Column<T>> columns) {

    /** Does it stand under that data center or cluster? */
    public boolean standsUnder(Entity entity) {
        return !system() && under.isInstance(entity);
    }

    /** Does it hold all that there are in the system? */
    public boolean system() {
        return under == Entity.class;
    }

    /**
     * What an empty place says.
     *
     * @param text one or two sentences
     * @param verb id of the verb that is the first step; empty where there is none
     */
    public record Empty(String text, String verb) {}
}

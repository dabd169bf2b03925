package hostelry.console.kit;

import hostelry.model.Entity;

/**
 * A place in the window that one can go to, and come back to.
 *
 * @param shelf id of a shelf; empty for a noun or the estate itself
 * @param noun simple name of the noun's class, for a shelf that of what it stands under; empty for the estate
 * @param id of the noun, or of what the shelf stands under
 */
public record Target(String shelf, String noun, String id) {
    public static final Target ESTATE = new Target("", "", "");
    private static final String SEARCH = "?";
    private static final String BRANCH = "*";

    public static Target of(Entity entity) {
        return new Target("", entity.eClass().getName(), entity.getId());
    }

    public static Target shelf(String shelf, Entity under) {
        return new Target(shelf, under.eClass().getName(), under.getId());
    }

    /** What a search finds; its text is the id. */
    public static Target search(String text) {
        return new Target(SEARCH, "", text);
    }

    /** A branch of the tree beside the estate. */
    public static Target branch(String id) {
        return new Target(BRANCH, "", id);
    }

    /** A shelf of the whole system, under a branch. */
    public static Target shelf(String shelf) {
        return new Target(shelf, "", "");
    }

    public boolean isShelf() {
        return !shelf.isEmpty() && !isSearch() && !isBranch();
    }

    public boolean isSearch() {
        return shelf.equals(SEARCH);
    }

    public boolean isBranch() {
        return shelf.equals(BRANCH);
    }

    public boolean isEstate() {
        return equals(ESTATE);
    }

    /** As one word, for the window's memory. */
    public String key() {
        return shelf + "/" + noun + "/" + id;
    }
}

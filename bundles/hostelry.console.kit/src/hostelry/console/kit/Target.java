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

    public static Target of(Entity entity) {
        return new Target("", entity.eClass().getName(), entity.getId());
    }

    public static Target shelf(String shelf, Entity under) {
        return new Target(shelf, under.eClass().getName(), under.getId());
    }

    public boolean isShelf() {
        return !shelf.isEmpty();
    }

    public boolean isEstate() {
        return equals(ESTATE);
    }

    /** As one word, for the window's memory. */
    public String key() {
        return shelf + "/" + noun + "/" + id;
    }
}

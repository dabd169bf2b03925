package hostelry.engine.search.fields;

import hostelry.model.Entity;

/**
 * A field of a noun.
 *
 * @param help a few words; empty where the name says it all
 * @param main does free text look into it?
 */
public record Column<T extends Entity>(String name, String help, Type<T> type, boolean main) {

    public boolean sortable() {
        return !(type instanceof LinkType<T, ?> link) || link.id() != null;
    }
}

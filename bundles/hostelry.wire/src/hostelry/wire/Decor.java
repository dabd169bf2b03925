package hostelry.wire;

import hostelry.model.Entity;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says of a noun beside its features: where it stands, and what can be done with it. */
public interface Decor {
    /** Nothing: for a stream of nouns between our own parts. */
    Decor BARE = new Decor() {};

    /** The id as outsiders know it. */
    default String id(Entity object) {
        return object.getId();
    }

    /** Where the object stands, or null. */
    default @Nullable String href(Entity object) {
        return null;
    }

    /** Where the object of that noun and id stands, or null. */
    default @Nullable String href(String noun, String id) {
        return null;
    }

    /** Names of the lists that belong to the object; each stands below it under its name. */
    default List<String> parts(Entity object) {
        return List.of();
    }

    /** Names of what can be done with the object; each stands below it under its name. */
    default List<String> actions(Entity object) {
        return List.of();
    }

    /** The object behind a reference, where it is to be told whole in the reference's place; null: only where it stands. */
    default @Nullable Entity behind(String reference, String noun, String id) {
        return null;
    }

    /** What is said of the object behind a reference. */
    default Decor within(String reference) {
        return BARE;
    }

    /** Writes further members of an element within the object, such as {@code display}, that has at least one of its own. */
    default void inside(Out out, Entity object, String element) throws IOException {
        // most have none
    }

    /** Writes further members. */
    default void more(Out out, Entity object) throws IOException {
        // most have none
    }
}

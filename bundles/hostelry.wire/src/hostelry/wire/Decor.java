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

    default List<Link> links(Entity object) {
        return List.of();
    }

    default List<Link> actions(Entity object) {
        return List.of();
    }

    /** Writes further members. */
    default void more(Out out, Entity object) throws IOException {
        // most have none
    }
}

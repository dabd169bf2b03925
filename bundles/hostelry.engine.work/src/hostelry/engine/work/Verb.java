package hostelry.engine.work;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act on the estate, as a value: everything it needs is given at its making. {@link #check} is its dry run too.
 *
 * <p>{@link #perform} must be idempotent: after a crash the verb is made anew from its {@link #arguments} and performed again, with the same job id.
 */
public interface Verb<T> {
    /** Name in the catalogue, such as {@code StartVm}. */
    String name();

    /** What is done, for the job and the event, with names: {@code Start VM web1}. */
    String title();

    /** The object that it acts on: the event is hung on it. Null for the system, or for what is to be made. */
    @Nullable
    String subject();

    /** On what the permit of its kind must be held: its subject; for what is to be made, what that is made in. Null for the system. */
    default @Nullable String place() {
        return subject();
    }

    /** What the caller needs besides, on other objects that it names: nobody may attach a disk that is not theirs. */
    default List<Need> needs() {
        return List.of();
    }

    /** All that is needed to make the verb anew; no secrets. Empty for a verb that needs no journal because it touches nothing but the store. */
    Map<String, String> arguments();

    /** What must not change meanwhile. Taken in one order for all verbs, all or none. */
    List<Lock> locks();

    /** Adds every reason against it; pure: reads the estate and asks nobody else. */
    void check(Problems problems);

    /**
     * Does it. Expected trouble is a {@link hostelry.api.Refusal}; a {@code NodeFault} may travel as it is. Blocking is fine (virtual thread).
     */
    T perform(Progress progress) throws Exception;

    /** Takes back what a failed or cancelled {@link #perform} did; called under the same locks. Idempotent. */
    default void compensate() throws Exception {}

    /** May somebody cancel it while it runs? */
    default boolean cancellable() {
        return false;
    }

    /**
     * @param permit null: it is enough to see the object
     * @param object its id; null or empty where nothing is named, which needs nothing
     */
    record Need(@Nullable String permit, @Nullable String object) {}

    /** A lock on one object; shared ones get along with each other. */
    record Lock(String id, boolean exclusive) implements Comparable<Lock> {
        public static Lock exclusive(String id) {
            return new Lock(id, true);
        }

        public static Lock shared(String id) {
            return new Lock(id, false);
        }

        @Override
        public int compareTo(Lock other) {
            return id.compareTo(other.id);
        }
    }
}

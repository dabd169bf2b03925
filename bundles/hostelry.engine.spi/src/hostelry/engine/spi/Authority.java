package hostelry.engine.spi;

import hostelry.api.Caller;
import hostelry.model.Entity;
import hostelry.model.Permission;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers whether a caller holds a permit on an object; asked for every verb and every read. Thread-safe, and never blocks. */
public interface Authority {
    /** Code of the event of a refused attempt. Whoever tried does not see it for that alone: it may name what is hidden from them. */
    int REFUSED = 100_003;

    /**
     * @param permit of the catalogue, such as {@code RUN_VM}
     * @param object null stands for the system
     */
    boolean holds(Caller caller, String permit, @Nullable Entity object);

    /** May the caller see the object at all? */
    boolean sees(Caller caller, Entity object);

    /** {@link #sees} for many objects at a time: what it needs to know of the caller is looked up once. Not to be kept: it does not hear of changes. */
    default Predicate<Entity> view(Caller caller) {
        return object -> sees(caller, object);
    }

    /**
     * Does the caller see every object of the estate, whatever stands where? For others a change of one object may show or hide another; no is always a safe answer.
     */
    default boolean seesAll(Caller caller) {
        return false;
    }

    /** Has the caller some role for administrators, anywhere? Others use the user level alone. */
    default boolean administers(Caller caller) {
        return true;
    }

    /** Another value, by {@code equals}, whenever what the caller holds has become other: what was told to it by then is to be told anew. */
    default Object standing(Caller caller) {
        return Boolean.TRUE;
    }

    /** What the maker of a new object is given on it, so that it may use what it made; empty where it holds all of that already. */
    default Optional<Permission> ofMaker(Caller caller, Entity made) {
        return Optional.empty();
    }
}

package hostelry.engine.spi;

import hostelry.api.Caller;
import hostelry.model.Entity;

/** Answers whether a caller holds a permit on an object; asked for every verb and every read. */
public interface Authority {
    /**
     * @param permit of the catalogue, such as {@code RUN_VM}
     * @param object null stands for the system
     */
    boolean holds(Caller caller, String permit, @org.jspecify.annotations.Nullable Entity object);

    /** May the caller see the object at all? */
    boolean sees(Caller caller, Entity object);
}

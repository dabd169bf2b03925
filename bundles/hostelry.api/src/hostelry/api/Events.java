package hostelry.api;

import hostelry.model.Event;

/** What can be done to events; they are read through {@link Estate}. Most are the engine's own; a monitor or a backup program may add some. Source: contract, part 2. */
public interface Events {
    /**
     * Adds an event from outside. Takes the permit {@code INJECT_EXTERNAL_EVENTS}.
     *
     * @param described description (1 to 1,000 characters), severity (normal where it says none), origin (who tells; never the engine's), and, where they are known, the
     *     custom id (1 or more; once for each origin) and the data centre, cluster, host, VM or storage domain that it is about
     * @throws Refusal CONFLICT where the origin has told an event of that custom id already
     */
    Event add(Caller caller, Event described);

    /** Takes an event out of the lists for good. Takes the permit {@code AUDIT_LOG_MANAGEMENT}. */
    void remove(Caller caller, String event);
}

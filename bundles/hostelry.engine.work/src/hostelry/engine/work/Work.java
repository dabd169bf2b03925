package hostelry.engine.work;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Verdict;
import hostelry.model.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs verbs. */
public interface Work {
    /**
     * Authorises, checks, locks, writes job and journal; then performs on a virtual thread, and records the outcome as job and event.
     *
     * @throws hostelry.api.Refusal where it may not be; an attempt without permission is an event as well
     * @throws hostelry.api.Rehearsed with what {@link #check} says, for a caller who only asks
     */
    <T> Act<T> submit(Caller caller, Verb<T> verb);

    /** The dry run: authorises and checks, and touches nothing; a lock that is held now is a reason too. */
    Verdict check(Caller caller, Verb<?> verb);

    /** Writes an event that no act caused, such as a host that was lost. {@code subject} is a noun's id, null for the system. */
    void event(Severity severity, int code, String text, @Nullable String subject);

    /** The same of something that happened a while ago, such as when the engine was not there; {@code when} in the future counts as now. */
    void event(Severity severity, int code, String text, @Nullable String subject, Instant when);

    /** Is the object locked exclusively by an act now? engine.watch leaves it alone then, where a move would disturb the act. */
    boolean busy(String id);
}

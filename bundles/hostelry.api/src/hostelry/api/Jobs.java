package hostelry.api;

import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;

/**
 * What can be done to jobs; jobs and steps themselves are read through {@link Estate}.
 *
 * <p>Besides the engine's own there are jobs from outside: of a backup program, say, which shows here how far it is. The engine only keeps them; whoever began one
 * leads it to its end. They take the permit {@code INJECT_EXTERNAL_TASKS}.
 */
public interface Jobs {
    /**
     * Asks it to stop and to take back what it did. Refused for a job that is over or can't be cancelled; while it waits for its first turn at a host, any can be, and
     * is at once.
     */
    void cancel(Caller caller, String job);

    /** Begins a job from outside. @param described its description, and whether it is cleared away by itself when it is old */
    Job begin(Caller caller, Job described);

    /** Ends a job from outside, and every step of it that goes on. CONFLICT for one of the engine's own, or one that is over. */
    Job end(Caller caller, String job, JobStatus outcome);

    /** Lets a job from outside go as others go when they are old, whether or not that was said when it began. */
    void clear(Caller caller, String job);

    /** Begins a step of a job from outside that goes on. @param described its job, description and type */
    Step beginStep(Caller caller, Step described);

    /** Ends a step of a job from outside. */
    Step endStep(Caller caller, String step, JobStatus outcome);
}

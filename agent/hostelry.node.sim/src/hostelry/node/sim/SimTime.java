package hostelry.node.sim;

import java.time.Duration;

/** Time as the simulation sees it. Tasks run one at a time and must be short. */
public interface SimTime {
    /** Milliseconds since 1970. */
    long now();

    /** Runs a task once. */
    void after(Duration delay, Runnable task);

    /** Runs a task again and again until the answer is closed. */
    AutoCloseable every(Duration first, Duration period, Runnable task);

    /** The caller waits; its thread may be blocked. */
    void sleep(Duration duration);
}

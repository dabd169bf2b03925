package hostelry.engine.node;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param facts to ask a host about itself
 * @param domains verbs of guests: QEMU on a busy host takes its time
 * @param disks verbs of disks: a little longer than the wire's own deadline, whose words say more
 * @param silence without a report before contact counts as lost; heartbeats come every two seconds
 * @param retry first pause before a host that was lost is tried again; doubled each time
 * @param longestRetry up to this
 * @param calls at one host at the same time
 */
record Timing(Duration facts, Duration domains, Duration disks, Duration silence, Duration retry, Duration longestRetry, int calls) {
    static Timing usual() {
        return new Timing(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(130), Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(10), 16);
    }
}

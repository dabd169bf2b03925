package hostelry.node.client;

import java.time.Duration;

/**
 * How long a node may take.
 *
 * @param connect until it takes a call
 * @param verb until a verb is done; QEMU on a busy host takes its time
 * @param piece until a piece of an image is on its disk
 * @param silence without a report, heartbeats included: then it is given up
 */
public record Deadlines(Duration connect, Duration verb, Duration piece, Duration silence) {
    public static Deadlines usual() {
        return new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(120), Duration.ofSeconds(10));
    }
}

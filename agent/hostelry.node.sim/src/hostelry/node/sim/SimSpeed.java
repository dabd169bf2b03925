package hostelry.node.sim;

import java.time.Duration;

/**
 * How fast simulated things happen; each takes up to half as long again, by the dice.
 *
 * @param launch from the verb to the guest's first instruction
 * @param boot from there until the guest's agent answers
 * @param shutdown from the power button to the end
 */
public record SimSpeed(Duration launch, Duration boot, Duration shutdown) {
    /** As on a good server. */
    public static SimSpeed usual() {
        return new SimSpeed(Duration.ofMillis(900), Duration.ofSeconds(6), Duration.ofSeconds(3));
    }

    /** For those who wait. */
    public static SimSpeed quick() {
        return new SimSpeed(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(100));
    }
}

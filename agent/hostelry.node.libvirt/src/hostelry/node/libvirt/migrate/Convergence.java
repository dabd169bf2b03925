package hostelry.node.libvirt.migrate;

/**
 * What is done about a guest that writes to its memory as fast as it is carried away. Each time all memory was gone through and no less is left than the least so far,
 * it may stand still a little longer at the end, from 100 to 500 ms; when that has not helped, its policy decides (contract §4, migration policies). Pure.
 */
final class Convergence {
    /** Milliseconds, in the order in which they are tried. */
    private static final long[] DOWNTIMES = {150, 200, 300, 400, 500};
    /** Rounds without progress at each of them. */
    private static final int ROUNDS = 2;
    static final long FIRST_DOWNTIME = 100;
    /** What {@code suspend} allows at last. */
    static final long LAST_DOWNTIME = 5_000;

    /** What to do now. */
    sealed interface Step {
        /** Nothing. */
        record GoOn() implements Step {}

        /** It may stand still for so many milliseconds. */
        record Downtime(long millis) implements Step {}

        /** It goes on at the other end, and the rest of its memory follows. */
        record PostCopy() implements Step {}

        /** It stays where it is. */
        record GiveUp() implements Step {}
    }

    private final String policy;
    private long round;
    private long least = Long.MAX_VALUE;
    private int stalled;
    private int tried;
    private boolean last;

    /** @param policy {@code minimal-downtime}, {@code post-copy} or {@code suspend} */
    Convergence(String policy) {
        this.policy = policy;
    }

    /**
     * @param now how often all memory was gone through
     * @param remaining bytes that are left
     */
    Step look(long now, long remaining) {
        if (now <= round) {
            return new Step.GoOn();
        }
        round = now;
        if (remaining < least) {
            least = remaining;
            stalled = 0;
            return new Step.GoOn();
        }
        if (++stalled < ROUNDS) {
            return new Step.GoOn();
        }
        stalled = 0;
        if (tried < DOWNTIMES.length) {
            return new Step.Downtime(DOWNTIMES[tried++]);
        }
        return finish();
    }

    private Step finish() {
        boolean first = !last;
        last = true;
        return switch (policy) {
            case "post-copy" -> first ? new Step.PostCopy() : new Step.GoOn();
            case "suspend" -> first ? new Step.Downtime(LAST_DOWNTIME) : new Step.GiveUp();
            default -> new Step.GiveUp();
        };
    }
}

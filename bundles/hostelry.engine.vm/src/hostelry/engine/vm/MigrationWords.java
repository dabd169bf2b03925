package hostelry.engine.vm;

import hostelry.node.api.MigrationFacts;

/** How far a machine is on its way, for people. Pure. */
final class MigrationWords {
    private static final long MIB = 1L << 20;

    private MigrationWords() {}

    /** Never 100 before it has arrived; −1 where it is not known. */
    static int percent(MigrationFacts facts) {
        return facts.total <= 0 ? -1 : (int) Math.min(99, (facts.total - facts.remaining) * 100 / facts.total);
    }

    static String left(MigrationFacts facts) {
        if (facts.postCopy) {
            return "It runs there; the rest of its memory follows: " + Words.bytes(facts.remaining) + " left";
        }
        return facts.total <= 0
                ? "Sending"
                : Words.bytes(facts.remaining) + " of " + Words.bytes(facts.total) + " left, " + facts.rate / MIB + " MiB/s, round "
                        + Math.max(1, facts.round)
                        + (facts.downtime > 0 ? ", would stand still for " + facts.downtime + " ms" : "");
    }

    /** Why it stays, with a full stop. */
    static String why(MigrationFacts facts) {
        return facts.detail.isBlank() ? "The migration failed." : facts.detail.endsWith(".") ? facts.detail : facts.detail + ".";
    }
}

package hostelry.engine.work.run;

import hostelry.engine.spi.Inventory.Published;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last things that the inventory published, so that a follower who was away for a moment need not be told everything anew. Bounded by what it may cost: a
 * change holds on to two versions of a noun, about a kilobyte.
 */
final class RecentChanges {
    private static final Pattern ID = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");

    private final String life = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final int maxBatches;
    private final int maxChanges;
    // guarded by this
    private final Deque<Published> kept = new ArrayDeque<>();
    private int changes;
    /** Number of the newest that is not kept any more: who has it has a place to go on from. */
    private long forgotten = Long.MAX_VALUE;
    private long newest;

    RecentChanges(int maxBatches, int maxChanges) {
        this.maxBatches = maxBatches;
        this.maxChanges = maxChanges;
    }

    /** Of this engine's run; no other one has the same. */
    String life() {
        return life;
    }

    /** In the order of their numbers, the snapshot first. */
    synchronized void take(Published published) {
        newest = published.number();
        if (published.snapshot()) {
            forgotten = published.number();
            return;
        }
        kept.addLast(published);
        changes += published.items().size();
        while (kept.size() > maxBatches || changes > maxChanges) {
            Published oldest = kept.removeFirst();
            changes -= oldest.items().size();
            forgotten = oldest.number();
        }
    }

    /** All that came after the batch with this id; nothing where that can't be told without a gap. */
    synchronized Optional<List<Published>> since(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches() || !parts.group(1).equals(life)) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(2));
        if (number < forgotten || number > newest) {
            return Optional.empty();
        }
        return Optional.of(kept.stream().filter(published -> published.number() > number).toList());
    }
}

package hostelry.engine.store.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets changes into the ledger in the order in which they were made: while some are being written, those that are made meanwhile gather, and are written together
 * after them. The first of those who wait writes for all of them, on its own thread.
 *
 * <p>Where the ledger does not take what several have gathered, each of them is made again and written alone, so that only the one that it can't take fails. What
 * was made on top of something that failed is made again as well.
 */
final class Commits {
    /** So many at most in one transaction: the first of them waits for the last. */
    private static final int MOST = 100;

    private final Ledger ledger;
    private final ReentrantLock lock;
    private final Condition nothingWaits;
    private final Consumer<Drafted> written;
    private final Runnable failed;
    /** Those that are being written are its first; guarded by the lock. */
    private final Deque<Place> queue = new ArrayDeque<>();
    private boolean led;

    /** What becomes of one who waits. {@code AGAIN}: all is as if the change had not been made, and it has to be made once more. */
    private enum Turn {
        LEAD, DONE, AGAIN, AGAIN_ALONE
    }

    /** Whose change waits. */
    static final class Place {
        private final Drafted drafted;
        private final boolean alone;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();

        private Place(Drafted drafted, boolean alone) {
            this.drafted = drafted;
            this.alone = alone;
        }
    }

    /** How it went. */
    enum Fate {
        DONE, AGAIN, AGAIN_ALONE
    }

    /**
     * @param lock held by whoever makes a change
     * @param written called for each change that is durable, in their order, under the lock
     * @param failed called when nothing of what waits will come to be, under the lock
     */
    Commits(Ledger ledger, ReentrantLock lock, Consumer<Drafted> written, Runnable failed) {
        this.ledger = ledger;
        this.lock = lock;
        this.nothingWaits = lock.newCondition();
        this.written = written;
        this.failed = failed;
    }

    /** Does nothing wait? Under the lock. */
    boolean idle() {
        return queue.isEmpty();
    }

    /** Until nothing waits. Under the lock, which is given away meanwhile. */
    void drain() {
        while (!queue.isEmpty()) {
            nothingWaits.awaitUninterruptibly();
        }
    }

    /** The change takes its place; under the lock under which it was made. @param alone not together with others */
    Place enter(Drafted drafted, boolean alone) {
        Place place = new Place(drafted, alone);
        queue.add(place);
        if (!led) {
            led = true;
            place.turn.complete(Turn.LEAD);
        }
        return place;
    }

    /** Waits, interrupted or not, until it is known what becomes of it; not under the lock. Throws what the ledger threw at this change. */
    Fate await(Place place) {
        return switch (place.turn.join()) {
            case LEAD -> lead(place);
            case DONE -> Fate.DONE;
            case AGAIN -> Fate.AGAIN;
            case AGAIN_ALONE -> Fate.AGAIN_ALONE;
        };
    }

    private Fate lead(Place first) {
        List<Place> group = gather();
        try {
            Ledger.Commit commit = group.size() == 1
                    ? first.drafted.commit()
                    : Merged.of(group.stream().map(place -> place.drafted.merged()).toList()).commit();
            if (!commit.empty()) {
                ledger.write(commit);
            }
        } catch (RuntimeException | Error e) {
            giveUp(group.size());
            if (group.size() > 1) {
                return Fate.AGAIN_ALONE;
            }
            throw e;
        }
        settle(group);
        group.stream().filter(place -> place != first).forEach(place -> place.turn.complete(Turn.DONE));
        return Fate.DONE;
    }

    private List<Place> gather() {
        List<Place> group = new ArrayList<>();
        lock.lock();
        try {
            for (Place place : queue) {
                if (group.size() == MOST || place.alone && !group.isEmpty()) {
                    break;
                }
                group.add(place);
                if (place.alone) {
                    break;
                }
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    private void settle(List<Place> group) {
        Place next;
        lock.lock();
        try {
            for (Place place : group) {
                queue.remove();
                written.accept(place.drafted);
            }
            next = queue.peek();
            led = next != null;
            if (!led) {
                nothingWaits.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.turn.complete(Turn.LEAD); // before the others wake up: the ledger has nothing to do
        }
    }

    private void giveUp(int tried) {
        List<Place> all;
        lock.lock();
        try {
            all = new ArrayList<>(queue);
            queue.clear();
            led = false;
            failed.run();
            nothingWaits.signalAll();
        } finally {
            lock.unlock();
        }
        for (int i = 1; i < all.size(); i++) {
            boolean alone = i < tried || all.get(i).alone;
            all.get(i).turn.complete(alone ? Turn.AGAIN_ALONE : Turn.AGAIN);
        }
    }
}

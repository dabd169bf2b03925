package hostelry.engine.work.run;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.work.Verb.Lock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Locks in memory. */
final class MemoryLocks implements Locks {
    /** Longer than a record takes to be written. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Map<String, Place> places = new HashMap<>();

    private static final class Place {
        boolean exclusive;
        final Set<Grip> grips = new LinkedHashSet<>();
    }

    private final class Grip implements Held {
        final Holder holder;
        final Set<String> ids;
        boolean ending;

        Grip(Holder holder, Set<String> ids) {
            this.holder = holder;
            this.ids = ids;
        }

        @Override
        public void close() {
            release(this);
        }

        @Override
        public void ending() {
            synchronized (MemoryLocks.this) {
                ending = true;
            }
        }
    }

    @Override
    public synchronized Held take(List<Lock> locks, Holder holder) {
        Map<String, Lock> wanted = sorted(locks);
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<Grip> others = inTheWay(wanted);
        while (!others.isEmpty() && others.stream().allMatch(other -> other.ending) && end - System.nanoTime() > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break; // whoever asks is told what stands now
            }
            others = inTheWay(wanted);
        }
        conflict(wanted).ifPresent(refusal -> {
            throw refusal;
        });
        return grip(wanted, holder);
    }

    private List<Grip> inTheWay(Map<String, Lock> wanted) {
        return wanted.values().stream().flatMap(lock -> inTheWay(lock).stream()).toList();
    }

    private Set<Grip> inTheWay(Lock lock) {
        Place place = places.get(lock.id());
        return place != null && (lock.exclusive() || place.exclusive) ? place.grips : Set.of();
    }

    @Override
    public synchronized Held restore(List<Lock> locks, Holder holder) {
        return grip(sorted(locks), holder);
    }

    private Grip grip(Map<String, Lock> wanted, Holder holder) {
        Grip grip = new Grip(holder, Set.copyOf(wanted.keySet()));
        wanted.forEach((id, lock) -> {
            Place place = places.computeIfAbsent(id, key -> new Place());
            place.exclusive |= lock.exclusive();
            place.grips.add(grip);
        });
        return grip;
    }

    @Override
    public synchronized Optional<Refusal> conflict(List<Lock> locks) {
        return conflict(sorted(locks));
    }

    @Override
    public synchronized boolean busy(String id) {
        Place place = places.get(id);
        return place != null && place.exclusive;
    }

    private Optional<Refusal> conflict(Map<String, Lock> wanted) {
        Map<Holder, Problem> problems = new LinkedHashMap<>();
        for (Lock lock : wanted.values()) {
            inTheWay(lock).forEach(grip -> problems.putIfAbsent(grip.holder,
                    Problem.conflict(lock.id(), grip.holder.sentence(), "Wait until it is done, or cancel it, then try again.")));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Refusal(new ArrayList<>(problems.values())));
    }

    private synchronized void release(Grip grip) {
        for (String id : grip.ids) {
            Place place = places.get(id);
            if (place != null && place.grips.remove(grip) && place.grips.isEmpty()) {
                places.remove(id);
            }
        }
        notifyAll();
    }

    /** By id; a verb that names an object twice gets the stronger lock. */
    private static Map<String, Lock> sorted(List<Lock> locks) {
        Map<String, Lock> sorted = new TreeMap<>();
        locks.forEach(lock -> sorted.merge(lock.id(), lock, (one, other) -> one.exclusive() ? one : other));
        return sorted;
    }
}

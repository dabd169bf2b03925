package hostelry.engine.work.run;

import hostelry.engine.work.VerbKind;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of verbs that slices brought so far. They come and go with their bundles, hence the waiting. */
final class Kinds {
    private final Map<String, VerbKind> kinds = new LinkedHashMap<>();

    synchronized void add(VerbKind kind) {
        kinds.put(kind.info().name(), kind);
        notifyAll();
    }

    synchronized void remove(VerbKind kind) {
        kinds.remove(kind.info().name(), kind);
    }

    synchronized Collection<VerbKind> all() {
        return List.copyOf(kinds.values());
    }

    /** The kind of that name; waits for one that is still on its way. */
    synchronized Optional<VerbKind> await(String name, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (!kinds.containsKey(name)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || interrupted) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(kinds.get(name));
    }
}

package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a noun at one moment, each in a slot, and beside them what searches have asked of them: values that stand side by side are looked through several times
 * faster than 200,000 objects that are strewn over the memory. A strip is laid out when it is first asked for; the next moment's slate takes over what has not
 * changed. Never changes but for new strips; thread-safe.
 */
public final class Slate<T extends Entity> {
    private static final int NEW = -1;
    private final Collection<T> source;
    private final List<T> objects;
    /** By the function that reads the value, which every field has one of. */
    private final Map<Object, Strip<T>> strips = new ConcurrentHashMap<>();

    private Slate(Collection<T> source) {
        this.source = source;
        this.objects = source instanceof List<T> list ? list : List.copyOf(source);
    }

    public static <T extends Entity> Slate<T> of(Collection<T> objects) {
        return new Slate<>(objects);
    }

    /** How it is for these objects, most of which are often the same and in the same order; itself for the very same collection. */
    public Slate<T> now(Collection<T> all) {
        if (all == source) {
            return this;
        }
        Slate<T> next = new Slate<>(all);
        int[] from = strips.isEmpty() ? null : origins(next.objects);
        if (from != null) {
            List<Run> runs = runs(from);
            strips.forEach((key, strip) -> {
                if (!strip.isWorn()) {
                    next.strips.put(key, taken(strip, next.objects, runs));
                }
            });
        }
        return next;
    }

    /** So many slots that stand side by side in both; one alone with {@link #NEW}. */
    private record Run(int slot, int from, int count) {}

    /** What changed is a few of many: the runs between them are copied at the pace of the memory. */
    private static List<Run> runs(int[] from) {
        List<Run> runs = new ArrayList<>();
        int slot = 0;
        while (slot < from.length) {
            int end = slot + 1;
            while (from[slot] != NEW && end < from.length && from[end] == from[end - 1] + 1) {
                end++;
            }
            runs.add(new Run(slot, from[slot], end - slot));
            slot = end;
        }
        return runs;
    }

    /** For each slot of the next one the slot where the same object stands here, or {@link #NEW}; null where the order has become another. */
    private int @Nullable [] origins(List<T> next) {
        int[] from = new int[next.size()];
        int here = 0;
        for (int slot = 0; slot < from.length; slot++) {
            T object = next.get(slot);
            if (here < objects.size() && objects.get(here) == object) {
                from[slot] = here++;
            } else if (here + 1 < objects.size() && objects.get(here + 1) == object) {
                from[slot] = here + 1; // one is gone
                here += 2;
            } else if (here < objects.size() && objects.get(here).getId().equals(object.getId())) {
                from[slot] = NEW;
                here++;
            } else if (here == objects.size() || slot + 1 < from.length && next.get(slot + 1) == objects.get(here)) {
                from[slot] = NEW; // one has come
            } else {
                return null;
            }
        }
        return from;
    }

    private static <T extends Entity> Strip<T> taken(Strip<T> strip, List<T> objects, List<Run> runs) {
        Strip<T> fresh = strip.fresh(objects.size());
        for (Run run : runs) {
            if (run.from() == NEW) {
                fresh.put(run.slot(), objects.get(run.slot()));
            } else {
                fresh.move(run.slot(), strip, run.from(), run.count());
            }
        }
        return fresh;
    }

    public int size() {
        return objects.size();
    }

    public T object(int slot) {
        return objects.get(slot);
    }

    /** @param key what reads the value: always the same one for the same field */
    @SuppressWarnings("unchecked") // one key, one kind of strip
    <S extends Strip<T>> S strip(Object key, IntFunction<S> make) {
        return (S) strips.computeIfAbsent(key, unknown -> {
            S strip = make.apply(objects.size());
            for (int slot = 0; slot < objects.size(); slot++) {
                strip.put(slot, objects.get(slot));
            }
            return strip;
        });
    }
}

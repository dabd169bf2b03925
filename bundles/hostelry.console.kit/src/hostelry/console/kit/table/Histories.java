package hostelry.console.kit.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last few values of loads, as this window has seen them. Thread-safe. */
public final class Histories {
    /** Samples kept of each. */
    public static final int LENGTH = 60;
    private static final int MOST = 30_000;

    /** What is remembered. */
    public enum Load {
        CPU, MEMORY, NETWORK, DISK
    }

    private record Key(String id, Load load) {}

    private static final class Ring {
        private final float[] values = new float[LENGTH];
        private int count;
        private int next;

        void add(double value) {
            values[next] = (float) value;
            next = (next + 1) % LENGTH;
            count = Math.min(count + 1, LENGTH);
        }

        float[] oldestFirst() {
            float[] result = new float[count];
            for (int i = 0; i < count; i++) {
                result[i] = values[(next - count + i + LENGTH) % LENGTH];
            }
            return result;
        }
    }

    private final Map<Key, Ring> rings = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Ring> eldest) {
            return size() > MOST;
        }
    };

    public synchronized void add(String id, Load load, double value) {
        rings.computeIfAbsent(new Key(id, load), key -> new Ring()).add(value);
    }

    /** Oldest first; empty where nothing was seen yet. */
    public synchronized float[] of(String id, Load load) {
        Ring ring = rings.get(new Key(id, load));
        return ring == null ? new float[0] : ring.oldestFirst();
    }

    /** The thing is off: what was is no longer of interest. */
    public synchronized void forget(String id) {
        for (Load load : Load.values()) {
            rings.remove(new Key(id, load));
        }
    }
}

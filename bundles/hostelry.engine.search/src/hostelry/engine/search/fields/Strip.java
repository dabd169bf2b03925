package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.eclipse.emf.common.util.Enumerator;
import org.jspecify.annotations.Nullable;

/** What one field holds, for all objects of a {@link Slate} side by side. Filled by one thread, then only read. */
abstract sealed class Strip<T extends Entity> {
    /** An empty one of the same kind. */
    abstract Strip<T> fresh(int size);

    abstract void put(int slot, T object);

    /** So many slots from another of the same kind. */
    abstract void move(int slot, Strip<T> from, int fromSlot, int count);

    /** Is it better laid out anew than taken over? */
    boolean isWorn() {
        return false;
    }

    static final class Strings<T extends Entity> extends Strip<T> {
        private final Function<T, @Nullable String> read;
        final @Nullable String[] values;

        Strings(Function<T, @Nullable String> read, int size) {
            this.read = read;
            this.values = new String[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Strings<>(read, size);
        }

        @Override
        void put(int slot, T object) {
            String text = read.apply(object);
            // a copy of its own: those of one strip come to lie one behind the other, which doubles the pace of looking through them
            values[slot] = text == null ? null : new String(text.toCharArray());
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Strings<T>) from).values, fromSlot, values, slot, count);
        }
    }

    /** Several texts; null for none. */
    static final class Lists<T extends Entity> extends Strip<T> {
        private final Function<T, List<String>> read;
        final @Nullable List<String>[] values;

        @SuppressWarnings("unchecked") // it is made here, and holds nothing else
        Lists(Function<T, List<String>> read, int size) {
            this.read = read;
            this.values = (List<String>[]) new List<?>[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Lists<>(read, size);
        }

        @Override
        void put(int slot, T object) {
            List<String> texts = read.apply(object);
            values[slot] = texts.isEmpty() ? null : texts;
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Lists<T>) from).values, fromSlot, values, slot, count);
        }

        /** Is one of them so? */
        boolean any(int slot, Predicate<@Nullable String> like) {
            List<String> texts = values[slot];
            return texts != null && TextsType.any(texts, like);
        }
    }

    /** Words by their values in the model, which are less than 64; −1 for none. */
    static final class Words<T extends Entity> extends Strip<T> {
        private final Function<T, @Nullable Enumerator> read;
        final byte[] values;

        Words(Function<T, @Nullable Enumerator> read, int size) {
            this.read = read;
            this.values = new byte[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Words<>(read, size);
        }

        @Override
        void put(int slot, T object) {
            Enumerator word = read.apply(object);
            values[slot] = (byte) (word == null ? -1 : word.getValue());
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Words<T>) from).values, fromSlot, values, slot, count);
        }
    }

    static final class Numbers<T extends Entity> extends Strip<T> {
        private final ToDoubleFunction<T> read;
        final double[] values;

        Numbers(ToDoubleFunction<T> read, int size) {
            this.read = read;
            this.values = new double[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Numbers<>(read, size);
        }

        @Override
        void put(int slot, T object) {
            values[slot] = read.applyAsDouble(object);
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Numbers<T>) from).values, fromSlot, values, slot, count);
        }
    }

    static final class Moments<T extends Entity> extends Strip<T> {
        private final Function<T, @Nullable Instant> read;
        final @Nullable Instant[] values;

        Moments(Function<T, @Nullable Instant> read, int size) {
            this.read = read;
            this.values = new Instant[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Moments<>(read, size);
        }

        @Override
        void put(int slot, T object) {
            values[slot] = read.apply(object);
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Moments<T>) from).values, fromSlot, values, slot, count);
        }
    }

    /** Ids of neighbours, as numbers that are the same for the same id; 0 for none. */
    static final class Links<T extends Entity> extends Strip<T> {
        private static final int SPARE = 1_000;
        private final Function<T, @Nullable String> read;
        private final Map<String, Integer> numbers;
        private final AtomicInteger last;
        final int[] values;

        Links(Function<T, @Nullable String> read, int size) {
            this(read, size, new ConcurrentHashMap<>(), new AtomicInteger());
        }

        private Links(Function<T, @Nullable String> read, int size, Map<String, Integer> numbers, AtomicInteger last) {
            this.read = read;
            this.numbers = numbers;
            this.last = last;
            this.values = new int[size];
        }

        @Override
        Strip<T> fresh(int size) {
            return new Links<>(read, size, numbers, last);
        }

        @Override
        void put(int slot, T object) {
            String id = read.apply(object);
            values[slot] = id == null ? 0 : numbers.computeIfAbsent(id, key -> last.incrementAndGet());
        }

        @Override
        void move(int slot, Strip<T> from, int fromSlot, int count) {
            System.arraycopy(((Links<T>) from).values, fromSlot, values, slot, count);
        }

        /** Most of its numbers stand for neighbours that are gone. */
        @Override
        boolean isWorn() {
            return numbers.size() > 2 * values.length + SPARE;
        }

        /** The numbers of these neighbours. */
        BitSet of(Collection<? extends Entity> neighbours) {
            BitSet set = new BitSet();
            for (Entity neighbour : neighbours) {
                Integer number = numbers.get(neighbour.getId());
                if (number != null) {
                    set.set(number);
                }
            }
            return set;
        }
    }
}

package hostelry.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few of many in an order, without sorting them all. Not thread-safe. */
final class Top<T> {
    private final Comparator<? super T> order;
    private final long size;
    private final PriorityQueue<T> kept;
    private int total;

    /** @param size how many to keep */
    Top(Comparator<? super T> order, long size) {
        this.order = order;
        this.size = size;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(T object) {
        total++;
        keep(object);
    }

    /** With all that the other has kept and counted. */
    Top<T> and(Top<T> other) {
        total += other.total;
        other.kept.forEach(this::keep);
        return this;
    }

    private void keep(T object) {
        if (kept.size() < size) {
            kept.add(object);
        } else if (size > 0 && order.compare(object, kept.element()) < 0) {
            kept.remove();
            kept.add(object);
        }
    }

    /** How many were added. */
    int total() {
        return total;
    }

    /** Those kept, in order, from a place on. */
    List<T> from(long first) {
        List<T> list = new ArrayList<>(kept);
        list.sort(order);
        return first >= list.size() ? List.of() : List.copyOf(list.subList((int) first, list.size()));
    }
}

package hostelry.engine.search;

import java.util.List;
import java.util.stream.IntStream;

/** Looks at all slots of a slate once; where there are many, several hands take a part each. */
final class Sweep {
    /** Below this a second hand costs more than it brings. */
    private static final int FEW = 10_000;
    private static final int HANDS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private Sweep() {}

    /** Looks at some slots. */
    @FunctionalInterface
    interface Look<R> {
        R at(int from, int to);
    }

    /** What {@code look} makes of each part, in the order of the parts; it may be called by several threads at the same time. */
    static <R> List<R> over(int slots, Look<R> look) {
        if (slots < FEW || HANDS == 1) {
            return List.of(look.at(0, slots));
        }
        return IntStream.range(0, HANDS).parallel().mapToObj(hand -> look.at(part(slots, hand), part(slots, hand + 1))).toList();
    }

    private static int part(int slots, int hand) {
        return (int) ((long) slots * hand / HANDS);
    }
}

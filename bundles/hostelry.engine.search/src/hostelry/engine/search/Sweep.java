package hostelry.engine.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Looks at all objects of a noun once; where there are many, several hands take a part each. */
final class Sweep {
    /** Below this a second hand costs more than it brings. */
    private static final int FEW = 10_000;
    private static final int HANDS = Math.min(8, Runtime.getRuntime().availableProcessors());

    private Sweep() {}

    /** What {@code look} makes of each part, in the order of the parts; it may be called by several threads at the same time. */
    static <T, R> List<R> over(Collection<T> all, Function<List<T>, R> look) {
        List<T> list = all instanceof List<T> some ? some : List.copyOf(all);
        int size = list.size();
        if (size < FEW || HANDS == 1) {
            return List.of(look.apply(list));
        }
        return IntStream.range(0, HANDS).parallel()
                .mapToObj(hand -> look.apply(list.subList((int) ((long) size * hand / HANDS), (int) ((long) size * (hand + 1) / HANDS))))
                .toList();
    }
}

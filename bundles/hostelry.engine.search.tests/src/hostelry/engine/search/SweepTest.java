package hostelry.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
    private final List<Integer> many = IntStream.range(0, 100_003).boxed().toList();

    @Test
    void everyObjectIsLookedAtOnceAndInOrder() {
        assertEquals(many, Sweep.over(many.size(), many::subList).stream().flatMap(Collection::stream).toList());
        assertEquals(List.of(0), Sweep.over(0, (from, to) -> to - from));
    }

    @Test
    void theFirstOfAllPartsAreTheFirstOfAll() {
        Comparator<Integer> scattered = Comparator.<Integer>comparingInt(number -> number * 7_919 % 100_003);
        Top<Integer> top = Sweep.<Top<Integer>>over(many.size(), (from, to) -> {
            Top<Integer> first = new Top<>(scattered, 50);
            many.subList(from, to).stream().filter(number -> number % 2 == 0).forEach(first::add);
            return first;
        }).stream().reduce(Top::and).orElseThrow();

        assertEquals(50_002, top.total());
        assertEquals(many.stream().filter(number -> number % 2 == 0).sorted(scattered).skip(20).limit(30).toList(), top.from(20));
        assertEquals(List.of(), top.from(50));
    }
}

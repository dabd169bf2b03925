package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaterEventsTest {
    private static final List<Integer> LEFT = IntStream.rangeClosed(1, 250).boxed().toList();

    @Test
    void thePageIsTakenFromTheEndOfTheSearch() {
        assertEquals(new LaterEvents("severity = warning", 2), LaterEvents.of("severity = warning page 2"));
        assertEquals(new LaterEvents("", 3), LaterEvents.of("Page 3 "));
        assertEquals(new LaterEvents("message = \"page 2\"", 0), LaterEvents.of("message = \"page 2\""));
        assertEquals(new LaterEvents("homepage 2", 0), LaterEvents.of("homepage 2"));
        assertEquals(new LaterEvents("page 0", 0), LaterEvents.of("page 0"));
    }

    @Test
    void whatIsLeftIsPaged() {
        assertEquals(LEFT, LaterEvents.of("").cut(LEFT, OptionalInt.empty()));
        assertEquals(List.of(1, 2), LaterEvents.of("").cut(LEFT, OptionalInt.of(2)));
        assertEquals(List.of(3, 4), LaterEvents.of("page 2").cut(LEFT, OptionalInt.of(2)));
        assertEquals(LEFT.subList(200, 250), LaterEvents.of("page 3").cut(LEFT, OptionalInt.empty()));
        assertEquals(List.of(), LaterEvents.of("page 9999999").cut(LEFT, OptionalInt.of(Integer.MAX_VALUE)));
    }
}

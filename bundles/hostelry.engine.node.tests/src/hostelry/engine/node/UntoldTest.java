package hostelry.engine.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.Report.Note;
import hostelry.node.api.Untold;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntoldTest {
    private final Untold untold = new Untold(3);

    private boolean add(String guest, int number) {
        return untold.add(new Note(number, guest, "normal", guest + number));
    }

    private List<String> texts() {
        return untold.notes().stream().map(Note::text).toList();
    }

    @Test
    void theLastWordAboutAGuestStaysAndWhatWentIsTold() {
        assertFalse(add("a", 1));
        assertFalse(add("b", 2));
        assertFalse(add("b", 3));
        assertEquals(List.of("a1", "b2", "b3"), texts());
        assertTrue(add("b", 4));
        assertTrue(add("c", 5));
        assertEquals(List.of("a1", "b4", "c5"), texts().subList(1, 4));
        assertTrue(texts().getFirst().contains("2 older notes are gone"), texts().getFirst());
        assertTrue(add("d", 6));
        assertEquals(List.of("b4", "c5", "d6"), texts().subList(1, 4), "where all are last words, the oldest");
    }

    @Test
    void whatWasToldIsForgottenAndNothingElse() {
        add("a", 1);
        long told = untold.last();
        add("a", 2);
        untold.forget(told);
        assertEquals(List.of("a2"), texts());
        untold.forget(untold.last());
        assertEquals(List.of(), texts());
    }
}

package hostelry.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MacRangeTest {
    private static MacRange range(String text) {
        return MacRange.parse(text).orElseThrow();
    }

    @Test
    void isReadInAnySpellingAndWrittenInOne() {
        for (String text : List.of("56:6f:00:00:00:00-56:6f:00:00:ff:ff", " 56-6F-00-00-00-00 - 56:6F:00:00:FF:FF")) {
            assertEquals("56:6f:00:00:00:00-56:6f:00:00:ff:ff", range(text).toString());
        }
        assertEquals(65_536, range("56:6f:00:00:00:00-56:6f:00:00:ff:ff").size());
    }

    @Test
    void whatIsNoRange() {
        for (String text : List.of("", "-", "56:6f:00:00:00:00", "56:6f:00:00:00:01-56:6f:00:00:00:00", "56:6f:00:00:00:00-x",
                "56:6f:00:00:00:0g-56:6f:00:00:00:01", "56:6f:00:00:00:00-56:6f:00:00:00:01-56:6f:00:00:00:02")) {
            assertTrue(MacRange.parse(text).isEmpty(), text);
        }
    }

    @Test
    void knowsGroupsAndOverlaps() {
        assertTrue(range("01:00:00:00:00:00-01:00:00:00:00:01").hasGroups());
        assertTrue(range("00:00:00:00:00:00-02:00:00:00:00:00").hasGroups());
        assertFalse(range("02:00:00:00:00:00-02:ff:ff:ff:ff:ff").hasGroups());
        MacRange lab = range("02:00:00:00:00:00-02:00:00:00:00:0f");
        assertTrue(lab.overlaps(range("02:00:00:00:00:0f-02:00:00:00:00:1f")));
        assertFalse(lab.overlaps(range("02:00:00:00:00:10-02:00:00:00:00:1f")));
        assertTrue(lab.contains(MacRange.number("02:00:00:00:00:0f")));
    }
}

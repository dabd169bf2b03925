package hostelry.console.kit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.console.kit.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the window remembers: connections, searches, tables; and what it makes of a memory that somebody has spoilt by hand. */
class RememberingTest {
    private final Map<String, String> kept = new HashMap<>();
    private final Memory memory = new Memory() {
        @Override
        public String get(String key, String otherwise) {
            return kept.getOrDefault(key, otherwise);
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    @Test
    void aConnectionIsKeptUnderTheNameOfItsMachine() {
        Profiles profiles = new Profiles(memory);
        assertEquals(List.of(), profiles.all());
        Profile usual = Profile.of("engine.example.com", Profile.PORT, "admin@internal", "AB:CD");
        Profile other = Profile.of("engine.example.com", 9443, "carol@internal", "");
        profiles.keep(usual);
        profiles.keep(other);
        assertEquals("engine.example.com", usual.name());
        assertEquals("engine.example.com:9443", other.name());
        assertEquals(List.of(usual, other), new Profiles(memory).all());
    }

    @Test
    void theSameNameIsKeptOnce() {
        Profiles profiles = new Profiles(memory);
        profiles.keep(Profile.of("one", Profile.PORT, "admin@internal", ""));
        Profile compared = Profile.of("one", Profile.PORT, "admin@internal", "AB:CD");
        profiles.keep(compared);
        assertEquals(List.of(compared), profiles.all());
    }

    @Test
    void anAddressOfTheSixthVersionStandsInBrackets() {
        assertEquals("https://[fd00::1]:8443", Profile.of("fd00::1", Profile.PORT, "admin@internal", "").engine().toString());
        assertEquals("https://[fd00::1]:8443", Profile.of("[fd00::1]", Profile.PORT, "admin@internal", "").engine().toString());
        assertEquals("https://lodge:9443", Profile.of("lodge", 9443, "admin@internal", "").engine().toString());
    }

    @Test
    void aSpoiltConnectionIsPassedOver() {
        Profile good = Profile.of("good", Profile.PORT, "admin@internal", "");
        kept.put("connections", "nonsense\n" + good.line() + "\nbad\tbad\tport\tadmin@internal\t\n\n");
        assertEquals(List.of(good), new Profiles(memory).all());
    }

    @Test
    void theLastTwentySearchesAreKeptEachOnce() {
        SearchHistory history = new SearchHistory(memory);
        assertEquals(List.of(), history.all());
        IntStream.rangeClosed(1, 25).forEach(number -> history.add("Vms: name = web" + number));
        history.add("Vms: name = web10");
        assertEquals(20, history.all().size());
        assertEquals(List.of("Vms: name = web10", "Vms: name = web25"), history.all().subList(0, 2));
        assertEquals(1, history.all().stream().filter("Vms: name = web10"::equals).count());
    }

    @Test
    void aTableIsSortedAndAsWideAsItWasLeft() {
        TableSettings table = new TableSettings(memory, "vms");
        assertEquals("name", table.sort("name"));
        assertFalse(table.down());
        table.sorted("host", true);
        table.widened("name", 222);
        TableSettings later = new TableSettings(memory, "vms");
        assertEquals("host", later.sort("name"));
        assertTrue(later.down());
        assertEquals(222, later.width("name", 130));
        assertEquals("name", new TableSettings(memory, "hosts").sort("name"));
    }

    @Test
    void noColumnIsTooNarrowToTakeHoldOf() {
        kept.put("vms.name", "0");
        kept.put("vms.host", "wide");
        TableSettings table = new TableSettings(memory, "vms");
        assertEquals(24, table.width("name", 130));
        assertEquals(92, table.width("host", 92));
    }
}

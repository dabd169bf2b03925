package hostelry.console.kit.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Names, numbers, sizes and times as people read and type them. */
class WordsTest {
    private static final long GIB = 1L << 30;

    @Test
    void namesWithNumbersStandInTheOrderOfPeople() {
        assertTrue(Words.NATURAL.compare("web2", "web10") < 0);
        assertTrue(Words.NATURAL.compare("Web2", "web10") < 0);
        assertTrue(Words.NATURAL.compare("web", "web1") < 0);
        assertEquals(0, Words.NATURAL.compare("WEB1", "web1"));
        assertTrue(Words.NATURAL.compare("n99999999999999999998", "n99999999999999999999") < 0);
    }

    @Test
    void literalsBecomeSentencesAndNumbersAreCounted() {
        assertEquals("Wait for launch", Words.sentence("wait_for_launch"));
        assertEquals("", Words.sentence(""));
        assertEquals("1 event", Words.count(1, "event", "events"));
        assertEquals("1,204 events", Words.count(1_204, "event", "events"));
        assertEquals("0 events", Words.count(0, "event", "events"));
        assertEquals("", Words.orEmpty(null));
    }

    @Test
    void sizesAreReadAsPeopleTypeThem() {
        assertEquals(2 * GIB, Bytes.parse("2", GIB));
        assertEquals(512L << 20, Bytes.parse(" 512m ", GIB));
        assertEquals(3 * GIB / 2, Bytes.parse("1,5 GiB", 1));
        assertEquals(GIB << 10, Bytes.parse("1T", 1));
        for (String nonsense : new String[]{"", "oops", "-1", "2 apples", "1.2.3", "0", "99999999999 T"}) {
            assertEquals(-1, Bytes.parse(nonsense, GIB), nonsense);
        }
    }

    @Test
    void timesAreToldRelativeToNow() {
        Instant now = Instant.parse("2026-03-31T12:00:00Z");
        assertEquals("just now", Times.ago(now.minusSeconds(4), now));
        assertEquals("40 s ago", Times.ago(now.minusSeconds(40), now));
        assertEquals("5 min ago", Times.ago(now.minusSeconds(330), now));
        assertEquals("3 h 20 min ago", Times.ago(now.minusSeconds(12_000), now));
        assertEquals("12 d ago", Times.ago(now.minusSeconds(12 * 86_400 + 5), now));
        assertEquals("", Times.ago(null, now));
        assertEquals("0 s", Times.span(Duration.ofSeconds(-3)));
        assertEquals("", Times.exact(null));
        assertEquals("", Times.clock(null));
    }
}

package hostelry.engine.search.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, row by row. It is Wednesday, 2026-03-11, 12:00 in Paris, an hour before Greenwich. */
class SpanTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-11T11:00:00Z"), ZoneId.of("Europe/Paris"));

    private static Span read(String text) {
        return Span.read(new Value(List.of(text), 0, text.length()), CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"today|2026-03-10T23:00:00Z|2026-03-11T23:00:00Z",
            "Yesterday|2026-03-09T23:00:00Z|2026-03-10T23:00:00Z",
            "wednesday|2026-03-10T23:00:00Z|2026-03-11T23:00:00Z", "thursday|2026-03-04T23:00:00Z|2026-03-05T23:00:00Z",
            "this week|2026-03-08T23:00:00Z|2026-03-15T23:00:00Z", "last week|2026-03-01T23:00:00Z|2026-03-08T23:00:00Z",
            "last month|2026-01-31T23:00:00Z|2026-02-28T23:00:00Z", "2026-03-02|2026-03-01T23:00:00Z|2026-03-02T23:00:00Z",
            "3/2/2026|2026-03-01T23:00:00Z|2026-03-02T23:00:00Z", "03/02/26|2026-03-01T23:00:00Z|2026-03-02T23:00:00Z",
            "2026-03-02 14:30|2026-03-02T13:30:00Z|2026-03-02T13:31:00Z", "2026-03-02T14:30:05|2026-03-02T13:30:05Z|2026-03-02T13:30:06Z",
            "03/02/2026 2:30 PM|2026-03-02T13:30:00Z|2026-03-02T13:31:00Z", "2026-03-29|2026-03-28T23:00:00Z|2026-03-29T22:00:00Z",
            "2026-03-02T14:30:00Z|2026-03-02T14:30:00Z|2026-03-02T14:30:00.001Z", "-2d|2026-03-09T11:00:00Z|2026-03-11T11:00:01Z",
            "-90m|2026-03-11T09:30:00Z|2026-03-11T11:00:01Z", "-1 week|2026-03-04T11:00:00Z|2026-03-11T11:00:01Z"})
    void dates(String text, String from, String to) {
        Span span = read(text);

        assertEquals(from + " " + to, span.from() + " " + span.to());
    }

    @ParameterizedTest
    @CsvSource({"soon", "2026-13-01", "2026-02-30", "31/12/2026", "-2", "2d", "14:30", "2026-03-02 25:00", "-999999999d", "''", "2026"})
    void noDates(String text) {
        assertThrows(Misread.class, () -> read(text));
    }

    @Test
    void howMomentsCompareWithADay() {
        Span day = read("2026-03-02");
        // before, first, last, after
        List<Instant> moments = List.of(day.from().minusMillis(1), day.from(), day.to().minusMillis(1), day.to());

        String table = Arrays.stream(Operator.values()).map(operator -> operator.sign() + moments.stream()
                .map(moment -> day.fits(operator, moment) ? "x" : "-").collect(Collectors.joining())).collect(Collectors.joining(" "));

        assertEquals("=-xx- !=x--x <x--- >---x <=xxx- >=-xxx", table);
    }

    @Test
    void newerThanTwoDaysAgo() {
        Span ago = read("-2d");

        assertEquals(true, ago.fits(Operator.MORE, CLOCK.instant().minusSeconds(60)));
        assertEquals(false, ago.fits(Operator.MORE, ago.from().minusSeconds(60)));
        assertEquals(true, ago.fits(Operator.LESS, ago.from().minusSeconds(60)));
        assertEquals(true, ago.fits(Operator.IS, CLOCK.instant()), "= means since then");
    }
}

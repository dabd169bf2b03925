package hostelry.console.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void marksAreRoundNumbersThatTakeAllValues() {
        assertEquals(List.of(0.0, 2.0, 4.0, 6.0, 8.0), Scale.of(7.3, Unit.PLAIN, 4).marks());
        assertEquals(List.of(0.0, 0.5, 1.0), Scale.of(1, Unit.PLAIN, 2).marks());
        assertEquals(List.of(0.0, 50.0, 100.0), Scale.fixed(100, 3).marks());
        assertEquals(List.of(0.0, 25.0, 50.0, 75.0, 100.0), Scale.fixed(100, 9).marks());
        assertEquals(new Scale(100, 100), Scale.fixed(100, 0));
    }

    @Test
    void bytesCountByTheirOwnRoundNumbers() {
        Scale scale = Scale.of(70e6, Unit.BYTES_PER_SECOND, 4);
        assertEquals("32 MiB/s", Unit.BYTES_PER_SECOND.text(scale.step()));
        assertEquals("96 MiB/s", Unit.BYTES_PER_SECOND.text(scale.top()));
        assertEquals("1 GiB", Unit.BYTES.text(Scale.of(900L << 20, Unit.BYTES, 1).step()));
    }

    @Test
    void nothingStillMakesAnAxis() {
        for (double nothing : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (Unit unit : Unit.values()) {
                Scale scale = Scale.of(nothing, unit, 4);
                assertTrue(scale.top() > 0 && scale.marks().size() >= 2, unit + " " + scale);
            }
        }
        assertEquals(0, Scale.of(0, Unit.BYTES, 4).share(-5));
        assertEquals(1, Scale.of(1, Unit.PLAIN, 4).share(77));
    }

    @Test
    void whateverTheValueThereAreNotMoreMarksThanThereIsRoomFor() {
        for (double value = 1; value < 1e15; value *= 1.7) {
            for (int steps = 1; steps < 9; steps++) {
                for (Unit unit : List.of(Unit.PLAIN, Unit.BYTES)) {
                    Scale scale = Scale.of(value, unit, steps);
                    assertTrue(scale.top() >= value * 0.999999 && scale.marks().size() <= steps + 1, value + " in " + steps + ": " + scale);
                }
            }
        }
    }

    @Test
    void momentsAreRoundAndFewEnough() {
        long to = Instant.parse("2026-11-21T22:07:30Z").toEpochMilli();
        List<Long> moments = Scale.moments(to - 3_600_000, to, 6, ZoneOffset.UTC);
        assertEquals("2026-11-21T21:10:00Z", Instant.ofEpochMilli(moments.getFirst()).toString());
        assertEquals(6, moments.size());
        assertEquals(List.of(Instant.parse("2026-11-21T21:30:00Z").toEpochMilli()),
                Scale.moments(to - 3_600_000, to, 1, ZoneId.of("Asia/Kolkata")), "a full hour there");
    }
}

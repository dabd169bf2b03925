package hostelry.engine.watch.loads;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RingTest {
    private static final double GAP = Double.NaN;
    private final Ring ring = new Ring(4, 10, 2);

    @Test
    void nothingWasSeenYet() {
        assertArrayEquals(new double[]{GAP, GAP, GAP, GAP}, ring.of(0, 100_000));
    }

    @Test
    void aStepHoldsTheMeanOfWhatWasTold() {
        ring.add(100_000, 10, 1);
        ring.add(105_000, 20, 3);
        ring.add(110_000, 60, 5);
        assertArrayEquals(new double[]{GAP, GAP, 15, 60}, ring.of(0, 112_000));
        assertArrayEquals(new double[]{GAP, GAP, 2, 5}, ring.of(1, 112_000));
        assertEquals(120_000, ring.end(112_000));
    }

    @Test
    void whatIsOldGoesAndSilenceIsAGap() {
        ring.add(100_000, 1, 0);
        ring.add(110_000, 2, 0);
        ring.add(130_000, 4, 0);
        assertArrayEquals(new double[]{1, 2, GAP, 4}, ring.of(0, 130_000));
        assertArrayEquals(new double[]{GAP, 4, GAP, GAP}, ring.of(0, 150_000), "nothing was told since");
        ring.add(990_000, 9, 0);
        assertArrayEquals(new double[]{GAP, GAP, GAP, 9}, ring.of(0, 990_000), "an hour of silence forgets all");
    }

    @Test
    void aClockThatGoesBackDoesNoHarm() {
        ring.add(130_000, 4, 0);
        ring.add(100_000, 99, 0);
        assertArrayEquals(new double[]{GAP, GAP, GAP, 4}, ring.of(0, 130_000));
        assertArrayEquals(new double[]{GAP, GAP, GAP, GAP}, ring.of(0, 80_000), "what is newer than now is not told");
    }
}

package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraceTest {
    @Test
    void halfASecondForEachGuest() {
        assertEquals(Duration.ofSeconds(60), Grace.USUAL.of(0));
        assertEquals(Duration.ofMillis(61_500), Grace.USUAL.of(3));
    }

    @Test
    void whatMakesNoSenseIsAsIfNothingWasSaid() {
        assertEquals(new Grace(Duration.ofSeconds(5)), Grace.of(" 5 "));
        for (String nonsense : new String[]{null, "", "0", "-1", "3601", "soon", "5s"}) {
            assertEquals(Grace.USUAL, Grace.of(nonsense), String.valueOf(nonsense));
        }
    }
}

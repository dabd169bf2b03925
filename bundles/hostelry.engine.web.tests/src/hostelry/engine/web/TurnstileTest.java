package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final Turnstile turnstile = new Turnstile(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private int entered(int times, String prefix, boolean leaves) {
        int entered = 0;
        for (int i = 0; i < times; i++) {
            String address = prefix.endsWith(".") ? prefix + i : prefix;
            if (turnstile.enter(address)) {
                entered++;
                if (leaves) {
                    turnstile.leave(address);
                }
            }
        }
        return entered;
    }

    @Test
    void ofOneAddressOnlyAFew() {
        assertEquals(Turnstile.OF_ONE, entered(100, "10.0.0.1", false));
        assertTrue(turnstile.enter("10.0.0.2"), "others are not kept waiting for that");
        turnstile.leave("10.0.0.1");
        assertTrue(turnstile.enter("10.0.0.1"));
    }

    @Test
    void inAMinuteOnlySoMany() {
        assertEquals(Turnstile.A_MINUTE_OF_ONE, entered(1000, "10.0.0.1", true));
        assertEquals(Turnstile.A_MINUTE - Turnstile.A_MINUTE_OF_ONE, entered(1000, "10.0.1.", true));
        assertFalse(turnstile.enter("10.0.0.9"));
        now = now.plusSeconds(60);
        assertTrue(turnstile.enter("10.0.0.1"));
    }

    @Test
    void atATimeOnlySoMany() {
        assertEquals(Turnstile.AT_A_TIME, entered(500, "10.0.1.", false));
        now = now.plusSeconds(60);
        assertFalse(turnstile.enter("10.0.9.9"), "a new minute empties nothing");
        turnstile.leave("10.0.1.0");
        assertTrue(turnstile.enter("10.0.9.9"));
    }

    @Test
    void leavingTwiceOpensNoSecondPlace() {
        assertTrue(turnstile.enter("10.0.0.1"));
        turnstile.leave("10.0.0.1");
        turnstile.leave("10.0.0.1");
        turnstile.leave("never.here");
        assertEquals(Turnstile.AT_A_TIME, entered(500, "10.0.1.", false));
    }
}

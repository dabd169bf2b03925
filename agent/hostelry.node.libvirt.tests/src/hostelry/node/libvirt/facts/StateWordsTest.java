package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.libvirt.link.StateOfGuest;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateWordsTest {
    private static String words(int state, int reason) {
        StateOfGuest now = new StateOfGuest(state, reason);
        return (StateWords.state(now) + " " + StateWords.reason(now)).strip();
    }

    @Test
    void saysWhatLibvirtMeans() {
        assertEquals("running booted", words(1, 1));
        assertEquals("running user", words(1, 5));
        assertEquals("running booted", words(2, 1));
        assertEquals("paused user", words(3, 1));
        assertEquals("paused io-error", words(3, 5));
        assertEquals("saving saving", words(3, 3));
        assertEquals("shutting-down", words(4, 1));
        assertEquals("off shutdown", words(5, 1));
        assertEquals("off destroyed", words(5, 2));
        assertEquals("crashed crashed", words(5, 3));
        assertEquals("off failed", words(5, 6));
        assertEquals("crashed", words(6, 1));
        assertEquals("paused suspended", words(7, 0));
    }

    @Test
    void bearsNumbersOfLaterLibvirts() {
        Set<String> known = Set.of("running", "paused", "shutting-down", "off", "crashed", "saving");
        for (int state = -1; state < 20; state++) {
            for (int reason = -1; reason < 40; reason++) {
                assertTrue(known.contains(StateWords.state(new StateOfGuest(state, reason))));
            }
        }
    }

    @Test
    void tellsAliveFromStarting() {
        assertTrue(StateWords.starting(new StateOfGuest(3, 11)));
        assertFalse(StateWords.starting(new StateOfGuest(3, 1)));
        assertTrue(StateWords.alive(new StateOfGuest(3, 1)));
        assertFalse(StateWords.alive(new StateOfGuest(5, 1)));
        assertFalse(StateWords.alive(new StateOfGuest(6, 1)));
    }
}

package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private final PasswordHash hashes = new PasswordHash();

    @Test
    void theSamePasswordMatchesAndNoOther() {
        String encoded = hashes.make("grüße 1".toCharArray());

        assertTrue(hashes.matches("grüße 1".toCharArray(), encoded));
        assertFalse(hashes.matches("grüße 2".toCharArray(), encoded));
        assertFalse(hashes.matches("".toCharArray(), encoded));
        assertFalse(encoded.contains("grüße"));
        assertFalse(hashes.matchesNobody("grüße 1".toCharArray()));
    }

    @Test
    void eachHasItsSalt() {
        assertNotEquals(hashes.make("same".toCharArray()), hashes.make("same".toCharArray()));
    }

    @Test
    void anUnknownMethodIsSaid() {
        assertThrows(IllegalStateException.class, () -> hashes.matches("x".toCharArray(), "md5$abc"));
    }
}

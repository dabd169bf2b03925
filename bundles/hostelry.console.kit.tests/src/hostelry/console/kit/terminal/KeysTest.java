package hostelry.console.kit.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeysTest {
    // SWT's numbers, written out: this fragment sees no widgets
    private static final int CTRL = 1 << 18;
    private static final int SHIFT = 1 << 17;
    private static final int ALT = 1 << 16;
    private static final int UP = (1 << 24) + 1;
    private static final int F5 = (1 << 24) + 14;
    private static final char BACK = 8;
    private static final char DELETE = 127;

    private static String said(int code, char character, int mask) {
        return new String(Keys.of(code, character, mask, false), StandardCharsets.UTF_8);
    }

    @Test
    void keysSayWhatALineExpects() {
        assertEquals("a", said('a', 'a', 0));
        assertEquals("é", said(0, 'é', 0));
        assertEquals("\r", said('\r', '\r', 0));
        assertEquals("\u007f", said(BACK, BACK, 0));
        assertEquals("\u001b[3~", said(DELETE, DELETE, 0));
        assertEquals("\u0003", said('c', '\u0003', CTRL));
        assertEquals("\u0000", said(' ', '\u0000', CTRL));
        assertEquals("\u001bx", said('x', 'x', ALT));
        assertEquals("\u001b[A", said(UP, '\0', 0));
        assertEquals("\u001bOA", new String(Keys.of(UP, '\0', 0, true), StandardCharsets.UTF_8));
        assertEquals("\u001b[15~", said(F5, '\0', 0));
        assertEquals("", said(SHIFT, '\0', 0));
    }
}

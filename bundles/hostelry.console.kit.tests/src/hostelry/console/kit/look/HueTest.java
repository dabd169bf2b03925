package hostelry.console.kit.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The rules of the palette: readable on the platform's ground, and never the colour alone. */
class HueTest {
    private static final String WHITE = "#ffffff";
    private static final String DARK = "#2f2f2f";

    /** WCAG 2.1, relative luminance. @param colour as in SVG: without a screen there are no colours of SWT */
    private static double luminance(String colour) {
        int value = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(value >> 16 & 0xff) + 0.7152 * linear(value >> 8 & 0xff) + 0.0722 * linear(value & 0xff);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void everyColourIsReadableInLightAndDark() {
        for (Hue hue : Hue.values()) {
            assertTrue(contrast(hue.svg(false), WHITE) >= 4.5, () -> hue + " on white: " + contrast(hue.svg(false), WHITE));
            assertTrue(contrast(hue.svg(true), DARK) >= 4.5, () -> hue + " on dark: " + contrast(hue.svg(true), DARK));
        }
    }

    @Test
    void everyStatusHasAShapeOfItsOwn() {
        assertEquals(Status.values().length, Arrays.stream(Status.values()).map(Status::icon).distinct().count());
    }
}

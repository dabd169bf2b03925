package hostelry.console.kit.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

/** The rules of the palette: readable on the platform's ground, and never the colour alone. */
class HueTest {
    private static final RGB WHITE = new RGB(255, 255, 255);
    private static final RGB DARK = new RGB(47, 47, 47);

    /** WCAG 2.1, relative luminance. */
    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double contrast(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void everyColourIsReadableInLightAndDark() {
        for (Hue hue : Hue.values()) {
            assertTrue(contrast(hue.rgb(false), WHITE) >= 4.5, () -> hue + " on white: " + contrast(hue.rgb(false), WHITE));
            assertTrue(contrast(hue.rgb(true), DARK) >= 4.5, () -> hue + " on dark: " + contrast(hue.rgb(true), DARK));
        }
    }

    @Test
    void everyStatusHasAShapeOfItsOwn() {
        assertEquals(Status.values().length, Arrays.stream(Status.values()).map(Status::icon).distinct().count());
    }
}

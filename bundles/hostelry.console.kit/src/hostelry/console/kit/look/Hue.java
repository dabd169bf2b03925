package hostelry.console.kit.look;

import org.eclipse.swt.graphics.RGB;

/** The palette: what each colour means, in light and in dark; at least 4.5:1 on the platform's ground, told apart without red and green. */
public enum Hue {
    INK(0x4a5461, 0xc8d0da), GREEN(0x17803d, 0x5fd08a), BLUE(0x0b66c3, 0x6cb4ff), AMBER(0x946200, 0xe5b84b), RED(0xc42f3a, 0xff8a80),
    STEEL(0x4a6b91,
            0xa3bedb),
    GREY(0x69727d, 0xa9b2bc);

    private final int light;
    private final int dark;

    Hue(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    public RGB rgb(boolean inDark) {
        int value = inDark ? dark : light;
        return new RGB(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
    }

    String svg(boolean inDark) {
        return String.format("#%06x", inDark ? dark : light);
    }
}

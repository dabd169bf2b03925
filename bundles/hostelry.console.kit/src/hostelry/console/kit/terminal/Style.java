package hostelry.console.kit.terminal;

/**
 * How a character looks.
 *
 * @param ink number of a colour of xterm's 256, {@link #NONE} for the usual one
 * @param ground the same for what is behind it
 */
public record Style(int ink, int ground, boolean bold, boolean underlined, boolean inverse) {
    public static final int NONE = -1;
    public static final Style PLAIN = new Style(NONE, NONE, false, false, false);
    private static final int[] FIRST = {0x000000, 0xcd3131, 0x0dbc79, 0xb5a010, 0x3b78ff, 0xbc3fbc, 0x11a8cd, 0xd5d5d5, 0x767676, 0xf14c4c,
            0x23d18b, 0xf5f543, 0x6ba1ff, 0xd670d6, 0x29b8db, 0xffffff};
    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};
    private static final int CUBE = 16;
    private static final int GREYS = 232;

    Style ink(int color) {
        return new Style(color, ground, bold, underlined, inverse);
    }

    Style ground(int color) {
        return new Style(ink, color, bold, underlined, inverse);
    }

    Style bold(boolean on) {
        return new Style(ink, ground, on, underlined, inverse);
    }

    Style underlined(boolean on) {
        return new Style(ink, ground, bold, on, inverse);
    }

    Style inverse(boolean on) {
        return new Style(ink, ground, bold, underlined, on);
    }

    /** Red, green and blue of a colour's number, as {@code 0xRRGGBB}. */
    public static int rgb(int color) {
        if (color < CUBE) {
            return FIRST[Math.max(0, color)];
        }
        if (color >= GREYS) {
            int grey = 8 + 10 * (Math.min(color, 255) - GREYS);
            return grey << 16 | grey << 8 | grey;
        }
        int place = color - CUBE;
        return STEPS[place / 36] << 16 | STEPS[place / 6 % 6] << 8 | STEPS[place % 6];
    }
}

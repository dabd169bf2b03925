package hostelry.node.libvirt.doctor;

import java.util.Locale;

/**
 * What one look has found.
 *
 * @param about one or two words
 * @param text what is so, a sentence
 * @param mend what to do, a sentence; empty where all is well
 */
record Finding(String about, State state, String text, String mend) {
    enum State {
        GOOD,
        /** It works, with less than there could be. */
        POOR,
        /** This machine can't be a host so. */
        BAD
    }

    static Finding good(String about, String text) {
        return new Finding(about, State.GOOD, text, "");
    }

    static Finding poor(String about, String text, String mend) {
        return new Finding(about, State.POOR, text, mend);
    }

    static Finding bad(String about, String text, String mend) {
        return new Finding(about, State.BAD, text, mend);
    }

    String line() {
        return String.format(Locale.ROOT, "%-5s %-12s %s%s", state.name().toLowerCase(Locale.ROOT), about, text,
                mend.isEmpty() ? "" : "\n      -> " + mend);
    }

    String json() {
        return "{\"about\":" + quoted(about) + ",\"state\":" + quoted(state.name().toLowerCase(Locale.ROOT)) + ",\"text\":" + quoted(text)
                + ",\"mend\":"
                + quoted(mend) + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}

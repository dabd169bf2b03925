package hostelry.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Text on its way into bytes: escaped and encoded in one pass, gathered in one buffer. Nothing else stands between a value and the packet that carries it, since a
 * list has millions of them.
 */
final class Utf8 {
    /** Enough for an object by itself; a list makes it grow. */
    private static final int FIRST = 1024;
    private static final int BUFFER = 32 * 1024;
    /** No character takes more, escaped: {@code &quot;} and {@code \u0001} have six. */
    private static final int LONGEST = 6;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** How a kind of text writes a character of ASCII; null: as it is. */
    private static final byte[][] NOTHING = new byte[128][];
    private static final byte[][] XML_TEXT = xml(false);
    private static final byte[][] XML_ATTRIBUTE = xml(true);
    private static final byte[][] JSON = json();

    private final OutputStream stream;
    private byte[] buffer = new byte[FIRST];
    private int used;

    Utf8(OutputStream stream) {
        this.stream = stream;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[][] xml(boolean attribute) {
        byte[][] table = new byte[128][];
        // XML 1.0 can't hold control characters, not even escaped
        Arrays.fill(table, 0, ' ', bytes(String.valueOf(REPLACEMENT)));
        table['\t'] = attribute ? bytes("&#9;") : null;
        table['\n'] = attribute ? bytes("&#10;") : null;
        table['\r'] = bytes("&#13;"); // a reader would make a line feed of it
        table['&'] = bytes("&amp;");
        table['<'] = bytes("&lt;");
        table['>'] = bytes("&gt;");
        table['"'] = attribute ? bytes("&quot;") : null;
        return table;
    }

    private static byte[][] json() {
        byte[][] table = new byte[128][];
        for (int c = 0; c < ' '; c++) {
            table[c] = new byte[]{'\\', 'u', '0', '0', HEX[c >> 4], HEX[c & 15]};
        }
        table['\n'] = bytes("\\n");
        table['\r'] = bytes("\\r");
        table['\t'] = bytes("\\t");
        table['"'] = bytes("\\\"");
        table['\\'] = bytes("\\\\");
        return table;
    }

    /** Text that holds nothing to be escaped, such as a name of ours. */
    void plain(String text) throws IOException {
        write(text, NOTHING);
    }

    void xmlText(String text) throws IOException {
        write(text, XML_TEXT);
    }

    void xmlAttribute(String text) throws IOException {
        write(text, XML_ATTRIBUTE);
    }

    void json(String text) throws IOException {
        write(text, JSON);
    }

    private void write(String text, byte[][] escapes) throws IOException {
        int length = text.length();
        int at = 0;
        while (at < length) {
            room(LONGEST);
            byte[] into = buffer;
            // a run of what goes as it is; its bounds are known, and so are the bytes that it takes
            int end = Math.min(length, at + into.length - used);
            int put = used;
            char c = 0;
            while (at < end) {
                c = text.charAt(at);
                if (c >= 128 || escapes[c] != null) {
                    break;
                }
                into[put++] = (byte) c;
                at++;
            }
            used = put;
            if (at < end && used <= into.length - LONGEST) {
                at += special(text, at, c, escapes);
            }
        }
    }

    /** Writes a character that does not go as it is, and tells how many of the text's it was. */
    private int special(String text, int at, char c, byte[][] escapes) {
        if (c < 128) {
            byte[] escape = escapes[c];
            System.arraycopy(escape, 0, buffer, used, escape.length);
            used += escape.length;
            return 1;
        }
        if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            buffer[used++] = (byte) (0xF0 | point >> 18);
            buffer[used++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[used++] = (byte) (0x80 | point & 0x3F);
            return 2;
        }
        // halves of pairs and what is no character
        char legal = Character.isSurrogate(c) || c >= '\uFFFE' ? REPLACEMENT : c;
        if (legal < 0x800) {
            buffer[used++] = (byte) (0xC0 | legal >> 6);
        } else {
            buffer[used++] = (byte) (0xE0 | legal >> 12);
            buffer[used++] = (byte) (0x80 | legal >> 6 & 0x3F);
        }
        buffer[used++] = (byte) (0x80 | legal & 0x3F);
        return 1;
    }

    void put(char ascii) throws IOException {
        room(1);
        buffer[used++] = (byte) ascii;
    }

    void put(byte[] bytes, int length) throws IOException {
        room(length);
        System.arraycopy(bytes, 0, buffer, used, length);
        used += length;
    }

    void number(long value) throws IOException {
        if (value < 0) {
            plain(Long.toString(value)); // no count of ours is
            return;
        }
        room(20);
        int digits = 1;
        for (long rest = value; rest > 9; rest /= 10) {
            digits++;
        }
        digits(value, digits);
    }

    /** As {@link Values#iso}, without its formatter's price. */
    void iso(Instant value) throws IOException {
        LocalDateTime time = LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > 9999) {
            plain(Values.iso(value));
            return;
        }
        room(24);
        part(time.getYear(), 4, '-');
        part(time.getMonthValue(), 2, '-');
        part(time.getDayOfMonth(), 2, 'T');
        part(time.getHour(), 2, ':');
        part(time.getMinute(), 2, ':');
        part(time.getSecond(), 2, '.');
        part(time.getNano() / 1_000_000, 3, 'Z');
    }

    private void part(int value, int digits, char behind) {
        digits(value, digits);
        buffer[used++] = (byte) behind;
    }

    private void digits(long value, int digits) {
        long rest = value;
        for (int i = used + digits - 1; i >= used; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }

    /** For so many bytes, far fewer than the first buffer has. */
    private void room(int bytes) throws IOException {
        if (used <= buffer.length - bytes) {
            return;
        }
        if (buffer.length < BUFFER) {
            buffer = Arrays.copyOf(buffer, Math.min(BUFFER, 4 * buffer.length));
        } else {
            drain();
        }
    }

    private void drain() throws IOException {
        stream.write(buffer, 0, used);
        used = 0;
    }

    void flush() throws IOException {
        drain();
        stream.flush();
    }
}

package hostelry.cxf;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Blanks {@code 201-created} in the {@code Expect} headers of what comes in on one connection, in whatever pieces it comes: a byte is changed when it is there, and
 * nothing is held back. What was blanked stays well-formed: a header without a value, or with what else was expected. Of HTTP/1.1 it knows
 * as much as it takes to tell heads from bodies (RFC 9112, 2 to 7); where that can't be told it changes nothing more, and Jetty answers 400.
 *
 * <p>Not thread-safe: a connection is read by one thread at a time.
 */
final class Expectations {
    private static final String OVIRTS = "201-created";
    /** No header that we look at is longer. */
    private static final int LONGEST = 64;
    /** 18 digits always fit into a long. */
    private static final int MOST_DIGITS = 18;

    private enum At {
        REQUEST_LINE, NAME, VALUE, BODY, CHUNK_LINE, CHUNK, CHUNK_END, TRAILER, LOST
    }

    private At at = At.REQUEST_LINE;
    /** What has been read of the line, the name or the value, in lower case; what is longer is cut off. */
    private final StringBuilder word = new StringBuilder();
    private String name = "";
    /** How much of {@link #OVIRTS} was seen of the present expectation; negative where it is another one. */
    private int seen;
    /** Bytes that are left of the body or the chunk. */
    private long left;
    private boolean chunked;

    /** Takes the last bytes of a buffer, and changes them where they stand. */
    void read(ByteBuffer buffer, int count) {
        int end = buffer.limit();
        for (int i = end - count; i < end && at != At.LOST;) {
            if (at == At.BODY || at == At.CHUNK) {
                int skipped = (int) Math.min(left, end - i);
                left -= skipped;
                i += skipped;
                if (left == 0) {
                    at = at == At.BODY ? At.REQUEST_LINE : At.CHUNK_END;
                }
            } else {
                byte next = buffer.get(i);
                byte kept = take(next);
                if (kept != next) {
                    buffer.put(i, kept);
                }
                i++;
            }
        }
    }

    /** @return what is to stand in its place */
    private byte take(byte next) {
        if (next == '\n') {
            endOfLine();
            word.setLength(0);
            return next;
        }
        if (next == '\r') {
            return next;
        }
        if (at == At.NAME && next == ':') {
            name = word.toString();
            word.setLength(0);
            seen = 0;
            at = At.VALUE;
            return next;
        }
        if (at == At.VALUE && name.equals("expect")) {
            return expected(next);
        }
        if (word.length() < LONGEST) {
            word.append(Character.toLowerCase((char) (next & 0xff)));
        }
        return next;
    }

    private byte expected(byte next) {
        boolean blank = next == ' ' || next == '\t';
        if (next == ',') {
            seen = 0;
        } else if (seen >= 0 && seen < OVIRTS.length() && Character.toLowerCase(next) == OVIRTS.charAt(seen)) {
            seen++;
            return ' ';
        } else if (!blank) {
            seen = -1; // what was blanked of something like it is not given back: the rest is as unknown as the whole
        }
        return next;
    }

    private void endOfLine() {
        switch (at) {
            case REQUEST_LINE -> at = word.isEmpty() ? At.REQUEST_LINE : At.NAME; // an empty line may stand before a request
            case VALUE -> value();
            case NAME -> endOfHead();
            case CHUNK_LINE -> chunk();
            case CHUNK_END -> at = word.isEmpty() ? At.CHUNK_LINE : At.LOST;
            case TRAILER -> at = word.isEmpty() ? At.REQUEST_LINE : At.TRAILER;
            default -> at = At.LOST;
        }
    }

    private void value() {
        at = At.NAME;
        String value = word.toString().strip();
        if (name.equals("content-length")) {
            Long length = number(value, 10);
            at = length == null ? At.LOST : At.NAME;
            left = length == null ? 0 : length;
        } else if (name.equals("transfer-encoding")) {
            chunked = value.endsWith("chunked");
            at = chunked ? At.NAME : At.LOST;
        }
    }

    private void endOfHead() {
        if (!word.isEmpty()) {
            at = At.LOST; // a line without a colon
        } else {
            at = chunked ? At.CHUNK_LINE : left > 0 ? At.BODY : At.REQUEST_LINE;
        }
        chunked = false;
    }

    private void chunk() {
        String size = word.toString().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        Long length = number(size, 16);
        left = length == null ? 0 : length;
        at = length == null ? At.LOST : left == 0 ? At.TRAILER : At.CHUNK;
    }

    private static @Nullable Long number(String text, int radix) {
        boolean plain = !text.isEmpty() && text.length() <= (radix == 10 ? MOST_DIGITS : MOST_DIGITS - 3)
                && text.chars().allMatch(digit -> digit < 128 && Character.digit(digit, radix) >= 0);
        return plain ? Long.valueOf(text, radix) : null;
    }
}

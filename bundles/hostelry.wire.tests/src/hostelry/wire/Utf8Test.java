package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Utf8 utf8 = new Utf8(bytes);

    private String written() throws IOException {
        utf8.flush();
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }

    @Test
    void whatWouldBreakADocumentIsEscaped() throws IOException {
        utf8.xmlText("a<b>&\"\t\r\n\u0000\ufffe");
        assertEquals("a&lt;b&gt;&amp;\"\t&#13;\n\ufffd\ufffd", written());
        utf8.xmlAttribute("a<b>&\"\t\r\n");
        assertEquals("a&lt;b&gt;&amp;&quot;&#9;&#13;&#10;", written());
        utf8.json("a\"b\\c\n\u0001/<\u007f");
        assertEquals("a\\\"b\\\\c\\n\\u0001/<\u007f", written());
    }

    @Test
    void halvesOfPairsAreReplaced() throws IOException {
        utf8.json("\ud800x\udc00\ud83d\ude00\ud83d");
        assertEquals("\ufffdx\ufffd\ud83d\ude00\ufffd", written());
    }

    @Test
    void textOfAnyLengthComesOutWholeWhereverTheBufferEnds() throws IOException {
        Random random = new Random(7);
        String[] alphabet = {"a", "b", "\u00e4", "\u20ac", "\ud83d\ude00", "z"};
        for (int length : new int[]{0, 1, 1_000, 1_018, 1_024, 4_096, 32_760, 32_767, 32_768, 32_769, 100_000}) {
            StringBuilder text = new StringBuilder();
            while (text.length() < length) {
                text.append(alphabet[random.nextInt(random.nextBoolean() ? 1 : alphabet.length)]);
            }
            utf8.xmlText(text.toString());
            utf8.plain("|");
            utf8.json(text.toString());
            assertEquals(text + "|" + text, written());
        }
    }

    @Test
    void numbersAndMomentsAreWrittenAsTheirFormattersDo() throws IOException {
        for (long number : new long[]{0, 9, 10, 99, 100, 1_073_741_824L, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            utf8.number(number);
            assertEquals(Long.toString(number), written());
        }
        for (String time : new String[]{"2026-01-31T12:00:00Z", "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z", "-0044-03-15T00:00:00Z", "+12026-01-01T00:00:00.5Z"}) {
            utf8.iso(Instant.parse(time));
            assertEquals(Values.iso(Instant.parse(time)), written());
        }
    }
}

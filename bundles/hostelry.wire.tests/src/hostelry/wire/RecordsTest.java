package hostelry.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    public record Inner(String firmwareDate, int id, boolean good) {}

    public record Outer(long end, double share, List<Inner> cells, List<Double> series, List<String> flags, Inner one) {}

    private static final Outer SAMPLE = new Outer(1L << 40, 0.5, List.of(new Inner("06/04/2023 <&>", -1, true), new Inner("", 2, false)),
            List.of(Double.NaN, 1.25), List.of("vmx", "avx2"), new Inner("é", 7, false));

    private byte[] written(Format format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = format.out(bytes)) {
            Records.write(out, "sample", SAMPLE);
        }
        return bytes.toByteArray();
    }

    @Test
    void comeInAsTheyWentOut() throws Exception {
        for (Format format : Format.values()) {
            byte[] document = written(format);
            assertEquals(SAMPLE, Records.read(format.read(new ByteArrayInputStream(document), 1 << 20), Outer.class),
                    new String(document, StandardCharsets.UTF_8));
        }
    }

    @Test
    void namesAreWrittenInOVirtsManner() throws Exception {
        String xml = new String(written(Format.XML), StandardCharsets.UTF_8).replaceAll(">\\s+<", "><");
        assertTrue(xml.contains("<cells><cell><firmware_date>06/04/2023 &lt;&amp;&gt;</firmware_date><id>-1</id><good>true</good></cell>"),
                xml);
        assertTrue(xml.contains("<flags><flag>vmx</flag><flag>avx2</flag></flags>"), xml);
    }

    @Test
    void whatIsMissingIsEmptyAndWhatMakesNoSenseIsSaid() throws Exception {
        Tree nothing = Format.JSON.read(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), 1 << 20);
        assertEquals(new Outer(0, 0, List.of(), List.of(), List.of(), new Inner("", 0, false)), Records.read(nothing, Outer.class));
        Tree words = Format.JSON.read(new ByteArrayInputStream("{\"end\":\"soon\"}".getBytes(StandardCharsets.UTF_8)), 1 << 20);
        assertThrows(WireProblem.class, () -> Records.read(words, Outer.class));
    }
}

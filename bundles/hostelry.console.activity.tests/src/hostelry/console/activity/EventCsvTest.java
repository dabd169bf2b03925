package hostelry.console.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is read alike by every spreadsheet, and runs nothing there. */
class EventCsvTest {
    private static final String HEAD = "Time,Severity,Event,About,User,Code,Correlation id\r\n";

    private static Event event(String text) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setTime(Instant.parse("2026-03-31T12:00:00Z"));
        event.setSeverity(Severity.WARNING);
        event.setDescription(text);
        event.setUserName("admin@internal");
        event.setCode(42);
        return event;
    }

    private static String csv(String text) throws IOException {
        StringWriter out = new StringWriter();
        EventCsv.write(out, List.of(event(text)), event -> "web1");
        return out.toString();
    }

    private static String line(String text) {
        return HEAD + "2026-03-31T12:00:00Z,warning," + text + ",web1,admin@internal,42,\r\n";
    }

    @Test
    void plainTextStandsAsItIs() throws IOException {
        assertEquals(line("Host lodge1 is up."), csv("Host lodge1 is up."));
    }

    @Test
    void commasQuotesAndLinesStandInQuotes() throws IOException {
        assertEquals(line("\"one, two\""), csv("one, two"));
        assertEquals(line("\"the \"\"best\"\" one\""), csv("the \"best\" one"));
        assertEquals(line("\"first\nsecond\""), csv("first\nsecond"));
    }

    @Test
    void whatSpreadsheetsTakeForAFormulaStaysAText() throws IOException {
        assertEquals(line("'=1+1"), csv("=1+1"));
        assertEquals(line("'+49 30 1234"), csv("+49 30 1234"));
        assertEquals(line("'-2"), csv("-2"));
        assertEquals(line("'@SUM(A1)"), csv("@SUM(A1)"));
        assertEquals(line("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), csv("=HYPERLINK(\"http://x\",\"y\")"));
        assertEquals(line("'\t=1"), csv("\t=1"));
        assertEquals(line("a=1"), csv("a=1"));
    }

    @Test
    void aFileIsThereWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "before");
        assertThrows(IllegalStateException.class, () -> EventCsv.write(file, List.of(event("one")), event -> {
            throw new IllegalStateException("no name");
        }));
        assertEquals("before", Files.readString(file));
        EventCsv.write(file, List.of(), event -> "");
        assertEquals(HEAD, Files.readString(file));
    }
}

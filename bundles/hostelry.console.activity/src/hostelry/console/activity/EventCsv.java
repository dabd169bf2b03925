package hostelry.console.activity;

import hostelry.console.kit.words.Words;
import hostelry.model.Event;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as comma-separated values: RFC 4180, UTF-8, a line of headings, times as ISO 8601 in UTC. */
final class EventCsv {
    private EventCsv() {}

    /** Writes beside the file first, so that a full disk leaves no half of one. */
    static void write(Path file, List<Event> events, Function<Event, String> about) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(beside)) {
            write(out, events, about);
        }
        Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Writer out, List<Event> events, Function<Event, String> about) throws IOException {
        line(out, Stream.of("Time", "Severity", "Event", "About", "User", "Code", "Correlation id"));
        for (Event event : events) {
            line(out,
                    Stream.of(String.valueOf(event.getTime()), event.getSeverity().getLiteral(), Words.orEmpty(event.getDescription()),
                            about.apply(event), Words.orEmpty(event.getUserName()), Integer.toString(event.getCode()),
                            Words.orEmpty(event.getCorrelationId())));
        }
    }

    private static void line(Writer out, Stream<String> values) throws IOException {
        out.write(values.map(EventCsv::quoted).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    /** Spreadsheets take what begins with a sign for a formula; an apostrophe keeps it a text. */
    private static String quoted(String value) {
        String text = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}

package hostelry.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Who may what, as it was agreed: {@code permission-matrix.txt}. For each verb the permit, on what it is judged, and for each of the twelve predefined roles of the slide
 * where it must have been given so that the verb is allowed.
 *
 * @param roles their names, in the order of the columns
 */
public record PermissionMatrix(List<String> roles, List<Row> rows) {
    /**
     * @param on noun of the object that is judged; {@code System} for the system
     * @param allowed for each role the letters of the places: System, Data center, Cluster, the VM itself, another VM (O); a dot for refused
     */
    public record Row(String verb, String permit, String on, List<String> allowed) {}

    public static PermissionMatrix read() {
        try (InputStream in = Objects.requireNonNull(PermissionMatrix.class.getResourceAsStream("permission-matrix.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            List<String> head = words(lines.get(0));
            return new PermissionMatrix(head.subList(3, head.size()), lines.stream().skip(1).map(PermissionMatrix::words)
                    .map(words -> new Row(words.get(0), words.get(1), words.get(2), words.subList(3, words.size()))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }
}

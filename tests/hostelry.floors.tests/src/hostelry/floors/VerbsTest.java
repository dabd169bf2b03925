package hostelry.floors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No verb without its row in the table of who may what: whoever adds one thinks of that too. */
class VerbsTest {
    private static final String TABLE = "tests/hostelry.testkit/src/hostelry/testkit/permission-matrix.txt";
    /** A line of a slice's catalogue: name, noun, label, permit; the permit may be a constant. */
    private static final Pattern KIND = Pattern
            .compile("\\bKind\\s*\\.of\\(\\s*\"(\\w+)\",\\s*\"\\w+\",\\s*\"[^\"]*\",\\s*(?:\"(\\w+)\")?");

    /** By verb its permit; empty where that is a constant. */
    private static Map<String, String> catalogue() throws IOException {
        return Source.here().slices().stream().flatMap(text -> KIND.matcher(text).results())
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2) == null ? "" : found.group(2),
                        (one, again) -> one)); // an example in a comment may show one again
    }

    /** By verb its permit. */
    private static Map<String, String> table() {
        return Source.here().text(TABLE).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1)
                .map(line -> line.strip().split("\\s+")).collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    @Test
    void everyVerbHasItsRow() throws IOException {
        Map<String, String> catalogue = catalogue();
        assertTrue(catalogue.size() > 70, "the slices' catalogues are found: " + catalogue.keySet());
        Set<String> missing = new TreeSet<>(catalogue.keySet());
        missing.removeAll(table().keySet());
        assertEquals(Set.of(), missing, "Verbs without a row in permission-matrix.txt: add one for each, and say who may.");
    }

    @Test
    void everyRowHasItsVerb() throws IOException {
        Set<String> gone = new TreeSet<>(table().keySet());
        gone.removeAll(catalogue().keySet());
        assertEquals(Set.of(), gone, "Rows of permission-matrix.txt without a verb: take them out.");
    }

    @Test
    void bothNameTheSamePermit() throws IOException {
        Map<String, String> table = table();
        catalogue().forEach((verb, permit) -> assertTrue(permit.isEmpty() || permit.equals(table.getOrDefault(verb, permit)),
                () -> verb + " asks for " + permit + ", and the table says " + table.get(verb)));
    }

    @Test
    void aVerbIsNamedWhereItIsListed() throws IOException {
        Pattern any = Pattern.compile("(?<!Problem\\.)\\bKind\\s*\\.of\\(\\s*([^\\s\"][^,]*),");
        for (String text : Source.here().slices()) {
            Matcher nameless = any.matcher(text);
            assertTrue(!nameless.find(), () -> "Write the name of a verb as it is, so that this test finds it: " + nameless.group());
        }
    }
}

package hostelry.engine.search.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Search.Proposal;
import hostelry.engine.search.fields.Column;
import hostelry.engine.search.fields.Table;
import hostelry.engine.search.fields.Tables;
import hostelry.model.Entity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proposals, row by row; a bar stands for the caret. */
class CompleterTest {
    private final Completer completer = new Completer(new Tables(), new Completer.Values() {
        @Override
        public <T extends Entity> List<String> of(Table<T> table, Column<T> column, String start, int max) {
            Stream<String> all = column.type().words().isEmpty()
                    ? Stream.of("web 1", "web2", "and", table.word())
                    : column.type().words().stream();
            return all.filter(value -> value.startsWith(start)).limit(max).toList();
        }
    });

    private List<Proposal> at(String marked, String noun) {
        int caret = marked.indexOf('|');
        return completer.complete(noun, marked.replace("|", ""), caret);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\'', value = {"V|#Vms: VnicProfiles:", "Vms|#Vms:", "vms: sta|#status start_time",
            "Vms: os_t|#''",
            "Vms: memo|#memory", "Vms: status|#status = !=", "Vms: memory |#= != < > <= >= and or sortby page", "Vms: status =|#*",
            "Vms: status = pow|#powering_up powering_down",
            "Vms: status=pow|#powering_up powering_down", "Vms: name = w|#\"web 1\" web2", "Vms: name = \"web|#\"web 1\" web2",
            "Vms: name = a|#\"and\"",
            "Vms: name = x |#and or sortby page", "Vms: name = x a|#and", "Vms: (name = x |#and or )", "Vms: name = x and |#*",
            "Vms: host|#hosts. = !=",
            "Vms: hosts.sta|#hosts.status", "Vms: hosts.status = maint|#maintenance", "Vms: hosts.name = h|#hosts",
            "Vms: sortby crea|#creationdate", "Vms: sortby tag|#''",
            "Vms: sortby name |#asc desc page", "Vms: sortby name desc |#page", "Vms: page 2 |#sortby", "Vms: page |#''",
            "Vms: name = = |#''", "Vms: nix = |#''",
            "Vms: bookmarks.|#''", "Vms: st|atus = up#status start_time stop_time stop_reason storage.",
            "Vms: name = \"x\"|#and or sortby page"})
    void proposes(String text, String proposals) {
        String texts = at(text, null).stream().map(Proposal::text).collect(Collectors.joining(" "));
        if (proposals.equals("*")) {
            assertTrue(texts.split(" ").length > 5, texts);
        } else {
            assertEquals(proposals, texts);
        }
    }

    @Test
    void whatTheyReplace() {
        Proposal status = at("Vms: st|at = up", null).getFirst();
        assertEquals("status 5-9", status.text() + " " + status.from() + "-" + status.to(), "the whole word, also behind the caret");
        Proposal web = at("Vms: name = \"we|b and so on", null).getFirst();
        assertEquals("\"web 1\" 12-15", web.text() + " " + web.from() + "-" + web.to(), "not all that an open quote would take");
        Proposal noun = at("Vm|s: up", null).getFirst();
        assertEquals("Vms: 0-4", noun.text() + " " + noun.from() + "-" + noun.to(), "with its colon");
    }

    @Test
    void noOperatorBehindAnOpenQuote() {
        assertTrue(at("Vms: name |", null).stream().anyMatch(proposal -> proposal.text().equals("=")));
        assertTrue(at("Vms: name \"|", null).stream().noneMatch(proposal -> proposal.text().equals("=")));
    }

    @Test
    void aNounThatIsKnownNeedNotBeWritten() {
        assertTrue(at("|", "Host").stream().anyMatch(proposal -> proposal.text().equals("active_vms")));
        assertTrue(at("|", null).stream().allMatch(proposal -> proposal.text().endsWith(":")));
        assertEquals(16, at("|", null).size());
        assertTrue(at("Nothing: |", null).isEmpty());
    }
}

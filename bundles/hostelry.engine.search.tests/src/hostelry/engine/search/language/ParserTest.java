package hostelry.engine.search.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Search.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar, row by row: what is read, as it is printed; and where it can't be read. */
class ParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "''|''", "'   '|''", "Vms:|Vms:", "' Vms :  '|Vms:", "vms:name=web1|vms: name = web1", "name=web1|name = web1",
            "name = web1 |name = web1", "id=0b1|id = 0b1", "name!=a|name != a", "memory>2gb|memory > 2gb", "memory >=2gb|memory >= 2gb",
            "a<=1|a <= 1", "a <1|a < 1",
            "name = a and b = c|name = a and b = c", "name=a AND b=c OR d=e|(name = a and b = c) or d = e",
            "a=1 or b=2 and c=3|a = 1 or (b = 2 and c = 3)", "(a=1 or b=2) and c=3|(a = 1 or b = 2) and c = 3", "((a=1))|a = 1",
            "a=1 b=2|a = 1 and b = 2", "web shop|web and shop", "web*|web*", "*|*",
            "name=\"web 1\"|name = \"web 1\"", "name=\"web\"|name = web", "name=\"\"|name = \"\"", "name=\"a\\\"b\"|name = \"a\\\"b\"",
            "name=\"a\\*b*\"|name = \"a\\*b*\"", "name=\"c:\\dir\"|name = \"c:\\\\dir\"", "name=dom\\user|name = dom\\user",
            "\"and\"|\"and\"", "name=and|name = \"and\"", "name = sortby|name = \"sortby\"", "hello!|hello!",
            "Hosts: vms.name = web*|Hosts: vms.name = web*", "sortby name|sortby name asc", "sortby name desc|sortby name desc",
            "a=1 SORTBY name ASC page 2|a = 1 sortby name asc page 2", "page 2|page 2", "page 3 sortby x|sortby x asc page 3",
            "Vms: status = up and cluster = Default and memory > 2gb sortby name desc page 2"
                    + "|Vms: status = up and cluster = Default and memory > 2gb sortby name desc page 2",
            "page = 2|page = 2", "\"page\"|\"page\"", "ip = fe80::1|ip = fe80::1", "10.0.0.1|10.0.0.1", "\"a:b\"|\"a:b\"",
            "time > \"last week\"|time > \"last week\"", "ümlaut=x|"})
    void texts(String text, String printed) {
        if (printed == null) {
            assertThrows(Misread.class, () -> Parser.parse(text));
            return;
        }
        assertEquals(printed, Printer.print(Parser.parse(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "name =|6|6|a value is missing", "name = a and|12|12|After 'and' a condition is missing", "name = a or|11|11|After 'or'",
            "and a|0|3|Before 'and'", "a or and b|5|8|Before 'and'", "name = \"web|7|11|not closed", "\"web|0|4|not closed",
            "(a=1|4|4|opened at character 1", "a=1)|3|4|No parenthesis is open", "()|1|2|missing between",
            "= up|0|1|name of a field is missing",
            "a == b|3|4|two comparisons", "a = (b)|4|5|in quotes", "\"a\" = b|0|3|without quotes", "sortby|6|6|name of a field",
            "sortby \"x\"|7|10|without quotes", "page 0|5|6|its number", "page x|5|6|its number", "page|4|4|its number",
            "page 99999999999|5|16|its number", "sortby a sortby b|9|15|already", "page 1 page 2|7|11|already",
            "sortby a b=1|9|10|before sortby and page",
            "a:b=1 and c|0|1|", "x and ä=1|6|7|no name of a field"})
    void mistakes(String text, int from, int to, String sentence) {
        if (sentence == null || sentence.isEmpty()) {
            assertEquals("a", Parser.parse(text).noun().orElseThrow().text());
            return;
        }
        Mistake mistake = assertThrows(Misread.class, () -> Parser.parse(text)).mistake();
        assertTrue(mistake.text().contains(sentence), mistake.text());
        assertEquals(from + "-" + to, mistake.from() + "-" + mistake.to(), mistake.text());
    }

    @Test
    void limits() {
        assertTrue(assertThrows(Misread.class, () -> Parser.parse("a".repeat(4097))).mistake().text().contains("4096"));
        assertEquals("x", Printer.print(Parser.parse("(".repeat(32) + "x" + ")".repeat(32))));
        assertTrue(assertThrows(Misread.class, () -> Parser.parse("(".repeat(33) + "x" + ")".repeat(33))).mistake().text()
                .contains("32 deep"));
        assertTrue(assertThrows(Misread.class, () -> Parser.parse("x ".repeat(101))).mistake().text().contains("100 conditions"));
    }
}

package hostelry.console.kit.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final StringBuilder answers = new StringBuilder();
    private final Terminal terminal = new Terminal(10, 4, answers::append);

    private String after(String said) {
        terminal.write(said.replace("^[", "\u001b").getBytes(StandardCharsets.UTF_8));
        return terminal.text().replace('\n', '|');
    }

    private String cursor() {
        return terminal.cursorColumn() + "," + terminal.cursorRow();
    }

    @Test
    void linesComeOneAfterTheOther() {
        assertEquals("login:|abc", after("login:\r\nabd\b \bc\0"));
        assertEquals("3,1", cursor());
        assertEquals("login:|abc     x", after("\tx"));
    }

    @Test
    void longLinesGoOnInTheNextRow() {
        assertEquals("0123456789", after("0123456789"));
        assertEquals("9,0", cursor());
        assertEquals("0123456789|ab", after("ab"));
        assertEquals("012345678c|ab", after("^[[H^[[?7l0123456789abc"));
    }

    @Test
    void whatLeavesAtTheTopIsRemembered() {
        assertEquals("3|4|5|6", after("1\r\n2\r\n3\r\n4\r\n5\r\n6"));
        assertEquals(2, terminal.kept());
        assertEquals("2", terminal.line(-1));
        assertEquals("1\n2\n3", terminal.text(-2, 0, 0, 1));
        terminal.resize(12, 6);
        assertEquals("1|2|3|4|5|6", after(""));
        terminal.resize(12, 2);
        assertEquals("5|6", after(""));
    }

    @Test
    void theCursorGoesWhereItIsSent() {
        assertEquals("|   x", after("^[[2;4Hx").replaceFirst("^ *", ""));
        assertEquals("4,1", cursor());
        after("^[[A^[[2D");
        assertEquals("2,0", cursor());
        after("^[[99;99H");
        assertEquals("9,3", cursor());
        after("^[[s^[[H^[[u");
        assertEquals("9,3", cursor());
        after("^[7^[[1;1H^[8^[[5G");
        assertEquals("4,3", cursor());
    }

    @Test
    void partsAreErased() {
        after("aaaa\r\nbbbb\r\ncccc^[[2;3H");
        assertEquals("aaaa|bb|cccc", after("^[[K"));
        assertEquals("aaaa|bb|cccc", after("^[[1;5H^[[K"));
        assertEquals("aaaa", after("^[[2;1H^[[J"));
        assertEquals("", after("^[[2J"));
        assertEquals("ac", after("^[[Habc^[[2G^[[P"));
        assertEquals("a  c", after("^[[2@"));
        assertEquals("a  c", after("^[[X"));
    }

    @Test
    void aRegionScrollsAlone() {
        after("1\r\n2\r\n3\r\n4^[[2;3r");
        assertEquals("1|3||4", after("^[[3;1H\n"));
        assertEquals("1||3|4", after("^[[2;1H^[M"));
        assertEquals(0, terminal.kept());
        assertEquals("1|x||4", after("^[[2;1H^[[Lx\r").replaceFirst("\\|3\\|", "||"));
    }

    @Test
    void lettersHaveColours() {
        after("^[[1;32mgo^[[0m ^[[38;5;196;4mx^[[7my^[[48;2;255;0;0mz");
        assertEquals(new Style(2, Style.NONE, true, false, false), terminal.style(0, 0));
        assertEquals(Style.PLAIN, terminal.style(0, 2));
        assertEquals(new Style(196, Style.NONE, false, true, false), terminal.style(0, 3));
        assertTrue(terminal.style(0, 4).inverse());
        assertEquals(196, terminal.style(0, 5).ground());
        assertEquals(0xff0000, Style.rgb(196));
        assertEquals(0x080808, Style.rgb(232));
    }

    @Test
    void lettersAreOfAnyLanguageAndComeInPieces() {
        byte[] word = "é€😀".getBytes(StandardCharsets.UTF_8);
        for (byte one : word) {
            terminal.write(new byte[]{one});
        }
        assertEquals("é€😀", terminal.text());
        terminal.write(new byte[]{(byte) 0xC3, 'x', (byte) 0xFF});
        assertTrue(terminal.text().startsWith("é€😀\uFFFDx"), terminal.text());
        assertEquals("┌─┐", after("^[c^[(0lqk^[(B"));
    }

    @Test
    void editorsHaveAScreenOfTheirOwn() {
        after("shell^[[?1049h^[[Hediting^[[?25l^[[?1h");
        assertEquals("editing", terminal.text());
        assertFalse(terminal.cursorShown());
        assertTrue(terminal.arrowsAsApplication());
        assertEquals("shell", after("^[[?1049l^[[?25h"));
        assertEquals("5,0", cursor());
    }

    @Test
    void questionsAreAnswered() {
        after("^[[3;2H^[[6n^[[5n^[[c");
        assertEquals("\u001b[3;2R\u001b[0n\u001b[?6c", answers.toString());
    }

    @Test
    void whatIsNotKnownDoesNothing() {
        assertEquals("ab", after("a^[]0;a title\u0007^[P1;2|x^[\\^[[>4;1m^[[?2004h^[[99999999999999z^[=b"));
        assertEquals("abc", after("^[[18;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;t\u0000\u0007c"));
    }
}

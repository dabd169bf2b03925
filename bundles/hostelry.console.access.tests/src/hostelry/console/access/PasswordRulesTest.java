package hostelry.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a password while somebody types it. */
class PasswordRulesTest {
    private static List<String> problems(String password, String again) {
        return PasswordRules.problems("carol@internal", password, again);
    }

    @Test
    void aGoodOneTypedTwiceIsTaken() {
        assertEquals(List.of(), problems("blue horse lamp", "blue horse lamp"));
    }

    @Test
    void theFirstThingThatIsWrongIsSaid() {
        assertEquals(List.of("Type a password."), problems("", ""));
        assertEquals(List.of("The password has 5 of at least 8 characters."), problems("short", ""));
        assertEquals(List.of("The user's name must not be in the password."), problems("my CAROL password", ""));
        assertEquals(List.of("Take at least 4 different characters."), problems("abababab", ""));
        assertEquals(List.of("Type it once more."), problems("blue horse lamp", ""));
        assertEquals(List.of("The two passwords differ."), problems("blue horse lamp", "blue horse lump"));
    }

    @Test
    void aNameOfTwoLettersMayBeInIt() {
        assertEquals(List.of(), PasswordRules.problems("al@internal", "also a horse", "also a horse"));
    }
}

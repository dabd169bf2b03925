package hostelry.console.access;

import java.util.List;
import java.util.Locale;

/** What the window knows of good passwords and says while one types; the engine has the last word. Pure. */
final class PasswordRules {
    static final int SHORTEST = 8;
    private static final int DIFFERENT = 4;
    static final String SENTENCE = "A password has at least " + SHORTEST
            + " characters, and not the user's name in it. A few words that nobody would say together are easy to keep in mind.";

    private PasswordRules() {}

    /**
     * What is wrong, the first thing first; empty: nothing.
     *
     * @param user whose password it will be, with or without the realm
     */
    static List<String> problems(String user, String password, String again) {
        String name = user.replaceAll("@.*$", "");
        if (password.isEmpty()) {
            return List.of("Type a password.");
        }
        if (password.length() < SHORTEST) {
            return List.of("The password has " + password.length() + " of at least " + SHORTEST + " characters.");
        }
        if (name.length() > 2 && password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            return List.of("The user's name must not be in the password.");
        }
        if (password.chars().distinct().count() < DIFFERENT) {
            return List.of("Take at least " + DIFFERENT + " different characters.");
        }
        return again.equals(password) ? List.of() : List.of(again.isEmpty() ? "Type it once more." : "The two passwords differ.");
    }
}

package hostelry.console.access;

import java.util.List;

/** What the window knows of good passwords and says while one types; the engine has the last word. Pure. */
final class PasswordRules {
    static final int SHORTEST = 8;
    static final String SENTENCE = "A password has at least " + SHORTEST
            + " characters and is not the user's name. Some words that nobody would say together are better than signs.";

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
        if (!name.isEmpty() && password.equalsIgnoreCase(name)) {
            return List.of("The password must not be the user's name.");
        }
        return again.equals(password) ? List.of() : List.of(again.isEmpty() ? "Type it once more." : "The two passwords differ.");
    }
}

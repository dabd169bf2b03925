package hostelry.engine.access;

import hostelry.api.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be, with a reason for each that it is not. Length counts, mixtures of kinds of letters don't (NIST SP 800-63B, 5.1.1.2); what everybody tries
 * first is refused.
 */
final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 1_024;
    private static final int DIFFERENT = 4;
    private static final Set<String> COMMON = Set.of("password", "passw0rd", "password1", "password123", "12345678", "123456789",
            "1234567890",
            "qwertyui", "qwerty123", "qwertyuiop", "iloveyou", "letmein1", "welcome1", "welcome123", "changeme", "administrator",
            "admin123",
            "hostelry", "ovirtovirt", "internal");

    private PasswordRules() {}

    /** @param userName with the realm */
    static List<Problem> check(char[] password, String userName) {
        List<Problem> problems = new ArrayList<>();
        if (password.length < SHORTEST) {
            problems.add(
                    bad("The password is too short.", "Take at least " + SHORTEST + " characters; a few words are easy to keep in mind."));
        }
        if (password.length > LONGEST) {
            problems.add(bad("The password is too long.", "Take at most " + LONGEST + " characters."));
            return problems;
        }
        String text = new String(password);
        if (text.chars().distinct().count() < DIFFERENT) {
            problems.add(bad("The password has too few different characters.", "Take at least " + DIFFERENT + " different ones."));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            problems.add(bad("The password has control characters in it.", "Nobody could type them; leave them out."));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String name = userName.substring(0, Math.max(0, userName.lastIndexOf('@'))).toLowerCase(Locale.ROOT);
        if (name.length() > 2 && lower.contains(name)) {
            problems.add(bad("The password holds the name of the user.", "Take one that has nothing to do with the name."));
        }
        if (COMMON.contains(lower)) {
            problems.add(bad("The password is one of those that everybody tries first.", "Take another one."));
        }
        return problems;
    }

    private static Problem bad(String text, String advice) {
        return Problem.badInput("password", text, advice);
    }
}

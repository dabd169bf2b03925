package hostelry.engine.access;

import hostelry.api.Problem;
import hostelry.engine.spi.PredefinedRole;
import hostelry.model.Entity;
import hostelry.model.Permission;
import hostelry.model.User;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pure questions about users, groups and who among them administers the system. */
final class People {
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}._+-]{1,128}@[A-Za-z0-9.-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._+ -]{1,128}");

    private People() {}

    /** With the realm, whichever of oVirt's spellings it came in: {@code carol@internal}. */
    static String userName(String name, String domain) {
        String text = name.strip().replaceFirst("-authz$", "");
        return text.contains("@") || domain.isBlank() ? text : text + "@" + domain.strip().replaceFirst("-authz$", "");
    }

    static String realm(String userName) {
        return userName.substring(userName.lastIndexOf('@') + 1);
    }

    static Optional<Problem> userNameFits(String userName, Collection<User> users) {
        if (!USER_NAME.matcher(userName).matches()) {
            return Optional.of(Problem.badInput("user_name", "“" + clipped(userName) + "” is not a name of a user.",
                    "Write letters, digits, dots, dashes or underscores, then @ and the realm, as in carol@internal."));
        }
        boolean taken = users.stream()
                .anyMatch(user -> user.getUserName() != null
                        && user.getUserName().toLowerCase(Locale.ROOT).equals(userName.toLowerCase(Locale.ROOT)));
        return taken
                ? Optional.of(Problem.conflict(null, "There is a user " + userName + " already.", "Choose another name."))
                : Optional.empty();
    }

    /** @param what such as {@code group} */
    static Optional<Problem> nameFits(String what, String name, Collection<? extends Entity> others) {
        if (name == null || !NAME.matcher(name).matches() || name.isBlank()) {
            return Optional.of(Problem.badInput("name", "“" + clipped(String.valueOf(name)) + "” is not a name of a " + what + ".",
                    "Write letters, digits, spaces, dots, dashes or underscores, at most 128."));
        }
        return others.stream().anyMatch(other -> name.equalsIgnoreCase(other.getName()))
                ? Optional.of(Problem.conflict(null, "There is a " + what + " " + name + " already.", "Choose another name."))
                : Optional.empty();
    }

    static String name(Entity object) {
        return object instanceof User user && user.getUserName() != null ? user.getUserName() : String.valueOf(object.getName());
    }

    static String clipped(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "…" : clean;
    }

    /** Would anybody be left who administers the system, with these permissions alone? A disabled user does not count. */
    static boolean somebodyAdministers(Collection<User> users, Collection<Permission> permissions, Predicate<Permission> counts) {
        List<Permission> those = permissions.stream().filter(counts)
                .filter(permission -> permission.getObject() == null && PredefinedRole.SUPER_USER.id().equals(permission.getRole()))
                .toList();
        Set<String> direct = those.stream().map(Permission::getUser).filter(id -> id != null).collect(Collectors.toSet());
        Set<String> groups = those.stream().map(Permission::getGroup).filter(id -> id != null).collect(Collectors.toSet());
        return users.stream().filter(user -> !user.isDisabled())
                .anyMatch(user -> direct.contains(user.getId()) || Rights.groups(user).stream().anyMatch(groups::contains));
    }

    static Problem last(String subject, String what) {
        return Problem.conflict(subject, what + " can't be taken away: nobody would be left who administers the system.",
                "Give the role SuperUser on the system to another user first.");
    }
}

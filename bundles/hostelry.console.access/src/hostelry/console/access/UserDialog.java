package hostelry.console.access;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Users;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.User;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A new user of the realm internal, with a first password; or other names for one. */
final class UserDialog extends FormDialog {
    private static final String REALM = "internal";

    private final Desk desk;
    private final @Nullable User old;
    private @Nullable Text login;
    private @Nullable Text first;
    private @Nullable Text last;
    private @Nullable Text email;
    private @Nullable Text department;
    private @Nullable Text password;
    private @Nullable Text again;

    UserDialog(Desk desk, @Nullable User old) {
        super(desk.shell(), desk.look(), Icon.USER, old == null ? "New user" : "Edit " + AccessColumns.login(old),
                old == null ? "Create" : "Save");
        this.desk = desk;
        this.old = old;
    }

    @Override
    protected void fields() {
        User before = old;
        if (before == null) {
            login = text("user.login", "User name", "", "");
            login.setMessage("such as carol; the realm @" + REALM + " is added");
        }
        first = text("user.first", "First name", before == null ? "" : Words.orEmpty(before.getName()), "");
        last = text("user.last", "Last name", before == null ? "" : Words.orEmpty(before.getLastName()), "");
        email = text("user.email", "Email", before == null ? "" : Words.orEmpty(before.getEmail()), "");
        department = text("user.department", "Department", before == null ? "" : Words.orEmpty(before.getDepartment()), "");
        if (before == null) {
            section("Password");
            words(PasswordRules.SENTENCE);
            password = password("user.password", "Password");
            again = password("user.again", "Once more");
        }
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (old != null) {
            return List.of();
        }
        String name = value(login);
        if (name.isEmpty()) {
            return List.of("Give a user name, such as carol.");
        }
        if (!name.matches("[\\w.-]+")) {
            return List.of("A user name has letters, digits, dots, hyphens and underscores only.");
        }
        boolean taken = desk.estate().all(User.class).stream()
                .anyMatch(user -> AccessColumns.login(user).equalsIgnoreCase(name + "@" + REALM));
        return taken
                ? List.of("There is already a user " + name + "@" + REALM + ".")
                : PasswordRules.problems(name, Objects.requireNonNull(password).getText(), Objects.requireNonNull(again).getText());
    }

    @Override
    protected void finish() {
        User user = HostelryFactory.eINSTANCE.createUser();
        user.setName(value(first));
        user.setLastName(value(last));
        user.setEmail(value(email));
        user.setDepartment(value(department));
        if (old == null) {
            user.setUserName(value(login) + "@" + REALM);
            user.setDomain(REALM);
        }
        char[] secret = old == null ? Objects.requireNonNull(password).getTextChars() : new char[0];
        desk.acts().ask((old == null ? "Create " : "Edit ") + AccessColumns.login(old == null ? user : old),
                engine -> ask(engine, user, secret), made -> {
                    done();
                    desk.reveal(made);
                }, problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    private Act<User> ask(EngineConnection engine, User user, char[] secret) {
        User before = old;
        Users users = engine.service(Users.class);
        try {
            return before == null
                    ? users.add(engine.caller(), user, secret)
                    : users.update(engine.caller(), before.getId(),
                            new Patch<>(user, Set.of("name", "lastName", "email", "department")));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}

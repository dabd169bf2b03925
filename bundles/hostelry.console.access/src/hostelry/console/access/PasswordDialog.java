package hostelry.console.access;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Users;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.User;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Another password: for a user, set by an administrator, or for oneself, who must know the old one. */
final class PasswordDialog extends FormDialog {
    private final Desk desk;
    private final @Nullable User user;
    private @Nullable Text old;
    private @Nullable Text password;
    private @Nullable Text again;

    /** @param user null: whoever sits at the desk */
    PasswordDialog(Desk desk, @Nullable User user) {
        super(desk.shell(), desk.look(), Icon.KEY, user == null ? "Change my password" : "Password of " + AccessColumns.login(user),
                user == null ? "Change" : "Set");
        this.desk = desk;
        this.user = user;
    }

    @Override
    protected void fields() {
        words(user == null
                ? PasswordRules.SENTENCE
                : PasswordRules.SENTENCE + " The user's sessions end, and a lock is lifted.");
        if (user == null) {
            old = password("password.old", "Old password");
        }
        password = password("password.new", "New password");
        again = password("password.again", "Once more");
    }

    private String name() {
        User known = user;
        return known == null
                ? desk.estate().connection().map(engine -> engine.caller().userName()).orElse("")
                : AccessColumns.login(known);
    }

    @Override
    protected List<String> problems() {
        Text before = old;
        if (before != null && before.getCharCount() == 0) {
            return List.of("Type the password that you have now.");
        }
        return PasswordRules.problems(name(), Objects.requireNonNull(password).getText(), Objects.requireNonNull(again).getText());
    }

    @Override
    protected void finish() {
        Text before = old;
        char[] was = before == null ? new char[0] : before.getTextChars();
        char[] now = Objects.requireNonNull(password).getTextChars();
        desk.acts().ask(user == null ? "Change my password" : "Set the password of " + name(), engine -> ask(engine, was, now),
                nothing -> done(), problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }

    /** What was typed is forgotten as soon as the engine has it. */
    private Act<Void> ask(EngineConnection engine, char[] was, char[] now) {
        User known = user;
        try {
            Users users = engine.service(Users.class);
            return known == null
                    ? users.changePassword(engine.caller(), was, now)
                    : users.setPassword(engine.caller(), known.getId(), now);
        } finally {
            Arrays.fill(was, '\0');
            Arrays.fill(now, '\0');
        }
    }
}

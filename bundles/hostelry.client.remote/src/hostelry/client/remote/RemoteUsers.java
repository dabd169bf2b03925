package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Users;
import hostelry.model.Group;
import hostelry.model.User;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The verbs of users and groups. Passwords go in the body alone. */
record RemoteUsers(Http http, Requests requests) implements Users {
    private static String user(String id) {
        return "/users/" + Http.piece(id);
    }

    private static String group(String id) {
        return "/groups/" + Http.piece(id);
    }

    @Override
    public Act<User> add(Caller caller, User user, char @Nullable [] password) {
        return requests.acts().submit(caller, "POST", "/users", out -> {
            out.start("user");
            text(out, "user_name", user.getUserName());
            text(out, "name", user.getName());
            text(out, "last_name", user.getLastName());
            text(out, "email", user.getEmail());
            text(out, "department", user.getDepartment());
            text(out, "description", user.getDescription());
            text(out, "comment", user.getComment());
            out.text("disabled", user.isDisabled());
            out.text("must_change_password", user.isMustChangePassword());
            if (user.getDomain() != null) {
                out.start("domain");
                out.text("name", user.getDomain());
                out.end();
            }
            if (password != null) {
                out.text("password", new String(password));
            }
            out.end();
        }, User.class);
    }

    private static void text(Out out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.text(name, value);
        }
    }

    @Override
    public Act<User> update(Caller caller, String user, Patch<User> patch) {
        return requests.update(caller, user(user), patch, User.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String user) {
        return requests.remove(caller, user(user));
    }

    @Override
    public Act<Void> setPassword(Caller caller, String user, char[] password) {
        String text = new String(password);
        return requests.acts().submit(caller, "POST", user(user) + "/setpassword", out -> {
            out.start("action");
            out.text("password", text);
            out.end();
        });
    }

    /** The login of this connection goes on with the new one: the engine has ended all sessions of the old. */
    @Override
    public Act<Void> changePassword(Caller caller, char[] old, char[] password) {
        // waited for: nobody could ask for its end with the old token
        Tree answer = http.call(caller, "POST", user(caller.userId()) + "/changepassword", out -> {
            out.start("action");
            out.text("old_password", new String(old));
            out.text("password", new String(password));
            out.end();
        });
        http.session().renewWith(password.clone());
        return new Act<>(answer.value("job", "id").orElse(""), CompletableFuture.completedFuture(null));
    }

    @Override
    public Act<User> unlock(Caller caller, String user) {
        return requests.action(caller, user(user) + "/unlock", User.class);
    }

    @Override
    public Act<Group> addGroup(Caller caller, Group group) {
        return requests.add(caller, "/groups", group, Group.class);
    }

    @Override
    public Act<Group> updateGroup(Caller caller, String group, Patch<Group> patch) {
        return requests.update(caller, group(group), patch, Group.class);
    }

    @Override
    public Act<Void> removeGroup(Caller caller, String group) {
        return requests.remove(caller, group(group));
    }

    @Override
    public Act<Void> join(Caller caller, String group, String user) {
        return requests.acts().submit(caller, "POST", group(group) + "/users", out -> {
            out.start("user");
            out.attribute("id", user);
            out.end();
        });
    }

    @Override
    public Act<Void> leave(Caller caller, String group, String user) {
        return requests.remove(caller, group(group) + "/users/" + Http.piece(user));
    }
}

package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Users;
import hostelry.model.Group;
import hostelry.model.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users and groups for the door's tests; what it was given as passwords it remembers in the clear. */
record FakeUsers(FakeEngine engine, List<String> passwords) implements Users {
    FakeUsers(FakeEngine engine) {
        this(engine, new ArrayList<>());
    }

    @Override
    public Act<User> add(Caller caller, User user, char @Nullable [] password) {
        user.setName(user.getUserName());
        return engine.act(caller, "AddUser", () -> {
            user.setEmail(password == null ? null : new String(password));
            return engine.put(user, "user-" + user.getUserName(), user.getUserName());
        });
    }

    @Override
    public Act<User> update(Caller caller, String user, Patch<User> patch) {
        return engine.act(caller, "UpdateUser", () -> engine.apply(caller, User.class, user, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String user) {
        return drop(caller, user);
    }

    private Act<Void> drop(Caller caller, String id) {
        return engine.act(caller, "Remove", () -> {
            engine.drop(id);
            return null;
        });
    }

    @Override
    public Act<Void> setPassword(Caller caller, String user, char[] password) {
        return engine.act(caller, "SetPassword", () -> {
            passwords.add(new String(password));
            engine.edit(caller, User.class, user, edited -> edited.setEmail(new String(password)));
            return null;
        });
    }

    @Override
    public Act<Void> changePassword(Caller caller, char[] old, char[] password) {
        if (!new String(old).equals(FakeAccess.PASSWORD)) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The old password is wrong.", "", "old_password"));
        }
        return setPassword(caller, caller.userId(), password);
    }

    @Override
    public Act<User> unlock(Caller caller, String user) {
        return engine.act(caller, "UnlockUser", () -> engine.edit(caller, User.class, user, edited -> edited.setLockedUntil(null)));
    }

    @Override
    public Act<Group> addGroup(Caller caller, Group group) {
        return engine.add(caller, "AddGroup", group);
    }

    @Override
    public Act<Group> updateGroup(Caller caller, String group, Patch<Group> patch) {
        return engine.act(caller, "UpdateGroup", () -> engine.apply(caller, Group.class, group, patch));
    }

    @Override
    public Act<Void> removeGroup(Caller caller, String group) {
        return drop(caller, group);
    }

    @Override
    public Act<Void> join(Caller caller, String group, String user) {
        return engine.act(caller, "JoinGroup", () -> {
            engine.edit(caller, User.class, user, edited -> edited.getGroups().add(group));
            return null;
        });
    }

    @Override
    public Act<Void> leave(Caller caller, String group, String user) {
        return engine.act(caller, "LeaveGroup", () -> {
            engine.edit(caller, User.class, user, edited -> edited.getGroups().remove(group));
            return null;
        });
    }
}

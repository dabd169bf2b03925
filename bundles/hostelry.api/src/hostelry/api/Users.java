package hostelry.api;

import hostelry.model.Group;
import hostelry.model.User;
import org.jspecify.annotations.Nullable;

/** The verbs of users and groups. Those of the realm {@code internal} have their passwords here; others are known by name alone. */
public interface Users {
    /**
     * Adds a user, {@code carol@internal}.
     *
     * @param password its first one, not kept and never in a journal; null: it can't log in with one
     */
    Act<User> add(Caller caller, User user, char @Nullable [] password);

    /** Changes names, mail, department; {@code disabled} ends its sessions; refused for the last administrator. */
    Act<User> update(Caller caller, String user, Patch<User> patch);

    /** With its permissions; refused for oneself and the last administrator. */
    Act<Void> remove(Caller caller, String user);

    /** An administrator sets a user's password; sessions of that user end, a lock is lifted. */
    Act<Void> setPassword(Caller caller, String user, char[] password);

    /** Changes one's own; refused (and counted) where the old one is wrong. */
    Act<Void> changePassword(Caller caller, char[] old, char[] password);

    /** Lets a user in again who was locked out after too many wrong passwords. */
    Act<User> unlock(Caller caller, String user);

    Act<Group> addGroup(Caller caller, Group group);

    Act<Group> updateGroup(Caller caller, String group, Patch<Group> patch);

    /** With its permissions; its members stay users. */
    Act<Void> removeGroup(Caller caller, String group);

    Act<Void> join(Caller caller, String group, String user);

    Act<Void> leave(Caller caller, String group, String user);
}

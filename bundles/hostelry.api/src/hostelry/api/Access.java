package hostelry.api;

import java.time.Instant;
import java.util.Optional;

/** Who may come in. */
public interface Access {
    /**
     * Logs in.
     *
     * @param user name with its realm, {@code admin@internal}; the profile spelling {@code admin@internal-authz} is taken too
     * @param password not kept
     * @throws Refusal FORBIDDEN with one sentence that does not say which of the two was wrong
     */
    Session login(String user, char[] password);

    /** The session of a token, if it is alive; using it keeps it alive. */
    Optional<Session> session(String token);

    void logout(String token);

    /** Checks name and password without a session, for one call (HTTP Basic); empty where they are wrong. */
    Optional<Caller> verify(String user, char[] password);

    /**
     * May the caller go on from the door? Not where the password must be changed first ({@link Users#changePassword} is still possible); nor without asking for the
     * user level ({@code Filter: true}) where it has no role for administrators, as oVirt has it.
     *
     * @param userLevel it asks for the user level
     */
    Verdict entry(Caller caller, boolean userLevel);

    /** The administrator at the desk: for the window in the same process as the engine, which whoever holds the home folder has started. */
    Caller desk();

    /** {@code token} is a secret: never logged. It expires after 30 minutes without use. */
    record Session(String token, Caller caller, Instant expires) {}
}

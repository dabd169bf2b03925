package hostelry.engine.access;

import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.Inventory;
import hostelry.model.User;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** Passwords of the realm {@code internal}: here alone they become hashes. Each method wipes the password that it was given to set. */
final class Passwords {
    private final Inventory inventory;
    private final Credentials credentials;
    private final Clock clock;
    private final PasswordHash hashes = new PasswordHash();

    Passwords(Inventory inventory, Credentials credentials, Clock clock) {
        this.inventory = inventory;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Sets it, lifts a lock, and ends all sessions that an older one began: they carry the moment of the last change with them. */
    void set(String user, char[] password) {
        try {
            credentials.set(user, hashes.make(password));
        } finally {
            Arrays.fill(password, '\0');
        }
        inventory.change(draft -> {
            if (draft.find(User.class, user).isPresent()) {
                User edited = draft.edit(User.class, user);
                edited.setPasswordChanged(clock.instant().truncatedTo(ChronoUnit.MILLIS));
                edited.setLockedUntil(null);
                edited.setMustChangePassword(false);
            }
            return null;
        });
    }

    /** The user is gone. */
    void remove(String user) {
        credentials.remove(user);
    }

    /** Takes the same time whether there is one or not. */
    boolean matches(Optional<String> user, char[] password) {
        Optional<String> hash = user.flatMap(credentials::hash);
        return hash.isPresent() ? hashes.matches(password, hash.get()) : hashes.matchesNobody(password);
    }
}

package hostelry.engine.spi;

import java.util.Optional;

/** Where password hashes lie: apart from the nouns, so that no list, change stream or search ever holds one. Durable when a call returns. */
public interface Credentials {
    /** The encoded hash (with its method, cost and salt) of a user's password. */
    Optional<String> hash(String userId);

    void set(String userId, String hash);

    /** The user can no longer log in with a password; one who had none is fine. */
    void remove(String userId);
}

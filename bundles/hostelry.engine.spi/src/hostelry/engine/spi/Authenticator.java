package hostelry.engine.spi;

import java.util.Optional;

/** Knows the users of one realm. One of several; consumers implement it. */
public interface Authenticator {
    /** Such as {@code internal}. */
    String realm();

    /** The id of the user whose name and password these are; takes the same time whether the name, the password or nothing is wrong. */
    Optional<String> authenticate(String name, char[] password);
}

package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.User;
import java.time.Instant;
import java.util.Optional;

/** How a user stands: what a login was good for stays good only while this answers the same. */
record Standing(Inventory inventory) {
    /** When the password was set last; nothing where the user may not come in at all. */
    Optional<Instant> of(String user) {
        return inventory.find(User.class, user).filter(found -> !found.isDisabled())
                .map(found -> found.getPasswordChanged() == null ? Instant.EPOCH : found.getPasswordChanged());
    }
}

package hostelry.engine.access;

import hostelry.engine.spi.Authenticator;
import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.home.Home;
import hostelry.model.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The realm {@code internal}: users that live in the estate itself. The first start gives the administrator a password; there is no default one. */
@Component
public final class InternalRealm implements Authenticator {
    static final String NAME = "internal";
    // no look-alikes: it may have to be typed from a screen
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;

    private final Inventory inventory;
    private final Passwords passwords;

    @Activate
    public InternalRealm(@Reference Inventory inventory, @Reference Credentials credentials, @Reference Home home) {
        this.inventory = inventory;
        this.passwords = new Passwords(inventory, credentials, Clock.systemUTC());
        if (credentials.hash(WellKnown.ADMIN).isEmpty()) {
            giveFirstPassword(home);
        }
    }

    /** The file first: a crash between the two leaves a file that the next start replaces, never a password that nobody was told. */
    private void giveFirstPassword(Home home) {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try {
            home.writeSecret(home.passwordFile(), (password + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passwords.set(WellKnown.ADMIN, password.toString().toCharArray());
    }

    @Override
    public String realm() {
        return NAME;
    }

    @Override
    public Optional<String> authenticate(String name, char[] password) {
        Optional<String> user = inventory.named(User.class, name + "@" + NAME).map(User::getId);
        return passwords.matches(user, password) ? user : Optional.empty();
    }
}

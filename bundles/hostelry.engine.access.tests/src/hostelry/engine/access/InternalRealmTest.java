package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.WellKnown;
import hostelry.home.Home;
import hostelry.testkit.MemoryInventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalRealmTest {
    private static final class Hashes implements Credentials {
        final Map<String, String> rows = new HashMap<>();

        @Override
        public Optional<String> hash(String userId) {
            return Optional.ofNullable(rows.get(userId));
        }

        @Override
        public void set(String userId, String hash) {
            rows.put(userId, hash);
        }

        @Override
        public void remove(String userId) {
            rows.remove(userId);
        }
    }

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesAPasswordThatOnlyItsOwnerCanRead() throws Exception {
        Hashes hashes = new Hashes();
        try (Home home = Home.open(Map.of("hostelry.home", folder.resolve("home").toString())::get);
                MemoryInventory inventory = new MemoryInventory()) {
            InternalRealm realm = new InternalRealm(inventory, hashes, home);
            String password = Files.readString(home.passwordFile()).strip();

            assertEquals(24, password.length());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.passwordFile())));
            assertEquals(Optional.of(WellKnown.ADMIN), realm.authenticate("admin", password.toCharArray()));
            assertTrue(realm.authenticate("admin", "admin".toCharArray()).isEmpty());
            assertTrue(realm.authenticate("nobody", password.toCharArray()).isEmpty());
            assertFalse(hashes.rows.toString().contains(password));

            String hash = hashes.rows.get(WellKnown.ADMIN);
            new InternalRealm(inventory, hashes, home);
            assertEquals(hash, hashes.rows.get(WellKnown.ADMIN), "the second start changes nothing");
        }
    }
}

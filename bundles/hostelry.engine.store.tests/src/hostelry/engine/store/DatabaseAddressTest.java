package hostelry.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAddressTest {
    @TempDir
    Path home;

    private String of(String url) throws DatabaseUnusable {
        return DatabaseAddress.of(home.resolve("engine.properties"), home.resolve("database"), url);
    }

    private void write(String mode, String text) throws IOException {
        Path file = home.resolve("engine.properties");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private DatabaseUnusable refused() {
        DatabaseUnusable refused = assertThrows(DatabaseUnusable.class, () -> of(""));
        assertEquals(DatabaseUnusable.WRONG_CONTENT, refused.exitCode());
        assertFalse((refused.getMessage() + refused.advice()).contains("sesame"));
        return refused;
    }

    @Test
    void withoutAFileItIsInTheHome() throws Exception {
        assertEquals(Database.embedded(home.resolve("database")), of(null));
        write("rw-r--r--", "# nothing yet\n");
        assertEquals(Database.embedded(home.resolve("database")), of(" "));
    }

    @Test
    void theFileSaysWhereAndAsWhom() throws Exception {
        write("rw-------", "jdbc.url=jdbc:postgresql://db:5432/estate\njdbc.user=me\njdbc.password=open sesame&\n");
        assertEquals("jdbc:postgresql://db:5432/estate?password=open+sesame%26&user=me", of(null));
    }

    @Test
    void theUrlGivenCountsMoreAndNeedsNoPassword() throws Exception {
        write("rw-------", "jdbc.url=jdbc:postgresql://db/estate\njdbc.password=sesame\n");
        assertEquals("jdbc:postgresql://other/x?user=you&password=sesame", of("jdbc:postgresql://other/x?user=you"));
        assertEquals("jdbc:postgresql://other/x?password=mine", of("jdbc:postgresql://other/x?password=mine"));
    }

    @Test
    void aPasswordThatOthersCanReadIsRefused() throws Exception {
        write("rw-r-----", "jdbc.url=jdbc:postgresql://db/estate\njdbc.password=sesame\n");
        assertTrue(refused().advice().contains("chmod 600"));
        write("rw----r--", "jdbc.url=jdbc:postgresql://db/estate?password=sesame\n");
        assertTrue(refused().getMessage().startsWith("Others can read the password"));
        write("rw-r--r--", "jdbc.url=jdbc:postgresql://db/estate\njdbc.user=me\n");
        assertEquals("jdbc:postgresql://db/estate?user=me", of(null), "without a password it is no secret");
    }

    @Test
    void whatItDoesNotKnowIsRefused() throws Exception {
        write("rw-------", "jdbc.usr=me\njdbc.password=sesame\n");
        assertTrue(refused().getMessage().contains("jdbc.usr"));
        write("rw-------", "jdbc.url=\\u00zz\n");
        assertTrue(refused().getMessage().contains("can't be read"));
    }
}

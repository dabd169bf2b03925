package hostelry.engine.store;

import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is: in the home, or where {@code engine.properties} in the home says. The file holds {@code jdbc.url}, {@code jdbc.user} and
 * {@code jdbc.password}, and nobody else may read it when it holds a password: on the command line everybody could.
 */
public final class DatabaseAddress {
    private static final String URL = "jdbc.url";
    private static final String USER = "jdbc.user";
    private static final String PASSWORD = "jdbc.password";
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private DatabaseAddress() {}

    /**
     * The JDBC URL with all that is needed to log in: a secret.
     *
     * @param file engine.properties; need not be there
     * @param embedded folder of the database in the home
     * @param url counts more than that of the file, which may still hold user and password; null or empty: not said
     */
    public static String of(Path file, Path embedded, @Nullable String url) throws DatabaseUnusable {
        Properties settings = read(file);
        Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
        unknown.removeAll(Set.of(URL, USER, PASSWORD));
        if (!unknown.isEmpty()) {
            throw new DatabaseUnusable("The file " + file + " has settings that mean nothing: " + String.join(", ", unknown) + ".",
                    "It takes " + URL + ", " + USER + " and " + PASSWORD + ".", DatabaseUnusable.WRONG_CONTENT);
        }
        String place = url == null || url.isBlank() ? text(settings, URL) : url.strip();
        if ((settings.containsKey(PASSWORD) || text(settings, URL).contains("password=")) && othersCanRead(file)) {
            throw new DatabaseUnusable("Others can read the password in " + file + ".",
                    "Run: chmod 600 " + file + ", and better change the password.",
                    DatabaseUnusable.WRONG_CONTENT);
        }
        if (place.isEmpty()) {
            return Database.embedded(embedded);
        }
        return Database.withLogin(place, Map.of("user", text(settings, USER), "password", settings.getProperty(PASSWORD, "")));
    }

    private static String text(Properties settings, String name) {
        return settings.getProperty(name, "").strip();
    }

    private static Properties read(Path file) throws DatabaseUnusable {
        Properties settings = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new DatabaseUnusable(
                        "The file " + file + " can't be read: "
                                + e.getClass().getSimpleName().replaceFirst("Exception$", "").toLowerCase(Locale.ROOT)
                                + ".",
                        "It belongs to the user that the engine runs as, and has lines such as " + URL
                                + "=jdbc:postgresql://HOST/DATABASE.",
                        DatabaseUnusable.WRONG_CONTENT, e);
            }
        }
        return settings;
    }

    private static boolean othersCanRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without such modes
        }
    }
}

package hostelry.engine.store.backup;

import hostelry.engine.store.DatabaseAddress;
import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.home.Home;
import hostelry.home.HomeUnusable;
import hostelry.home.Settings;
import hostelry.home.StartRefused;
import hostelry.home.StateUnusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * {@code hostelry-engine backup FILE} and {@code restore FILE}: a program of its own, without a framework. Home, database and force come as the properties
 * {@code hostelry.home}, {@code hostelry.jdbc} and {@code hostelry.restore.force}.
 */
public final class Errand {
    private static final int EX_USAGE = 64;
    private static final int EX_NOINPUT = 66;
    private static final int EX_UNAVAILABLE = 69;
    private static final int EX_CANTCREAT = 73;
    private static final int EX_IOERR = 74;

    private final Function<String, @Nullable String> property;
    private final PrintStream out;

    public Errand(Function<String, @Nullable String> property, PrintStream out) {
        this.property = property;
        this.out = out;
    }

    public static void main(String[] words) {
        int code;
        try {
            new Errand(System::getProperty, System.out).run(words);
            code = 0;
        } catch (StartRefused e) {
            System.err.println(e.text());
            code = e.exitCode();
        }
        System.exit(code);
    }

    /** @param words backup or restore, and the file */
    public void run(String... words) throws StartRefused {
        Settings settings = Settings.parse(property);
        if (words.length != 2 || words[1].isBlank()) {
            throw new StateUnusable("backup and restore want the name of one file.", "Such as: hostelry-engine backup estate.zip",
                    EX_USAGE);
        }
        Path file = Path.of(words[1]).toAbsolutePath();
        try {
            switch (words[0]) {
                case "backup" -> backup(file, settings);
                case "restore" -> restore(file);
                default -> throw new StateUnusable("There is no errand called " + words[0] + ".", "Say backup or restore.", EX_USAGE);
            }
        } catch (DatabaseUnusable e) {
            throw new StateUnusable(e.getMessage(), e.advice(), e.exitCode());
        } catch (IOException | SQLException e) {
            throw new StateUnusable("The " + words[0] + " came to nothing: " + e.getMessage(),
                    "Look at the disk and the database, then try again.", EX_IOERR);
        }
    }

    // -- backup

    private void backup(Path file, Settings settings) throws StartRefused, DatabaseUnusable, IOException, SQLException {
        if (Files.exists(file)) {
            throw new StateUnusable("There is a file " + file + " already.", "Name another one; a backup replaces nothing.", EX_CANTCREAT);
        }
        Path root = Home.place(property);
        if (!Files.exists(root.resolve("version"))) {
            throw new StateUnusable("There is no engine's state in " + root + ".", "Name the folder of the engine (--home).", EX_NOINPUT);
        }
        Optional<Home> owned = own(root, settings);
        if (owned.isPresent()) {
            try (Home home = owned.get()) {
                String url = DatabaseAddress.of(home.settingsFile(), home.database(), property.apply("hostelry.jdbc"));
                // the embedded one closes with its last connection, and is not made where it is missing
                DataSource database = Database.source(url.replace(";DB_CLOSE_DELAY=-1", ";IFEXISTS=TRUE"));
                refuseEmpty(database, url);
                take(file, out -> new BackupWriter(database, root).write(out));
            }
        } else {
            Path note = root.resolve("run").resolve(BackupDoor.NAME);
            if (!Files.exists(note)) {
                throw new StateUnusable("The process that has " + root + " gives no backup.",
                        "It may be starting or ending: try again, or stop it first.",
                        EX_UNAVAILABLE);
            }
            take(file, out -> fromEngine(note, out));
        }
    }

    /** The home, unless an engine has it. */
    private static Optional<Home> own(Path root, Settings settings) throws HomeUnusable {
        try {
            return Optional.of(Home.open(root, settings));
        } catch (HomeUnusable e) {
            if (e.exitCode() == HomeUnusable.IN_USE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void refuseEmpty(DataSource database, String url) throws DatabaseUnusable, SQLException, StateUnusable {
        try (Connection connection = database.getConnection()) {
            if (Tables.names(connection).isEmpty()) {
                throw new StateUnusable("The database holds no estate yet.", "Start the engine once, or correct engine.properties.",
                        EX_NOINPUT);
            }
        } catch (SQLException e) {
            throw Database.unusable(url, e);
        }
    }

    private void take(Path file, NewFile.Filling filling) throws IOException, SQLException, StateUnusable {
        NewFile.write(file, filling, half -> {
            try (BackupFile backup = BackupFile.open(half)) {
                out.println("Backup of " + backup.time() + ": " + backup.tables().size() + " tables and " + backup.files().size()
                        + " files of the home in " + file);
                out.println("It holds password hashes and private keys: keep it where nobody else can read it.");
            }
        });
    }

    private static void fromEngine(Path note, OutputStream file) throws IOException {
        Path socket = Path.of(Files.readString(note).strip());
        try (SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                InputStream bytes = Channels.newInputStream(engine)) {
            bytes.transferTo(file);
        }
    }

    // -- restore

    private void restore(Path file) throws StartRefused, DatabaseUnusable, SQLException {
        boolean force = Boolean.parseBoolean(property.apply("hostelry.restore.force"));
        try (BackupFile backup = BackupFile.open(file); Home home = Home.open(property)) {
            Path database = home.root().resolve(HomeParts.DATABASE);
            String url = DatabaseAddress.of(home.settingsFile(), database, property.apply("hostelry.jdbc"));
            try (RestorePlace place = url.startsWith("jdbc:h2:") ? new EmbeddedPlace(database) : PostgresPlace.open(url)) {
                Optional<String> aside = new Restore(home, place, force).from(backup);
                out.println("The state of " + backup.time() + " is in " + home.root() + "; start the engine.");
                aside.ifPresent(name -> out.println("What was there before is in " + home.root().resolve(name)
                        + (place instanceof PostgresPlace
                                ? ", and in the database's schema " + name.replace('-', '_').toLowerCase(java.util.Locale.ROOT)
                                : "")
                        + "."));
            }
        }
    }
}

package hostelry.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state folder of this process. As long as it is open no other process can open it.
 *
 * <p>In the framework it is a service; programs and tests call {@link #open}.
 */
public final class Home implements AutoCloseable {
    /** Of the folder's layout; a folder with a higher number is refused, one with a lower number is brought up by its users. */
    public static final int VERSION = 1;

    private static final String STAMP = "version";
    /** What start scripts or people may have put into a folder before it was first opened. */
    private static final Set<String> BEFORE = Set.of("lock", "logs", "run", "configuration", "workspace", "libvirt", "engine.properties");

    private final Path root;
    private final @Nullable HomeLock lock;
    private final Settings settings;

    /** @param lock null for a visitor */
    private Home(Path root, @Nullable HomeLock lock, Settings settings) {
        this.root = root;
        this.lock = lock;
        this.settings = settings;
    }

    /**
     * Opens the state folder that the properties name, and makes it where it is missing.
     *
     * @param property a property by its name ({@link Settings}), null where it is not set
     * @throws HomeUnusable not writable, of a newer version, no home at all, or another process has it
     * @throws SettingUnusable a property makes no sense
     */
    public static Home open(Function<String, @Nullable String> property) throws HomeUnusable, SettingUnusable {
        Settings settings = Settings.parse(property);
        Path root = place(property);
        return Boolean.parseBoolean(property.apply(Settings.VISIT)) ? visit(root, settings) : open(root, settings);
    }

    /** Where the folder is that the properties name; nothing is made or looked at. */
    public static Path place(Function<String, @Nullable String> property) throws HomeUnusable {
        String name = property.apply(Settings.HOME);
        return name == null || name.isBlank() ? HomePlace.usual(System.getProperties(), System.getenv()) : HomePlace.named(name);
    }

    /**
     * Opens one folder for an errand, such as issuing a node's identity, even while another process has it. A visitor reads what is there, and writes
     * nothing that the owner writes too.
     */
    public static Home visit(Path root, Settings settings) throws HomeUnusable {
        try {
            return open(root, settings);
        } catch (HomeUnusable e) {
            if (e.exitCode() != HomeUnusable.IN_USE) {
                throw e;
            }
            Path folder = HomePlace.make(root);
            try {
                version(folder.resolve(STAMP), folder);
            } catch (IOException unreadable) {
                throw HomePlace.notWritable(folder, unreadable);
            }
            return new Home(folder, null, settings);
        }
    }

    /** Opens one folder. */
    public static Home open(Path root, Settings settings) throws HomeUnusable {
        Path folder = HomePlace.make(root);
        refuseForeign(folder);
        HomeLock lock = HomeLock.take(folder);
        try {
            stamp(folder);
            HomePlace.close(folder);
            return new Home(folder, lock, settings);
        } catch (IOException e) {
            lock.close();
            throw HomePlace.notWritable(folder, e);
        } catch (HomeUnusable e) {
            lock.close();
            throw e;
        }
    }

    /** A folder full of other things is most likely a slip of the hand; its mode must not be changed, nor files strewn in it. */
    private static void refuseForeign(Path folder) throws HomeUnusable {
        if (Files.exists(folder.resolve(STAMP))) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> others = entries.map(entry -> entry.getFileName().toString()).filter(name -> !BEFORE.contains(name))
                    .collect(Collectors.toSet());
            if (!others.isEmpty()) {
                throw new HomeUnusable("The folder " + folder + " holds other things and is no state folder.",
                        "Name an empty folder, one that does not exist yet, or one that Hostelry made (--home).",
                        HomeUnusable.WRONG_CONTENT);
            }
        } catch (IOException | UncheckedIOException e) {
            throw HomePlace.notWritable(folder, e);
        }
    }

    private static void stamp(Path folder) throws HomeUnusable, IOException {
        Path stamp = folder.resolve(STAMP);
        if (!Files.exists(stamp)) {
            SecretFile.write(stamp, (VERSION + "\n").getBytes());
            return;
        }
        // shows now, and not in the middle of work, that the folder can be written
        SecretFile.write(stamp, (version(stamp, folder) + "\n").getBytes());
    }

    /** What the stamp says, if this is a version to work with. */
    private static String version(Path stamp, Path folder) throws HomeUnusable, IOException {
        String text = Files.readString(stamp).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw new HomeUnusable("The file " + stamp + " holds no version number.",
                    "Put the file back from a backup, or name another folder (--home).",
                    HomeUnusable.WRONG_CONTENT);
        }
        if (Integer.parseInt(text) > VERSION) {
            throw new HomeUnusable(
                    "The state folder " + folder + " is from a newer Hostelry (its version is " + text + ", this one knows " + VERSION
                            + ").",
                    "Start the newer Hostelry, or name another folder (--home).", HomeUnusable.WRONG_CONTENT);
        }
        return text;
    }

    public Path root() {
        return root;
    }

    /** Keys, certificates and the first password. */
    public Path pki() {
        return folder("pki");
    }

    public Path database() {
        return folder("database");
    }

    /** Storage domains that nobody gave a place of their own. */
    public Path storage() {
        return folder("storage");
    }

    /** Files of running processes: sockets, pid files. */
    public Path run() {
        return folder("run");
    }

    public Path logs() {
        return folder("logs");
    }

    /** A part of the home by its name, made where it is missing. */
    public Path folder(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("no name for a part of the home: " + name);
        }
        try {
            return Files.createDirectories(root.resolve(name), SecretFile.owner(root, "rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the password that the administrator was given at the first start; nobody else may read it. */
    public Path passwordFile() {
        return root.resolve("admin-password");
    }

    /** What the engine is to know before it starts, such as where its database is; need not be there. */
    public Path settingsFile() {
        return root.resolve("engine.properties");
    }

    /** Writes a file that nobody else may read, whole or not at all: it is on disk when this returns. */
    public void writeSecret(Path path, byte[] bytes) throws IOException {
        SecretFile.write(path, bytes);
    }

    public Settings settings() {
        return settings;
    }

    /** Lets other processes have it. */
    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}

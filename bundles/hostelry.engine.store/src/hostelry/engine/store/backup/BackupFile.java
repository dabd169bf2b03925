package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.SchemaVersion;
import hostelry.home.StateUnusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was checked from its first to its last byte, and of a version that can be restored. */
final class BackupFile implements AutoCloseable {
    /** EX_DATAERR and EX_CONFIG of sysexits.h. */
    private static final int DAMAGED = 65;
    private static final int NEWER = 78;
    /** More is no manifest of ours. */
    private static final int MANIFEST_MAX = 1 << 20;

    private final ZipFile zip;
    private final Properties manifest;
    private final List<String> entries;

    private BackupFile(ZipFile zip, Properties manifest, List<String> entries) {
        this.zip = zip;
        this.manifest = manifest;
        this.entries = entries;
    }

    static BackupFile open(Path file) throws StateUnusable {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            Properties manifest = manifest(zip);
            TreeSet<String> entries = new TreeSet<>();
            manifest.stringPropertyNames().stream().filter(name -> name.startsWith("sha256."))
                    .forEach(name -> entries.add(name.substring(7)));
            BackupFile backup = new BackupFile(zip, manifest, List.copyOf(entries));
            backup.refuseNewer(file);
            backup.check();
            zip = null; // it is the backup's now
            return backup;
        } catch (java.nio.file.NoSuchFileException e) {
            throw new StateUnusable("There is no file " + file + ".", "Name the file of a backup.", 66);
        } catch (IOException | IllegalArgumentException e) {
            throw new StateUnusable("The file " + file + " is no backup, or a damaged one: " + e.getMessage() + ".",
                    "Take another backup; nothing was changed.",
                    DAMAGED);
        } finally {
            close(zip);
        }
    }

    private static Properties manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
        if (entry == null) {
            throw new IOException("it has no manifest");
        }
        Properties manifest = new Properties();
        try (InputStream bytes = zip.getInputStream(entry)) {
            manifest.load(new StringReader(new String(bytes.readNBytes(MANIFEST_MAX), StandardCharsets.UTF_8)));
        }
        return manifest;
    }

    private void refuseNewer(Path file) throws StateUnusable {
        if (number("format") > BackupWriter.FORMAT || schema() > SchemaVersion.NEWEST) {
            throw new StateUnusable(
                    "The backup " + file + " is from a newer Hostelry (format " + number("format") + ", database " + schema()
                            + "; this one knows " + BackupWriter.FORMAT + " and " + SchemaVersion.NEWEST + ").",
                    "Restore it with the newer Hostelry.", NEWER);
        }
    }

    private int number(String name) {
        return Integer.parseInt(manifest.getProperty(name, "none"));
    }

    private void check() throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (String name : entries) {
            if (name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                throw new IOException("it holds a file that would lie elsewhere: " + name);
            }
            MessageDigest digest = BackupWriter.sha256();
            try (InputStream bytes = new DigestInputStream(stream(name), digest)) {
                while (bytes.read(buffer) >= 0) {
                    // the digest sees it
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.getProperty("sha256." + name))) {
                throw new IOException("the checksum of " + name + " is wrong");
            }
        }
    }

    /** Of the database that it was taken from. */
    int schema() {
        return number("schema");
    }

    String time() {
        return manifest.getProperty("time", "");
    }

    List<String> tables() {
        return entries.stream().filter(name -> name.startsWith(BackupWriter.TABLES) && name.endsWith(".tsv"))
                .map(name -> name.substring(BackupWriter.TABLES.length(), name.length() - 4)).toList();
    }

    BufferedReader table(String name) throws IOException {
        return new BufferedReader(new InputStreamReader(stream(BackupWriter.TABLES + name + ".tsv"), StandardCharsets.UTF_8));
    }

    /** Paths in the home. */
    List<String> files() {
        return entries.stream().filter(name -> name.startsWith(BackupWriter.HOME)).map(name -> name.substring(BackupWriter.HOME.length()))
                .toList();
    }

    void copy(String file, OutputStream out) throws IOException {
        try (InputStream bytes = stream(BackupWriter.HOME + file)) {
            bytes.transferTo(out);
        }
    }

    private InputStream stream(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it lacks " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        close(zip);
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // of a file that is only read
        }
    }
}

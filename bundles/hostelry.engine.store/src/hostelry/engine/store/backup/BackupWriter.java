package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.SchemaVersion;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Writes a backup: a ZIP of {@code tables/NAME.tsv} and {@code home/PATH}, and as its last entry {@code manifest.properties} with the versions, the time and the
 * SHA-256 of every other entry. All tables are read in one transaction that sees the database as it was when it began; nobody waits for it.
 */
public final class BackupWriter {
    static final int FORMAT = 1;
    static final String MANIFEST = "manifest.properties";
    static final String TABLES = "tables/";
    static final String HOME = "home/";
    /** H2's own level; JDBC's numbers end before. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource database;
    private final Path home;

    /** @param home root of the home: its keys and first password go along */
    public BackupWriter(DataSource database, Path home) {
        this.database = database;
        this.home = home;
    }

    /** Writes all of it; the stream is not closed. */
    public void write(OutputStream out) throws IOException, SQLException {
        Map<String, String> manifest = new TreeMap<>();
        manifest.put("format", Integer.toString(FORMAT));
        manifest.put("time", Instant.now().toString());
        ZipOutputStream zip = new ZipOutputStream(out);
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            try {
                manifest.put("schema", Integer.toString(SchemaVersion.of(connection)));
                for (String table : Tables.names(connection)) {
                    entry(zip, TABLES + table + ".tsv", manifest, entry -> Tables.write(connection, table, entry));
                }
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // it may go back into a pool
                connection.setAutoCommit(true);
            }
        }
        for (Path file : homeFiles()) {
            entry(zip, HOME + home.relativize(file).toString().replace('\\', '/'), manifest, entry -> Files.copy(file, entry));
        }
        zip.putNextEntry(new ZipEntry(MANIFEST));
        StringBuilder text = new StringBuilder("# Hostelry: backup of an engine. It holds password hashes and private keys.\n");
        manifest.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private List<Path> homeFiles() throws IOException {
        try (Stream<Path> all = HomeParts.FILES.stream().map(home::resolve).filter(Files::exists).flatMap(BackupWriter::below)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
    }

    private static Stream<Path> below(Path part) {
        try (Stream<Path> all = Files.walk(part)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What fills an entry. */
    private interface Filling {
        long into(OutputStream entry) throws IOException, SQLException;
    }

    private static void entry(ZipOutputStream zip, String name, Map<String, String> manifest, Filling filling)
            throws IOException, SQLException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        filling.into(new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        manifest.put("sha256." + name, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** An entry's end is not the end of the file. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length); // the inherited one goes byte by byte
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

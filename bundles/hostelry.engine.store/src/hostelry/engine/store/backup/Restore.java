package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.DatabaseUnusable;
import hostelry.engine.store.jpa.SchemaVersion;
import hostelry.home.Home;
import hostelry.home.StateUnusable;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Puts a backup into a home whose engine does not run: everything is made ready aside first, then what was there is moved away, never deleted, and the new moved
 * in. Until that last step nothing has changed, whatever goes wrong.
 */
final class Restore {
    private static final int EX_CANTCREAT = 73;
    private static final int EX_IOERR = 74;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final RestorePlace place;
    private final boolean force;

    /** @param force what is there may be moved away */
    Restore(Home home, RestorePlace place, boolean force) {
        this.home = home;
        this.place = place;
        this.force = force;
    }

    /** @return where that which was there is now; nothing where nothing was there */
    Optional<String> from(BackupFile backup) throws StateUnusable, DatabaseUnusable {
        Path root = home.root();
        Path staging = root.resolve(".restore");
        String aside = "before-restore-" + STAMP.format(Instant.now());
        try {
            boolean occupied = place.occupied() || HomeParts.FILES.stream().map(root::resolve).anyMatch(Restore::holdsSomething);
            if (occupied && !force && !Files.exists(root.resolve(HomeParts.UNDER_WAY))) {
                throw new StateUnusable("There is an engine's state in " + root + " already.",
                        "Name another folder (--home), or let it be moved aside (--force).", EX_CANTCREAT);
            }
            delete(staging);
            Files.createDirectory(staging);
            unpack(backup, staging);
            DataSource fresh = place.prepare(staging);
            fill(backup, fresh);
            place.release();
            swap(root, staging, aside);
            delete(staging);
            return occupied ? Optional.of(aside) : Optional.empty();
        } catch (IOException | UncheckedIOException | SQLException e) {
            boolean halfWay = Files.exists(root.resolve(HomeParts.UNDER_WAY));
            throw new StateUnusable("The backup could not be restored: " + e.getMessage(),
                    halfWay
                            ? "Run the same command again; what was there is in " + root.resolve(aside) + "."
                            : "Nothing was changed. Look at the disk and the database, then try again.",
                    EX_IOERR);
        } finally {
            forget(staging);
        }
    }

    private static boolean holdsSomething(Path part) {
        if (!Files.isDirectory(part)) {
            return Files.exists(part);
        }
        try (Stream<Path> within = Files.list(part)) {
            return within.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack(BackupFile backup, Path staging) throws IOException {
        for (String file : backup.files()) {
            if (HomeParts.FILES.stream().noneMatch(part -> file.equals(part) || file.startsWith(part + "/"))) {
                throw new IOException("it holds " + file + ", which belongs to no part of the home that is restored");
            }
            Path target = staging.resolve(file);
            Files.createDirectories(target.getParent());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            backup.copy(file, bytes); // keys and certificates: small
            home.writeSecret(target, bytes.toByteArray());
        }
    }

    private static void fill(BackupFile backup, DataSource fresh) throws SQLException, IOException, DatabaseUnusable {
        if (backup.schema() < 1) {
            throw new IOException("it says nothing of the version of its tables");
        }
        // first as it was, so that every column has its place, and then forward with the data in it
        SchemaVersion.bring(fresh, backup.schema());
        try (Connection connection = fresh.getConnection()) {
            connection.setAutoCommit(false);
            for (String table : backup.tables()) {
                try (Statement statement = connection.createStatement(); BufferedReader text = backup.table(table)) {
                    statement.execute("delete from " + Tables.known(connection, table)); // a migration may have made rows
                    Tables.read(text, table, connection);
                }
            }
            connection.commit();
        }
        SchemaVersion.bring(fresh, SchemaVersion.NEWEST);
    }

    /** Short, and marked in the home while it lasts: an engine does not start on half of it. */
    private void swap(Path root, Path staging, String aside) throws IOException, SQLException {
        Path marker = root.resolve(HomeParts.UNDER_WAY);
        home.writeSecret(marker, (aside + "\n").getBytes(StandardCharsets.UTF_8));
        for (String part : Stream.concat(HomeParts.FILES.stream(), Stream.of(HomeParts.DATABASE)).toList()) {
            Path here = root.resolve(part);
            Path fresh = staging.resolve(part);
            if (Files.exists(here) && (!part.equals(HomeParts.DATABASE) || Files.exists(fresh))) {
                if (holdsSomething(here)) {
                    Files.createDirectories(root.resolve(aside));
                    Files.move(here, root.resolve(aside).resolve(part));
                } else {
                    Files.delete(here);
                }
            }
            if (Files.exists(fresh)) {
                Files.move(fresh, here);
            }
        }
        place.swap(aside.replace('-', '_').toLowerCase(Locale.ROOT));
        Files.delete(marker);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    private void forget(Path staging) {
        try {
            place.release();
            delete(staging);
        } catch (IOException | SQLException e) {
            // the trouble before is told; what is left is taken away by the next restore
        }
    }
}

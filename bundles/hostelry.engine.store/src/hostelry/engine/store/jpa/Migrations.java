package hostelry.engine.store.jpa;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the tables up to date, forward only. Flyway is asked only where there is something to do: to load it takes longer than all else at a start.
 */
final class Migrations {
    /** In order; a new one goes to the end, and what was released is never changed. */
    static final List<String> FILES = List.of("V1__the_nouns.sql", "V2__who_may_and_words_to_find_by.sql",
            "V3__templates_networks_and_hosts_that_enrol.sql");

    private static final String FOLDER = "/db/migration/";

    private Migrations() {}

    static void apply(DataSource source) throws SQLException, DatabaseUnusable {
        apply(source, FILES);
    }

    static void apply(DataSource source, List<String> files) throws SQLException, DatabaseUnusable {
        int newest = version(files.getLast());
        int present = present(source);
        if (present > newest) {
            throw new DatabaseUnusable(
                    "The database is from a newer Hostelry (its version is " + present + ", this one knows " + newest + ").",
                    "Start the newer Hostelry, or put back a backup from before the update.", DatabaseUnusable.WRONG_CONTENT,
                    new IllegalStateException("version"));
        }
        if (present < newest) {
            flyway(source, files);
        }
    }

    private static int present(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return SchemaVersion.of(connection);
        }
    }

    static int newest() {
        return version(FILES.getLast());
    }

    /** Those that make a database of an older version. */
    static List<String> until(int version) {
        return FILES.stream().filter(file -> version(file) <= version).toList();
    }

    private static void flyway(DataSource source, List<String> files) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try {
            Thread.currentThread().setContextClassLoader(Flyway.class.getClassLoader());
            Flyway.configure(Flyway.class.getClassLoader()).resourceProvider(new Files(files)).dataSource(source).load().migrate();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static int version(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }

    /** Flyway can't look into a bundle; the names are known. */
    private record Files(List<String> names) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return names.contains(name) ? new File(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return names.stream().filter(name -> !prefix.isEmpty() && name.startsWith(prefix)).<LoadableResource>map(File::new).toList();
        }
    }

    private static final class File extends LoadableResource {
        private final String name;

        File(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            URL url = Objects.requireNonNull(Migrations.class.getResource(FOLDER + name), name);
            try {
                return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}

package hostelry.engine.store.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database and its few connections. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** One writes; the others are for what is read aside, such as a backup. */
    private static final int EMBEDDED_CONNECTIONS = 4;
    /** How long a change waits for a connection of a PostgreSQL that is away: people wait for the answer, and the changes behind it too. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final HikariDataSource pool;
    private final DataSource plain;
    private final String place;
    private final boolean embedded;

    private Database(HikariDataSource pool, DataSource plain, String place, boolean embedded) {
        this.pool = pool;
        this.plain = plain;
        this.place = place;
        this.embedded = embedded;
    }

    /**
     * The URL of H2 in a folder. {@code WRITE_DELAY=0}: by default H2 loses what was committed in the last half second. It is closed by us and not by its own
     * shutdown hook, which would run before ours. The estate is read from memory, so a small cache will do; its trace file could hold secrets.
     */
    public static String embedded(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("hostelry")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;CACHE_SIZE=8192;TRACE_LEVEL_FILE=0";
    }

    /** The URL with these parameters, where they are not empty and it has none of that name: for PostgreSQL. */
    public static String withLogin(String url, Map<String, String> parameters) {
        StringBuilder whole = new StringBuilder(url);
        if (url.startsWith("jdbc:postgresql:")) {
            new TreeMap<>(parameters).forEach((name, value) -> {
                if (!value.isEmpty() && !url.matches(".*[?&]" + name + "=.*")) {
                    whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            });
        }
        return whole.toString();
    }

    /** Opens it and brings its tables up to date. @param url for H2 or PostgreSQL, with all that is needed to log in */
    public static Database open(String url) throws DatabaseUnusable {
        boolean embedded = url.startsWith("jdbc:h2:");
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMinimumIdle(1);
        DataSource plain = source(url);
        if (embedded) {
            config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
            config.setConnectionTimeout(10_000);
            config.setDataSource(plain);
        } else {
            // one, with the lock; it is kept as long as it holds
            config.setMaximumPoolSize(1);
            config.setMaxLifetime(0);
            config.setKeepaliveTime(30_000);
            config.setConnectionTimeout(PATIENCE_MILLIS);
            config.setDataSource(postgres(url, new OnlyEngine()));
        }
        HikariDataSource pool = null;
        try {
            plain.getConnection().close(); // fails at once and with its own words, where the pool would try for seconds
            pool = new HikariDataSource(config);
            Database database = new Database(pool, embedded ? pool : plain, DatabaseTrouble.place(url), embedded);
            Migrations.apply(database.plain);
            return database;
        } catch (SQLException | RuntimeException e) {
            close(pool);
            throw DatabaseTrouble.of(url, e);
        } catch (DatabaseUnusable e) {
            close(pool);
            throw e;
        }
    }

    /** Connections that nobody pools, and that take no lock. */
    public static DataSource source(String url) throws DatabaseUnusable {
        if (!url.startsWith("jdbc:h2:")) {
            return postgres(url, new PGSimpleDataSource());
        }
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser("sa");
        return h2;
    }

    /** A PostgreSQL that no engine may use at the same time: each connection holds the engine's lock. */
    public static DataSource exclusive(String url) throws DatabaseUnusable {
        return postgres(url, new OnlyEngine());
    }

    /** What the trouble means, without a secret. */
    public static DatabaseUnusable unusable(String url, SQLException failure) {
        return DatabaseTrouble.of(url, failure);
    }

    private static <T extends BaseDataSource & DataSource> T postgres(String url, T source) throws DatabaseUnusable {
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            // not as its cause: its message holds the URL, and that may hold a password
            throw new DatabaseUnusable("The database's address is no URL of H2 or PostgreSQL.",
                    "Write jdbc.url=jdbc:postgresql://HOST:PORT/DATABASE, jdbc.user and jdbc.password into engine.properties in the home, or leave it out for the database in the home.",
                    DatabaseUnusable.WRONG_CONTENT);
        }
        source.setApplicationName("hostelry-engine");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(5);
        // one that hangs is as good as one that is away
        source.setSocketTimeout(30);
        return source;
    }

    /** For the one who writes. */
    DataSource source() {
        return pool;
    }

    /** For whoever reads aside, or brings tables up to date; takes no lock. */
    public DataSource plain() {
        return plain;
    }

    /** Its address as people may see it, without a login. */
    String place() {
        return place;
    }

    boolean isH2() {
        return embedded;
    }

    @Override
    public void close() {
        DataSource direct = pool.getDataSource();
        pool.close();
        if (embedded) {
            try (Connection connection = direct.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException e) {
                LOG.warn("The database did not close in good order; nothing that was committed is lost", e);
            }
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}

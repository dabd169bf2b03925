package hostelry.engine.store.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database and its few connections. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    /** One writes; the others are for logins and for a connection that is being replaced. */
    private static final int CONNECTIONS = 4;
    /** H2's code for a file that another process has open. */
    private static final int ALREADY_OPEN = 90020;

    private final HikariDataSource pool;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
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

    /** Opens it and brings its tables up to date. @param url for H2 or PostgreSQL, with all that is needed to log in */
    public static Database open(String url) throws DatabaseUnusable {
        boolean embedded = url.startsWith("jdbc:h2:");
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        if (embedded) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            h2.setUser("sa");
            config.setDataSource(h2);
        } else {
            config.setDataSource(postgres(url));
        }
        HikariDataSource pool = null;
        try {
            config.getDataSource().getConnection().close(); // fails at once and with its own words, where the pool would try for seconds
            pool = new HikariDataSource(config);
            Migrations.apply(pool);
            return new Database(pool, embedded);
        } catch (SQLException | RuntimeException e) {
            close(pool);
            throw unusable(url, e);
        } catch (DatabaseUnusable e) {
            close(pool);
            throw e;
        }
    }

    private static DataSource postgres(String url) throws DatabaseUnusable {
        try {
            var source = new org.postgresql.ds.PGSimpleDataSource();
            source.setUrl(url);
            return source;
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnusable("The setting hostelry.jdbc is no URL of H2 or PostgreSQL.",
                    "Write jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=WORD, or leave it out for the database in the home.",
                    DatabaseUnusable.WRONG_CONTENT, e);
        }
    }

    private static DatabaseUnusable unusable(String url, Exception failure) {
        // never the whole URL: it may hold a password
        String place = url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("^jdbc:(h2:file:)?", "");
        SQLException cause = sql(failure);
        if (cause != null && cause.getErrorCode() == ALREADY_OPEN) {
            return new DatabaseUnusable("The database " + place + " is open in another process.",
                    "Stop the other engine, or name another folder (--home).",
                    DatabaseUnusable.BUSY, failure);
        }
        String reason = cause == null ? failure.toString() : cause.getMessage();
        boolean away = cause != null && cause.getSQLState() != null && cause.getSQLState().startsWith("08");
        return new DatabaseUnusable("The database " + place + " can't be opened: " + reason,
                away ? "Start it, or correct hostelry.jdbc." : "Look at the disk it is on, or put it back from a backup.",
                away ? DatabaseUnusable.BUSY : DatabaseUnusable.WRONG_CONTENT, failure);
    }

    private static @Nullable SQLException sql(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    DataSource source() {
        return pool;
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

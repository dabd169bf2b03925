package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL: filled in a schema of its own, which then takes the name of the one that was there, in one transaction. The connection keeps engines out. */
final class PostgresPlace implements RestorePlace {
    private static final String FRESH = "hostelry_restore";

    private final String url;
    private final Connection only;
    private final String schema;

    private PostgresPlace(String url, Connection only, String schema) {
        this.url = url;
        this.only = only;
        this.schema = schema;
    }

    /** @throws DatabaseUnusable an engine uses it, or it does not let us in */
    static PostgresPlace open(String url) throws DatabaseUnusable {
        try {
            Connection only = Database.exclusive(url).getConnection();
            String schema = only.getSchema();
            return new PostgresPlace(url, only, schema == null ? "public" : schema);
        } catch (SQLException e) {
            throw Database.unusable(url, e);
        }
    }

    @Override
    public boolean occupied() throws SQLException {
        return !Tables.names(only).isEmpty();
    }

    @Override
    public DataSource prepare(Path staging) throws SQLException, DatabaseUnusable {
        try (Statement statement = only.createStatement()) {
            statement.execute("drop schema if exists " + FRESH + " cascade");
            statement.execute("create schema " + FRESH);
        }
        return Database.source(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + FRESH);
    }

    @Override
    public void release() {
        // committed, and so on the server's disk
    }

    @Override
    public void swap(String aside) throws SQLException {
        only.setAutoCommit(false);
        try (Statement statement = only.createStatement()) {
            if (occupied()) {
                statement.execute("alter schema \"" + schema + "\" rename to \"" + aside + "\"");
            } else {
                statement.execute("drop schema if exists \"" + schema + "\" cascade");
            }
            statement.execute("alter schema " + FRESH + " rename to \"" + schema + "\"");
            only.commit();
        } finally {
            only.rollback();
            only.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        try (only; Statement statement = only.createStatement()) {
            statement.execute("drop schema if exists " + FRESH + " cascade"); // left where it was broken off
        }
    }
}

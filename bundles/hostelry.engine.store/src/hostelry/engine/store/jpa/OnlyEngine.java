package hostelry.engine.store.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL for the one engine that may write: each connection takes the engine's advisory lock before it is of use, and the server frees it when the connection
 * is gone. So whoever writes has the lock, and what a lost connection was still doing has come to its end before the next one begins.
 */
final class OnlyEngine extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    /** "hostelry" in bytes. Two engines on one database come later, with another way to agree on who writes. */
    private static final long LOCK = 0x686f7374656c7279L;
    /** A server needs a moment to see that the process at the other end was killed. */
    private static final long PATIENCE_MILLIS = 3_000;
    /** SQLSTATE "object in use", which PostgreSQL itself never says of an advisory lock. */
    static final String TAKEN = "55006";

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            lock(connection);
            insist(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void lock(Connection connection) throws SQLException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try (Statement statement = connection.createStatement()) {
            while (!answer(statement, "select pg_try_advisory_lock(" + LOCK + ")").equals("t")) {
                if (System.nanoTime() > end) {
                    String holder = answer(statement,
                            "select coalesce(host(a.client_addr), 'this machine') from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                                    + " where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())"
                                    + " and (l.classid::bigint << 32 | l.objid::bigint) = " + LOCK + " limit 1");
                    throw new SQLException("another engine" + (holder.isEmpty() ? "" : " (" + holder + ")") + " uses the database", TAKEN);
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while another engine has the database", TAKEN, e);
        }
    }

    /**
     * A server may be set to answer a commit before it has written it; then its crash takes away what was acknowledged. Who waits for a standby too
     * ({@code remote_apply} and the like) keeps that.
     */
    private static void insist(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            answer(statement, "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'");
        }
    }

    private static String answer(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            String text = row.next() ? row.getString(1) : null;
            return text == null ? "" : text;
        }
    }
}

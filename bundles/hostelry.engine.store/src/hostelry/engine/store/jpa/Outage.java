package hostelry.engine.store.jpa;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away for a while from one that refuses what it was asked. */
final class Outage {
    private Outage() {}

    /** Was the connection lost, or could none be had? Then it is not known whether the last transaction was committed. */
    static boolean is(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException sql && away(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** PostgreSQL's classes: connection exception, operator intervention (it stops, it starts), too many connections; and a standby that takes no writes. */
    private static boolean away(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53300") || state.equals("25006")
                || state.equals(OnlyEngine.TAKEN));
    }

    /** The first exception of the database itself, if there is one. */
    static @Nullable SQLException sql(@Nullable Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (found == null || found instanceof SQLTransientConnectionException)) {
                found = sql;
            }
        }
        return found;
    }
}

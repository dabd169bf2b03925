package hostelry.engine.store.jpa;

import java.sql.SQLException;

/** What the trouble of opening a database means for people, and what they can do about it. */
final class DatabaseTrouble {
    /** H2's code for a file that another process has open. */
    private static final int ALREADY_OPEN = 90020;

    private DatabaseTrouble() {}

    /** Never the whole URL: it may hold a password. */
    static String place(String url) {
        return url.replaceFirst("[;?].*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("^jdbc:(h2:file:)?", "");
    }

    static DatabaseUnusable of(String url, Exception failure) {
        String database = "The database " + place(url);
        SQLException cause = Outage.sql(failure);
        if (cause == null) {
            return damaged(database, failure.toString(), failure);
        }
        if (cause.getErrorCode() == ALREADY_OPEN) {
            return new DatabaseUnusable(database + " is open in another process.",
                    "Stop the other engine, or name another folder (--home).",
                    DatabaseUnusable.BUSY, failure);
        }
        String reason = String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals(OnlyEngine.TAKEN)) {
            return new DatabaseUnusable(database + " can't be used: " + reason + ".",
                    "Stop that engine, or give this one a database of its own.",
                    DatabaseUnusable.BUSY, failure);
        }
        if (state.startsWith("28") || state.equals("08004")) {
            return new DatabaseUnusable(database + " does not let the engine in: " + reason + ".",
                    "Correct jdbc.user and jdbc.password in engine.properties, or let that user in (pg_hba.conf).",
                    DatabaseUnusable.WRONG_CONTENT,
                    failure);
        }
        if (state.equals("3D000")) {
            return new DatabaseUnusable(database + " does not exist.", "Make it (createdb), or correct jdbc.url.",
                    DatabaseUnusable.WRONG_CONTENT,
                    failure);
        }
        if (Outage.is(failure)) {
            return new DatabaseUnusable(database + " does not answer: " + reason,
                    "Start it, or correct jdbc.url; then start the engine again.",
                    DatabaseUnusable.BUSY, failure);
        }
        return damaged(database, reason, failure);
    }

    private static DatabaseUnusable damaged(String database, String reason, Exception failure) {
        if (reason.contains("non-empty schema")) { // Flyway's words
            return new DatabaseUnusable(database + " holds tables of something else.", "Give the engine an empty database.",
                    DatabaseUnusable.WRONG_CONTENT, failure);
        }
        return new DatabaseUnusable(database + " can't be opened: " + reason,
                "Look at the disk it is on, or restore a backup (hostelry-engine restore FILE).",
                DatabaseUnusable.WRONG_CONTENT, failure);
    }
}

package hostelry.engine.store.backup;

import java.util.List;

/** What of the home belongs to the engine's state. Not where its database is: that is said anew where it is restored. */
final class HomeParts {
    /** Authority and identities, so that nodes and clients trust a restored engine; and the administrator's first password. */
    static final List<String> FILES = List.of("pki", "admin-password");
    /** The database, where it is in the home. */
    static final String DATABASE = "database";
    /** Stands in the home from the first to the last step of putting restored parts in place. */
    static final String UNDER_WAY = "restore-under-way";

    private HomeParts() {}
}

package hostelry.engine.spi;

import hostelry.api.Caller;
import java.util.UUID;

/** The engine itself, for acts that nobody asked for, such as the first storage of a new host. No door ever lets it in: it has no password. */
public final class SystemCaller {
    /** No user has this id. */
    public static final String ID = "00000000-0000-0000-0000-000000000000";

    private SystemCaller() {}

    /** With a fresh correlation id. */
    public static Caller fresh() {
        return new Caller(ID, "the engine", UUID.randomUUID().toString());
    }

    public static boolean is(Caller caller) {
        return ID.equals(caller.userId());
    }
}

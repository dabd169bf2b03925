package hostelry.engine.store;

import hostelry.engine.store.jpa.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database for one test: H2 in a folder, or an emptied PostgreSQL where {@code hostelry.test.jdbc} names one. */
public final class TestDatabase {
    private static final String POSTGRES = System.getProperty("hostelry.test.jdbc", "");

    private TestDatabase() {}

    public static boolean isPostgres() {
        return !POSTGRES.isEmpty();
    }

    public static String fresh(Path folder) throws SQLException {
        if (!isPostgres()) {
            return Database.embedded(folder);
        }
        try (Connection connection = DriverManager.getConnection(POSTGRES); Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        return POSTGRES;
    }
}

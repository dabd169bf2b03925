package hostelry.engine.store.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    /** Lies in the tests' own db/migration: what a later version might do. */
    private static final List<String> LATER = Stream.concat(Migrations.FILES.stream(), Stream.of("V9999__a_test_column.sql")).toList();

    @TempDir
    Path folder;

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.plain().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void goesForwardOnADatabaseWithData() throws Exception {
        String url = TestDatabase.fresh(folder);
        try (Database database = Database.open(url)) {
            run(database, "insert into counter (name, number_) values ('x', 7)");
            Migrations.apply(database.plain(), LATER);
            try (Connection connection = database.plain().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select number_, test_column from counter where name = 'x'")) {
                assertTrue(row.next());
                assertEquals(7, row.getInt(1));
                assertEquals("new", row.getString(2));
            }
            Migrations.apply(database.plain(), LATER); // nothing left to do
        }
    }

    @Test
    void refusesADatabaseFromANewerVersion() throws Exception {
        String url = TestDatabase.fresh(folder);
        try (Database database = Database.open(url)) {
            Migrations.apply(database.plain(), LATER);
        }
        DatabaseUnusable refused = assertThrows(DatabaseUnusable.class, () -> Database.open(url));
        assertTrue(refused.getMessage().contains("newer Hostelry") && refused.getMessage().contains("9999"), refused.getMessage());
        assertEquals(DatabaseUnusable.WRONG_CONTENT, refused.exitCode());
    }

    @Test
    void goesOnWhereItWasKilledInTheMiddle() throws Exception {
        String url = TestDatabase.fresh(folder);
        try (Database database = Database.open(url)) {
            run(database, "drop table vm");
            run(database, "delete from \"flyway_schema_history\""); // H2 keeps the tables of a migration that was cut off; its record comes last
        }
        try (Database database = Database.open(url)) {
            run(database, "select memory from vm");
        }
    }
}

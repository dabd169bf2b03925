package hostelry.engine.store.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tables of a database as text, and back: for each the names of its columns, and then a row a line. */
final class Tables {
    private static final String HISTORY = "flyway_schema_history";
    private static final int AT_ONCE = 500;

    private Tables() {}

    /** All but Flyway's own, in the alphabet. */
    static List<String> names(Connection connection) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                new String[]{"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        names.remove(HISTORY);
        return List.copyOf(names);
    }

    /** The name of a table that there is. */
    static String known(Connection connection, String table) throws SQLException, IOException {
        if (!names(connection).contains(table)) {
            throw new IOException("it holds a table that this version does not have: " + table);
        }
        return table;
    }

    /** @return how many rows */
    static long write(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery("select * from " + table)) {
                ResultSetMetaData columns = row.getMetaData();
                List<String> names = new ArrayList<>();
                List<Integer> types = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
                    types.add(columns.getColumnType(i));
                }
                out.write(Cells.bytes(String.join("\t", names) + "\n"));
                long rows = 0;
                while (row.next()) {
                    out.write(Cells.bytes(Cells.line(row, types)));
                    rows++;
                }
                return rows;
            }
        }
    }

    /** Into the empty table of that name. */
    static void read(BufferedReader text, String table, Connection connection) throws SQLException, IOException {
        String head = text.readLine();
        if (head == null || !table.matches("[a-z][a-z0-9_]*") || !head.matches("[a-z0-9_\t]+")) {
            throw new IOException("the table " + table + " has no columns");
        }
        List<String> names = List.of(head.split("\t"));
        List<Integer> types = types(connection, table, names);
        String insert = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int waiting = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                List<@Nullable String> cells = Cells.read(line);
                if (cells.size() != names.size()) {
                    throw new IOException("a row of the table " + table + " has " + cells.size() + " cells instead of " + names.size());
                }
                for (int i = 0; i < cells.size(); i++) {
                    Cells.set(statement, i + 1, cells.get(i), types.get(i));
                }
                statement.addBatch();
                if (++waiting == AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private static List<Integer> types(Connection connection, String table, List<String> names) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select " + String.join(", ", names) + " from " + table + " where 1 = 0")) {
            List<Integer> types = new ArrayList<>();
            for (int i = 1; i <= names.size(); i++) {
                types.add(none.getMetaData().getColumnType(i));
            }
            return types;
        }
    }
}

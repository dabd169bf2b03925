package hostelry.engine.store.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Which version the tables of a database have: the number of the newest migration that was applied. */
public final class SchemaVersion {
    /** Of this Hostelry. */
    public static final int NEWEST = Migrations.newest();

    private SchemaVersion() {}

    /** 0 where there is none. */
    public static int of(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        int newest = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version\" from \"flyway_schema_history\" where \"success\"")) {
            while (rows.next()) {
                String version = rows.getString(1);
                newest = Math.max(newest, version == null ? 0 : Integer.parseInt(version.replaceFirst("\\..*", "")));
            }
        }
        return newest;
    }

    /** Brings the tables forward, or makes them, as far as this version. */
    public static void bring(DataSource source, int version) throws SQLException, DatabaseUnusable {
        Migrations.apply(source, Migrations.until(version));
    }
}

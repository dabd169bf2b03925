package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.Database;
import hostelry.engine.store.jpa.DatabaseUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database in the home: made in the staging folder, and moved with the other parts. */
final class EmbeddedPlace implements RestorePlace {
    private static final String FILE = "hostelry.mv.db";

    private final Path folder;
    private Closing open = () -> {};

    /** @param folder of the database in the home */
    EmbeddedPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean occupied() {
        return Files.exists(folder.resolve(FILE));
    }

    @Override
    public DataSource prepare(Path staging) throws DatabaseUnusable {
        Path place = staging.resolve(HomeParts.DATABASE);
        DataSource made = Database.source(Database.embedded(place));
        open = () -> {
            if (Files.exists(place.resolve(FILE))) {
                try (Connection connection = made.getConnection(); Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN");
                }
            }
        };
        return made;
    }

    @Override
    public void release() throws SQLException {
        Closing closing = open;
        open = () -> {};
        closing.close();
    }

    @Override
    public void swap(String aside) {
        // its folder is a part of the home
    }

    @Override
    public void close() {
        // released when it was made
    }

    private interface Closing {
        void close() throws SQLException;
    }
}

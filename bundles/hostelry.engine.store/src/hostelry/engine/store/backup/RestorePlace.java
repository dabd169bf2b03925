package hostelry.engine.store.backup;

import hostelry.engine.store.jpa.DatabaseUnusable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where the database of a restored engine is to be. */
interface RestorePlace extends AutoCloseable {
    /** Is there something already? */
    boolean occupied() throws SQLException, IOException;

    /** An empty database aside. @param staging the folder in the home where all is made ready */
    DataSource prepare(Path staging) throws SQLException, IOException, DatabaseUnusable;

    /** Nothing is written into it any more: all is in it, or it is given up. More than once is no harm. */
    void release() throws SQLException;

    /** Puts it in place, after the files of the home. @param aside what the one that was there is to be called, where it is not a file of the home */
    void swap(String aside) throws SQLException;

    @Override
    void close() throws SQLException;
}

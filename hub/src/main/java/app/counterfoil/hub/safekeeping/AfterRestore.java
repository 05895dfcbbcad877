package app.counterfoil.hub.safekeeping;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Is asked when all rows of a backup are back and before anything opens: here what was erased after the backup is erased
 * again. If it fails, the restore has failed.
 */
public interface AfterRestore {

    /** Nothing more is to be done. */
    AfterRestore NOTHING = restored -> List.of();

    /**
     * Does it, and says what it did, in sentences that are shown to the operator.
     *
     * @throws SQLException if the database fails
     */
    List<String> restored(Restored restored) throws SQLException;

    /**
     * A database with the rows of a backup, brought to the schema of this program, that nothing else works on.
     *
     * @param home the folder of the installation, in which the keys are
     * @param database the application's way in, with all its guards
     * @param madeAt the moment that it shows
     * @param ledger how far the ledger of erasures had come when the backup was begun, in its own words
     */
    record Restored(Path home, DataSource database, Instant madeAt, String ledger) {}
}

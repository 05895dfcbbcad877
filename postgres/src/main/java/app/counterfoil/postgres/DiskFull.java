package app.counterfoil.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** There is no room left where the database lives. */
public final class DiskFull extends PostgresRefusal {

    /** What PostgreSQL calls it. */
    private static final String STATE = "53100";

    DiskFull(Path home) {
        this(home.toString());
    }

    private DiskFull(String place) {
        super(
                "There is no room left on the disk of " + place + ".",
                "Free at least 500 MB there, or name a folder on another disk in counterfoil.home; nothing was lost.");
    }

    /**
     * The refusal, if that is what a failure of the database comes from, through whatever library it was told.
     *
     * @param place the folder or address of the database, for the message
     */
    public static Optional<DiskFull> toldBy(Throwable failure, String place) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && STATE.equals(said.getSQLState())) {
                return Optional.of(new DiskFull(place));
            }
        }
        return Optional.empty();
    }
}

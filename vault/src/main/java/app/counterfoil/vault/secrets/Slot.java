package app.counterfoil.vault.secrets;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Which secret of a day.
 *
 * @param purpose of which purpose
 * @param day the expiry day of a bucket, or the first day of an index month
 */
public record Slot(Purpose purpose, LocalDate day) {

    /** The one in the columns {@code purpose} and {@code day}. */
    static Slot in(ResultSet row) throws SQLException {
        return new Slot(Columns.purpose(row), Columns.day(row, "day"));
    }
}

package app.counterfoil.vault.erasure;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that has ended.
 *
 * @param at when its secret was destroyed
 * @param purpose what it was held for
 * @param day the day whose records ended, if it was a day
 * @param subject the subject who was forgotten, if it was a subject
 * @param rule the code of the rule
 * @param records how many records became unreadable
 */
public record Destruction(
        Instant at, Purpose purpose, Optional<LocalDate> day, Optional<SubjectId> subject, String rule, int records) {

    static Destruction in(ResultSet row) throws SQLException {
        return new Destruction(
                Columns.instant(row, "at"),
                Columns.purpose(row),
                Columns.dayIfAny(row, "expires_on"),
                Columns.subjectIfAny(row),
                row.getString("rule"),
                row.getInt("records"));
    }
}

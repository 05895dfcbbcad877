package app.counterfoil.vault.secrets;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Something is held on somebody for a purpose: what one subject secret stands for.
 *
 * @param subject on whom
 * @param purpose for what
 */
public record Holding(SubjectId subject, Purpose purpose) {

    /** The one order in which everybody locks and adds, so that two who want the same never wait for each other. */
    public static final Comparator<Holding> IN_ORDER = Comparator.comparing(Holding::purpose)
            .thenComparing(holding -> holding.subject().value());

    /** The one in the columns {@code subject_id} and {@code purpose}. */
    public static Holding in(ResultSet row) throws SQLException {
        return new Holding(Columns.subject(row), Columns.purpose(row));
    }
}

package app.counterfoil.vault.sql;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the columns of a row as the vault's own words. */
public final class Columns {

    private Columns() {}

    /** An id that is there. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** A list of ids that is there. */
    public static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Stream.of((UUID[]) row.getArray(column).getArray()).toList();
    }

    /** A day that is there. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A day, if there is one. */
    public static Optional<LocalDate> dayIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** A moment that is there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The purpose in the column of that name. */
    public static Purpose purpose(ResultSet row) throws SQLException {
        return Purpose.valueOf(row.getString("purpose"));
    }

    /** The subject in the column {@code subject_id}. */
    public static SubjectId subject(ResultSet row) throws SQLException {
        return new SubjectId(id(row, "subject_id"));
    }

    /** The subject in the column {@code subject_id}, if there is one. */
    public static Optional<SubjectId> subjectIfAny(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new);
    }
}

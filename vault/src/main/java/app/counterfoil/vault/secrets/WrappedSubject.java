package app.counterfoil.vault.secrets;

import app.counterfoil.vault.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of a subject as it is stored: wrapped by the key of its group, which an epoch key wraps.
 *
 * @param group the group
 * @param groupKey the key of the group
 * @param bytes the wrapped secret
 */
public record WrappedSubject(UUID group, Wrapped groupKey, byte[] bytes) {

    /**
     * The one in the columns {@code group_id}, {@code group_epoch}, {@code group_wrapped} and {@code subject_wrapped};
     * none if one of them is missing.
     */
    public static Optional<WrappedSubject> in(ResultSet row) throws SQLException {
        var bytes = row.getBytes("subject_wrapped");
        var groupKey = Wrapped.in(row, "group");
        return bytes == null || groupKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new WrappedSubject(Columns.id(row, "group_id"), groupKey.get(), bytes));
    }
}

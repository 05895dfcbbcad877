package app.counterfoil.vault.secrets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A secret as it is stored: wrapped by the key of an epoch.
 *
 * @param epoch the number of the epoch
 * @param bytes the wrapped secret
 */
public record Wrapped(int epoch, byte[] bytes) {

    /** The one in the columns {@code epoch} and {@code wrapped}. */
    public static Wrapped in(ResultSet row) throws SQLException {
        return new Wrapped(row.getInt("epoch"), row.getBytes("wrapped"));
    }

    /** The one in the columns {@code …_epoch} and {@code …_wrapped}; none if it was destroyed or never there. */
    public static Optional<Wrapped> in(ResultSet row, String of) throws SQLException {
        var bytes = row.getBytes(of + "_wrapped");
        return bytes == null ? Optional.empty() : Optional.of(new Wrapped(row.getInt(of + "_epoch"), bytes));
    }
}

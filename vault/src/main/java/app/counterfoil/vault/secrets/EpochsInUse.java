package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.sql.Columns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The epochs that the keys of all sellers in a database are wrapped under, read past row level security. */
public final class EpochsInUse {

    private static final int AT_ONCE = 500;
    private static final String EARLIER =
            """
            SELECT 'GROUP' AS what, seller_id, group_id AS id, NULL AS purpose, NULL::date AS day, epoch, wrapped
              FROM counterfoil.vault_group_key
             WHERE epoch < ?
             UNION ALL
            SELECT 'BUCKET', seller_id, NULL, purpose, expires_on, epoch, wrapped
              FROM counterfoil.vault_bucket_secret
             WHERE epoch < ? AND wrapped IS NOT NULL
             UNION ALL
            SELECT 'INDEX', seller_id, NULL, purpose, month, epoch, wrapped
              FROM counterfoil.vault_index_key
             WHERE epoch < ?
             UNION ALL
            SELECT 'KEPT', seller_id, secret_id, NULL, NULL, epoch, wrapped
              FROM counterfoil.vault_kept_secret
             WHERE epoch < ?
             ORDER BY epoch
            """;

    private EpochsInUse() {}

    /**
     * The lowest of them that a key needs which can be unwrapped, in the moment that the transaction of the connection
     * shows; the current one where all are under that. A copy of that moment opens as a whole as long as the key of that
     * epoch lives.
     */
    public static int lowest(Connection transaction, EpochKeys keys) throws SQLException {
        var epochs = new EpochWrapping(keys);
        try (var statement = transaction.prepareStatement(EARLIER)) {
            statement.setFetchSize(AT_ONCE);
            for (int i = 1; i <= 4; i++) {
                statement.setInt(i, epochs.current());
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var wrapped = Wrapped.in(row);
                    if (epochs.renewed(wrapped, boundTo(row)).isPresent()) {
                        return wrapped.epoch();
                    }
                }
            }
        }
        return epochs.current();
    }

    private static byte[] boundTo(ResultSet row) throws SQLException {
        var seller = Columns.id(row, "seller_id");
        return switch (row.getString("what")) {
            case "GROUP" -> GroupKeys.boundTo(seller, Columns.id(row, "id"));
            case "BUCKET" -> DatedSecrets.boundTo(DatedSecretTable.BUCKET, seller, Slot.in(row));
            case "INDEX" -> DatedSecrets.boundTo(DatedSecretTable.INDEX, seller, Slot.in(row));
            default -> Credentials.boundTo(seller, Columns.id(row, "id"));
        };
    }
}

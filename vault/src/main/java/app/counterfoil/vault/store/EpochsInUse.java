package app.counterfoil.vault.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/** The epochs that the keys in a whole database are wrapped under, read past row level security. */
public final class EpochsInUse {

    private static final String LOWEST =
            """
            SELECT min(epoch) AS epoch
              FROM (SELECT min(epoch) AS epoch FROM counterfoil.vault_group_key
                     UNION ALL
                    SELECT min(epoch) FROM counterfoil.vault_bucket_secret WHERE wrapped IS NOT NULL
                     UNION ALL
                    SELECT min(epoch) FROM counterfoil.vault_index_key
                     UNION ALL
                    SELECT min(epoch) FROM counterfoil.vault_kept_secret) AS lowest
            """;

    private EpochsInUse() {}

    /**
     * The lowest of them, in the moment that the transaction of the connection shows; none if nothing is wrapped. A copy
     * of that moment opens as a whole as long as the key of that epoch lives.
     */
    public static OptionalInt lowest(Connection transaction) throws SQLException {
        try (var statement = transaction.createStatement();
                var row = statement.executeQuery(LOWEST)) {
            row.next();
            int epoch = row.getInt("epoch");
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(epoch);
        }
    }
}

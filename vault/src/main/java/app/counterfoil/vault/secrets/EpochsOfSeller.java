package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.secrets.RenewalPlace.PassedBy;
import app.counterfoil.vault.sql.SellerRows;
import java.sql.Array;
import java.util.Set;

/** The epochs that keys of a seller are wrapped under. */
final class EpochsOfSeller {

    private static final String OLDEST =
            """
            SELECT LEAST(
                   (SELECT min(epoch) FROM vault_group_key WHERE seller_id = ? AND NOT group_id = ANY (?)),
                   (SELECT min(epoch) FROM vault_bucket_secret
                     WHERE seller_id = ? AND wrapped IS NOT NULL AND NOT purpose || to_char(expires_on, ' YYYY-MM-DD') = ANY (?)),
                   (SELECT min(epoch) FROM vault_index_key
                     WHERE seller_id = ? AND NOT purpose || to_char(month, ' YYYY-MM-DD') = ANY (?)),
                   (SELECT min(epoch) FROM vault_kept_secret WHERE seller_id = ? AND NOT secret_id = ANY (?))) AS epoch
            """;
    private static final String NEWEST =
            """
            SELECT GREATEST(
                   (SELECT max(epoch) FROM vault_group_key WHERE seller_id = ?),
                   (SELECT max(epoch) FROM vault_bucket_secret WHERE seller_id = ? AND wrapped IS NOT NULL),
                   (SELECT max(epoch) FROM vault_index_key WHERE seller_id = ?),
                   (SELECT max(epoch) FROM vault_kept_secret WHERE seller_id = ?)) AS epoch
            """;

    private final SellerRows rows;
    private final int current;

    EpochsOfSeller(SellerRows rows, int current) {
        this.rows = rows;
        this.current = current;
    }

    /** The lowest of them, beside what was passed by; or the current one. */
    int oldest(PassedBy passedBy) {
        return rows.rows(
                        row -> {
                            int epoch = row.getInt("epoch");
                            return row.wasNull() ? current : epoch;
                        },
                        OLDEST,
                        rows.seller(),
                        rows.array("uuid", passedBy.groups()),
                        rows.seller(),
                        named(passedBy.buckets()),
                        rows.seller(),
                        named(passedBy.indexes()),
                        rows.seller(),
                        rows.array("uuid", passedBy.credentials()))
                .get(0);
    }

    void refuseOlderKeys() {
        int newest = rows.rows(
                        row -> row.getInt("epoch"), NEWEST, rows.seller(), rows.seller(), rows.seller(), rows.seller())
                .get(0);
        if (newest > current) {
            throw new KeysDoNotFit(Integer.toString(newest));
        }
    }

    private Array named(Set<Slot> slots) {
        return rows.array("text", slots, slot -> slot.purpose() + " " + slot.day());
    }
}

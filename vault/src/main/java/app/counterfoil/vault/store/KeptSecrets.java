package app.counterfoil.vault.store;

import app.counterfoil.vault.seal.Fields;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Credentials of outside accounts, under the epoch key. */
final class KeptSecrets {

    private static final String KEEP =
            """
            INSERT INTO vault_kept_secret (seller_id, secret_id, epoch, wrapped)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (seller_id, secret_id) DO UPDATE SET epoch = EXCLUDED.epoch, wrapped = EXCLUDED.wrapped
            """;
    private static final String READ =
            "SELECT epoch, wrapped FROM vault_kept_secret WHERE seller_id = ? AND secret_id = ?";
    private static final String OLD =
            """
            SELECT secret_id, epoch, wrapped
              FROM vault_kept_secret
             WHERE seller_id = ? AND epoch < ? AND secret_id > ?
             ORDER BY secret_id
             LIMIT ?
               FOR UPDATE
            """;
    private static final String WRAP =
            """
            UPDATE vault_kept_secret kept
               SET epoch = ?, wrapped = fresh.wrapped
              FROM unnest(?::uuid[], ?::bytea[]) AS fresh (secret_id, wrapped)
             WHERE kept.seller_id = ? AND kept.secret_id = fresh.secret_id
            """;
    private static final String DISCARD = "DELETE FROM vault_kept_secret WHERE seller_id = ? AND secret_id = ?";

    private final SellerRows rows;
    private final EpochWrapping epochs;

    KeptSecrets(SellerRows rows, EpochWrapping epochs) {
        this.rows = rows;
        this.epochs = epochs;
    }

    void keep(UUID id, byte[] content) {
        rows.change(KEEP, rows.seller(), id, epochs.current(), epochs.wrap(content, boundTo(id)));
    }

    Optional<byte[]> kept(UUID id) {
        return rows
                .rows(
                        row -> epochs.unwrapContent(row.getInt("epoch"), row.getBytes("wrapped"), boundTo(id)),
                        READ,
                        rows.seller(),
                        id)
                .stream()
                .findFirst();
    }

    void discard(UUID id) {
        rows.change(DISCARD, rows.seller(), id);
    }

    /** Wraps credentials of earlier epochs behind that place under the current one, at most so many. */
    Renewal.Step renew(int most, RenewalPlace place) {
        var old = rows.rows(
                row -> {
                    var id = SellerRows.id(row, "secret_id");
                    return new Renewal.Fresh<>(
                            id, epochs.renewed(row.getInt("epoch"), row.getBytes("wrapped"), boundTo(id)));
                },
                OLD,
                rows.seller(),
                epochs.current(),
                place.id(),
                most);
        return Renewal.Step.of(
                old,
                place,
                fresh -> rows.change(
                        WRAP,
                        epochs.current(),
                        rows.array("uuid", List.copyOf(fresh.keySet())),
                        rows.byteArrays(List.copyOf(fresh.values())),
                        rows.seller()),
                place::behind);
    }

    private byte[] boundTo(UUID id) {
        return boundTo(rows.seller(), id);
    }

    /** What credentials are bound to. */
    static byte[] boundTo(UUID seller, UUID id) {
        return new Fields().text("kept secret").id(seller).id(id).toBytes();
    }
}

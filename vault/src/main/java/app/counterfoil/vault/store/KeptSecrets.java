package app.counterfoil.vault.store;

import app.counterfoil.vault.seal.Fields;
import java.util.ArrayList;
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
             WHERE seller_id = ? AND epoch < ?
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

    /** Wraps credentials of earlier epochs under the current one, at most so many; tells how many. */
    int renew(int most) {
        var ids = new ArrayList<UUID>();
        var wrapped = new ArrayList<byte[]>();
        rows.each(
                row -> {
                    var id = SellerRows.id(row, "secret_id");
                    ids.add(id);
                    wrapped.add(epochs.wrap(
                            epochs.unwrapContent(row.getInt("epoch"), row.getBytes("wrapped"), boundTo(id)),
                            boundTo(id)));
                },
                OLD,
                rows.seller(),
                epochs.current(),
                most);
        return ids.isEmpty()
                ? 0
                : rows.change(WRAP, epochs.current(), rows.array("uuid", ids), rows.byteArrays(wrapped), rows.seller());
    }

    private byte[] boundTo(UUID id) {
        return new Fields().text("kept secret").id(rows.seller()).id(id).toBytes();
    }
}

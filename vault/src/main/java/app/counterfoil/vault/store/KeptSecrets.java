package app.counterfoil.vault.store;

import app.counterfoil.vault.seal.Fields;
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

    private byte[] boundTo(UUID id) {
        return new Fields().text("kept secret").id(rows.seller()).id(id).toBytes();
    }
}

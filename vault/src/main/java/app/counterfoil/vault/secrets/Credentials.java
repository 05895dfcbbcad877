package app.counterfoil.vault.secrets;

import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import app.counterfoil.vault.sql.Columns;
import app.counterfoil.vault.sql.SellerRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The credentials of a seller's accounts at outside services, wrapped by the epoch key. */
public final class Credentials {

    private static final String KEEP =
            """
            INSERT INTO vault_kept_secret (seller_id, secret_id, epoch, wrapped)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (seller_id, secret_id) DO UPDATE SET epoch = EXCLUDED.epoch, wrapped = EXCLUDED.wrapped
            """;
    private static final String READ =
            "SELECT epoch, wrapped FROM vault_kept_secret WHERE seller_id = ? AND secret_id = ?";
    private static final String IDS = "SELECT secret_id FROM vault_kept_secret WHERE seller_id = ? ORDER BY secret_id";
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

    Credentials(SellerRows rows, EpochWrapping epochs) {
        this.rows = rows;
        this.epochs = epochs;
    }

    /** Keeps credentials under this id, in place of earlier ones. */
    public void keep(UUID id, byte[] content) {
        rows.change(KEEP, rows.seller(), id, epochs.current(), epochs.wrap(content, boundTo(id)));
    }

    /**
     * The credentials that are kept under this id.
     *
     * @throws NotSealedLikeThis if they are not what was kept
     * @throws KeysUnavailable if the epoch's key cannot be had
     */
    public Optional<byte[]> kept(UUID id) {
        return rows.rows(row -> epochs.unwrapContent(Wrapped.in(row), boundTo(id)), READ, rows.seller(), id).stream()
                .findFirst();
    }

    /** Discards the credentials that are kept under this id, if there are any. */
    public void discard(UUID id) {
        rows.change(DISCARD, rows.seller(), id);
    }

    /** The ids under which credentials are kept, and whether they can still be read; they are shown to nobody. */
    public Map<UUID, Boolean> readable() {
        var readable = new LinkedHashMap<UUID, Boolean>();
        for (var id : rows.rows(row -> Columns.id(row, "secret_id"), IDS, rows.seller())) {
            readable.put(id, isReadable(id));
        }
        return readable;
    }

    /** Wraps credentials of earlier epochs behind that place under the current one, at most so many. */
    RenewalStep renew(int most, RenewalPlace place) {
        var old = rows.rows(
                row -> {
                    var id = Columns.id(row, "secret_id");
                    return new RenewalStep.Fresh<>(id, epochs.renewed(Wrapped.in(row), boundTo(id)));
                },
                OLD,
                rows.seller(),
                epochs.current(),
                place.id(),
                most);
        return RenewalStep.of(
                old,
                place,
                fresh -> rows.change(
                        WRAP,
                        epochs.current(),
                        rows.array("uuid", fresh.keySet()),
                        rows.byteArrays(fresh.values()),
                        rows.seller()),
                place::behind);
    }

    private boolean isReadable(UUID id) {
        try {
            return kept(id).isPresent();
        } catch (NotSealedLikeThis | KeysUnavailable damaged) {
            return false;
        }
    }

    private byte[] boundTo(UUID id) {
        return boundTo(rows.seller(), id);
    }

    /** What credentials are bound to. */
    static byte[] boundTo(UUID seller, UUID id) {
        return new Fields().text("kept secret").id(seller).id(id).toBytes();
    }
}

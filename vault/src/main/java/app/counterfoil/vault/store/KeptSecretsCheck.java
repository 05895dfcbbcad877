package app.counterfoil.vault.store;

import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.seal.NotSealedLikeThis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Looks at all kept credentials of a seller, without giving them out. */
final class KeptSecretsCheck {

    private static final String IDS = "SELECT secret_id FROM vault_kept_secret WHERE seller_id = ? ORDER BY secret_id";

    private final SellerRows rows;
    private final KeptSecrets kept;

    KeptSecretsCheck(SellerRows rows, KeptSecrets kept) {
        this.rows = rows;
        this.kept = kept;
    }

    Map<UUID, Boolean> readable() {
        var readable = new LinkedHashMap<UUID, Boolean>();
        for (var id : rows.rows(row -> SellerRows.id(row, "secret_id"), IDS, rows.seller())) {
            readable.put(id, isReadable(id));
        }
        return readable;
    }

    private boolean isReadable(UUID id) {
        try {
            return kept.kept(id).isPresent();
        } catch (NotSealedLikeThis | KeysUnavailable damaged) {
            return false;
        }
    }
}

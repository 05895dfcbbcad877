package app.counterfoil.vault.erasure;

import app.counterfoil.vault.ledger.ErasureLedger.Head;
import app.counterfoil.vault.sql.SellerRows;

/** Up to which entry of the erasure ledger a seller's data has been brought. */
final class LedgerPosition {

    private static final String BEGIN =
            """
            INSERT INTO vault_ledger_position (seller_id, sequence, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String LOCK =
            "SELECT sequence, hash FROM vault_ledger_position WHERE seller_id = ? FOR UPDATE";
    private static final String READ = "SELECT sequence FROM vault_ledger_position WHERE seller_id = ?";
    private static final String MOVE = "UPDATE vault_ledger_position SET sequence = ?, hash = ? WHERE seller_id = ?";

    private final SellerRows rows;

    LedgerPosition(SellerRows rows) {
        this.rows = rows;
    }

    /** The place, locked until the transaction ends: who destroys something of a seller does so one after the other. */
    Head lock(Head beginning) {
        rows.change(BEGIN, rows.seller(), beginning.sequence(), beginning.hash());
        return rows.rows(row -> new Head(row.getLong("sequence"), row.getString("hash")), LOCK, rows.seller())
                .get(0);
    }

    /** The number of the last entry that was carried out; 0 before the first. */
    long carriedOut() {
        return rows.rows(row -> row.getLong("sequence"), READ, rows.seller()).stream()
                .findFirst()
                .orElse(0L);
    }

    void moveTo(Head head) {
        rows.change(MOVE, head.sequence(), head.hash(), rows.seller());
    }
}

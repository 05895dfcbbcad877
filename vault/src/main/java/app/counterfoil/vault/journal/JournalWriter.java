package app.counterfoil.vault.journal;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.sql.SellerRows;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** Writes the access journal: before it happens and in the same transaction, so without an entry nothing is opened. */
public final class JournalWriter {

    private static final String WRITE =
            """
            INSERT INTO vault_journal (seller_id, at, entry_id, reader_id, act, purpose, reason, kind, records)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final SellerRows rows;
    private final Clock clock;

    /** Writes for the seller of these rows. */
    public JournalWriter(SellerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Writes one entry that covers all these records; {@code kind} is theirs, or for a search the field searched. */
    public void write(JournalAct act, Opening opening, String kind, Collection<UUID> records) {
        rows.change(
                WRITE,
                rows.seller(),
                clock.instant(),
                UUID.randomUUID(),
                opening.reader().id(),
                act.name(),
                opening.purpose().name(),
                opening.reason(),
                kind,
                rows.array("uuid", records));
    }
}

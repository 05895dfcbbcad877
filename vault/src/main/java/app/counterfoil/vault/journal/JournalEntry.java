package app.counterfoil.vault.journal;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry of the access journal: who opened what, for which purpose and why. Holds no personal value.
 *
 * @param id the entry
 * @param at when
 * @param reader the person or job
 * @param act what was done
 * @param purpose for which purpose
 * @param reason the reason code
 * @param kind the record kind, or for a search the field searched
 * @param records the records
 */
public record JournalEntry(
        UUID id,
        Instant at,
        UUID reader,
        JournalAct act,
        Purpose purpose,
        String reason,
        String kind,
        List<UUID> records) {

    static JournalEntry in(ResultSet row) throws SQLException {
        return new JournalEntry(
                Columns.id(row, "entry_id"),
                Columns.instant(row, "at"),
                Columns.id(row, "reader_id"),
                JournalAct.valueOf(row.getString("act")),
                Columns.purpose(row),
                row.getString("reason"),
                row.getString("kind"),
                Columns.ids(row, "records"));
    }
}

package app.counterfoil.vault.store;

import app.counterfoil.vault.Purpose;
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
        List<UUID> records) {}

package app.counterfoil.hub.retention;

import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of how long a seller keeps data of a purpose.
 *
 * @param id the change
 * @param purpose of which purpose
 * @param daysBefore days until then
 * @param days days from then on
 * @param since when it was changed
 * @param changedBy the person who changed it
 * @param earlier how many records were sealed to an earlier day
 * @param later how many records were sealed to a later day
 * @param ended how many records ended at once
 * @param lastOldEnd the latest day to which a record that now ends earlier was sealed before
 * @param carriedOutAt when all records stood under it; empty while it is under way
 */
record PolicyChange(
        UUID id,
        Purpose purpose,
        int daysBefore,
        int days,
        Instant since,
        UUID changedBy,
        int earlier,
        int later,
        int ended,
        Optional<LocalDate> lastOldEnd,
        Optional<Instant> carriedOutAt) {

    /** Whether it gave records a shorter life. */
    public boolean shortens() {
        return days < daysBefore;
    }
}

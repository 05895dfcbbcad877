package app.counterfoil.hub.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A copy of an order's people that is kept for a legal claim.
 *
 * @param id the hold
 * @param order the order
 * @param reason why
 * @param caseReference the number of the case
 * @param owner the person of the shop who answers for it
 * @param heldAt since when
 * @param reviewOn the day by which somebody must look whether it is still needed
 * @param releasedAt when it was released and the copy destroyed
 */
public record LegalHold(
        UUID id,
        UUID order,
        LegalHoldReason reason,
        CaseReference caseReference,
        UUID owner,
        Instant heldAt,
        LocalDate reviewOn,
        Optional<Instant> releasedAt) {

    /** Whether the copy is kept. */
    public boolean stands() {
        return releasedAt.isEmpty();
    }

    /** Whether somebody was to have looked at it by now. */
    public boolean isOverdue(LocalDate today) {
        return stands() && !reviewOn.isAfter(today);
    }
}

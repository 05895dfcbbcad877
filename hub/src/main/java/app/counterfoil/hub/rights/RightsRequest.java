package app.counterfoil.hub.rights;

import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request, without who has asked.
 *
 * @param id the request
 * @param number counts the requests of a seller
 * @param kind what is asked for
 * @param door how it came in
 * @param clock until when it is to be answered
 * @param proof how the requester has shown who they are; empty while they have not
 * @param state where it stands
 * @param refusedBecause why it was refused
 * @param takenInAt when it was written down
 * @param closedAt when it was closed
 * @param subject under whom the requester is sealed
 * @param recordEndsOn first day on which the requester cannot be opened
 * @param staff the person of the shop who has asked about their own account; empty for anybody else
 * @param carryOutFrom before when nothing is carried out; empty if it need not wait
 */
public record RightsRequest(
        UUID id,
        long number,
        RequestKind kind,
        Door door,
        RequestClock clock,
        Optional<IdentityProof> proof,
        RequestState state,
        Optional<RefusalReason> refusedBecause,
        Instant takenInAt,
        Optional<Instant> closedAt,
        SubjectId subject,
        LocalDate recordEndsOn,
        Optional<UUID> staff,
        Optional<Instant> carryOutFrom) {

    /** How people call it: {@code R-7}. */
    public String name() {
        return "R-" + number;
    }

    /** Whether its time is over and it is not answered. */
    public boolean isOverdue(LocalDate today) {
        return state == RequestState.OPEN
                && !clock.stands()
                && clock.daysLeft(today).filter(days -> days < 0).isPresent();
    }

    /** Under what the requester is sealed. */
    RecordRef requester() {
        return new RecordRef(id, subject);
    }
}

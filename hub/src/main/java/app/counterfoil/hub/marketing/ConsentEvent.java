package app.counterfoil.hub.marketing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry in the ledger of consent.
 *
 * @param what what happened
 * @param way how
 * @param at when
 * @param wording the words that the person was shown, where it is about words
 * @param proof what proves it, where something does
 * @param evidence the code of the place where the proof lies, or empty
 * @param givenOn the day on which the person said it, where it was written down later
 * @param staff who of the shop has written it down; empty for what comes in by itself
 */
public record ConsentEvent(
        ConsentAct what,
        ConsentWay way,
        Instant at,
        Optional<UUID> wording,
        Optional<ConsentProof> proof,
        String evidence,
        Optional<LocalDate> givenOn,
        Optional<UUID> staff) {

    /** What happened at that moment, by nobody of the shop and without a proof of its own. */
    static ConsentEvent of(ConsentAct what, ConsentWay way, Instant at, Optional<UUID> staff) {
        return new ConsentEvent(what, way, at, Optional.empty(), Optional.empty(), "", Optional.empty(), staff);
    }
}

package app.counterfoil.hub.marketing;

import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody's consent as it stands, without their address.
 *
 * @param person the person
 * @param subject under whom the address is sealed
 * @param state where it stands
 * @param stateAt since when
 * @param madeAt when it was taken in
 * @param endsOn first day on which the address cannot be opened
 */
public record Consent(
        UUID person, SubjectId subject, ConsentState state, Instant stateAt, Instant madeAt, LocalDate endsOn) {

    /** The sealed address. */
    RecordRef contact() {
        return new RecordRef(person, subject);
    }
}

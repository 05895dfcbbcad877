package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A return of a One Stop Shop that a person has marked as submitted.
 *
 * @param id the return
 * @param period its period
 * @param payable what is paid with it
 * @param submittedOn the day on which it was submitted, as the person says
 * @param reference the number that the portal gave it
 * @param frozenAt when it was marked
 * @param withdrawnAt when the mark was taken back; it counts no more then
 */
public record FrozenOneStopReturn(
        UUID id,
        TaxPeriod period,
        Money payable,
        LocalDate submittedOn,
        String reference,
        Instant frozenAt,
        Optional<Instant> withdrawnAt) {

    /** Whether it counts. */
    public boolean stands() {
        return withdrawnAt.isEmpty();
    }
}

package app.counterfoil.hub.vatreturn;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A return that the tax office wants.
 *
 * @param key by which it names the period, four characters
 * @param period the period
 * @param due the last day to submit
 * @param receivedOn when a return was received for it; empty while it is open
 */
public record Obligation(String key, VatPeriod period, LocalDate due, Optional<LocalDate> receivedOn) {

    /** Whether a return was received. */
    public boolean isMet() {
        return receivedOn.isPresent();
    }
}

package app.counterfoil.hub.vatreturn;

import java.time.Instant;
import java.util.UUID;

/**
 * A return on its way to the tax office, and what became of it.
 *
 * @param returned the return
 * @param account the account at the tax office
 * @param periodKey by which the tax office names the period
 * @param sentAt when it was about to be sent
 * @param receipt the receipt; all empty while there is none, or if it was lost
 * @param wrong why it was not taken, or is not known to be; or empty
 * @param mend what to do about it, or empty
 */
public record Submission(
        UUID returned, UUID account, String periodKey, Instant sentAt, Receipt receipt, String wrong, String mend) {}

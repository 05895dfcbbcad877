package app.counterfoil.hub.payout;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A settlement that was taken in.
 *
 * @param id the settlement
 * @param account the channel account it is of
 * @param service the channel
 * @param number the channel's number of it
 * @param firstDay first day of its period
 * @param lastDay last day of its period
 * @param paidOn when it was paid out, if the channel says so
 * @param total what was paid out
 * @param sold what buyers have paid, refunds taken off
 * @param fees what the channel has taken, below nought
 * @param unknown how many of its lines the hub does not know
 * @param lines how many lines it has
 * @param takenAt when it was taken in
 */
public record Settlement(
        UUID id,
        UUID account,
        OutsideService service,
        String number,
        LocalDate firstDay,
        LocalDate lastDay,
        Optional<LocalDate> paidOn,
        Money total,
        Money sold,
        Money fees,
        int unknown,
        int lines,
        Instant takenAt) {

    /** The day it has in the books: when it was paid out, or its last day if the channel does not say so. */
    public LocalDate day() {
        return paidOn.orElse(lastDay);
    }
}

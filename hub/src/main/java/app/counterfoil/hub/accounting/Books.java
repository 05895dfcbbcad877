package app.counterfoil.hub.accounting;

import app.counterfoil.hub.connection.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How sales are entered into the books of an account, as a person has confirmed it.
 *
 * @param account the account at the accounting service
 * @param way summaries or single invoices
 * @param since the first day of issue whose invoices are entered
 * @param lookedUntil invoices issued before this day were all looked for
 * @param confirmedAt when it was last confirmed
 * @param nextRoundAt before then nothing is tried
 * @param wrong why the last round stopped, or empty
 * @param mend what to do about it, or empty
 * @param codes the code of each part of sales that has one
 */
public record Books(
        Account account,
        EntryWay way,
        LocalDate since,
        LocalDate lookedUntil,
        Instant confirmedAt,
        Instant nextRoundAt,
        String wrong,
        String mend,
        Map<Heading, Chart.Code> codes) {

    /** Copies the codes. */
    public Books {
        codes = Map.copyOf(codes);
    }

    /** Whether settlements of channels are entered as well. */
    public boolean entersSettlements() {
        return codes.containsKey(Heading.PAYOUTS);
    }

    /** Whether something has stopped the last round. */
    public boolean isStopped() {
        return !wrong.isEmpty();
    }
}

package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What was to be entered into the books, without anything personal.
 *
 * @param id the posting
 * @param account the account at the accounting service
 * @param way a summary or one invoice
 * @param day the day of issue
 * @param number the number it has in the books
 * @param net the total without VAT
 * @param vat the total VAT
 * @param gross the total
 * @param namesSomebody whether it was written down to name the customer
 * @param state where it stands
 * @param tries how often it was tried since a person last asked for it
 * @param attempt counts up each time the service has surely not taken it
 * @param mayBeThere whether it may stand in the books without our knowing
 * @param enteredAt when it was known to stand in the books
 * @param wrong what is wrong with it, or empty
 * @param mend what to do about it, or empty
 */
public record Posting(
        UUID id,
        UUID account,
        EntryWay way,
        LocalDate day,
        String number,
        Money net,
        Money vat,
        Money gross,
        boolean namesSomebody,
        PostingState state,
        int tries,
        int attempt,
        boolean mayBeThere,
        Optional<Instant> enteredAt,
        String wrong,
        String mend) {

    /** Whether it takes something off. */
    boolean isCredit() {
        return gross().minor() < 0;
    }

    /** By what the service knows that the same is sent again. */
    String key() {
        return id + "-" + attempt;
    }
}

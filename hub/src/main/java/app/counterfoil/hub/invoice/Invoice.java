package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An issued invoice or credit note, without anything personal.
 *
 * @param id the invoice
 * @param number its number in the seller's series
 * @param order the order it is for
 * @param orderReference the channel's order number
 * @param kind which document it is
 * @param issuedOn the day of issue
 * @param suppliedOn the time of supply; of a credit note the day on which the money was paid back
 * @param net the total without VAT
 * @param vat the total VAT
 * @param gross the total
 * @param partyEndsOn first day on which its customer cannot be opened; empty if it names none
 * @param placeReason why the place of supply was taken as it was, where the address did not settle it, or empty
 * @param replaces the one it takes the place of
 * @param replacedBy the one that has taken its place; then this one no longer counts
 * @param credits the one it credits, if it is a credit note; then its amounts are below nought
 */
public record Invoice(
        UUID id,
        String number,
        OrderId order,
        String orderReference,
        InvoiceKind kind,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        Money net,
        Money vat,
        Money gross,
        Optional<LocalDate> partyEndsOn,
        String placeReason,
        Optional<Other> replaces,
        Optional<Other> replacedBy,
        Optional<Other> credits) {

    /**
     * Another invoice of the same order.
     *
     * @param id the invoice
     * @param number its number
     * @param issuedOn the day of its issue
     */
    public record Other(UUID id, String number, LocalDate issuedOn) {}

    /** Whether it credits another one. */
    public boolean isCreditNote() {
        return credits.isPresent();
    }

    /** The heading of the document. */
    public String title() {
        return isCreditNote() ? kind.creditTitle() : kind.title();
    }

    /** Whether it counts: nothing has taken its place. */
    public boolean counts() {
        return replacedBy.isEmpty();
    }
}

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.tax.Reckoning.Figures;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An issued invoice or credit note, without anything personal. One for several orders is told as of one of them: its number,
 * totals and customer are the document's, its order, and what that is of it, are that order's.
 *
 * @param id the invoice
 * @param number its number in the seller's series
 * @param order the order it is for; of several the one that was asked about, or the first
 * @param orderReference the channel's order number
 * @param kind which document it is
 * @param issuedOn the day of issue
 * @param suppliedOn the time of supply; of a credit note the day on which the money was paid back
 * @param net the total without VAT
 * @param vat the total VAT
 * @param gross the total
 * @param partyEndsOn first day on which its customer cannot be opened; empty if it names none
 * @param placeReason why the place of supply was taken as it was, where the address did not settle it, or empty
 * @param replaces the one of its order that it takes the place of
 * @param replacedBy the one that has taken its place; then this one no longer counts
 * @param credits the one it credits,  if it is a credit note; then its amounts are below nought
 * @param subject under whom its customer is sealed
 * @param orders for how many orders it is
 * @param ofOrder what of its totals is of its order: all of them, unless it is for several
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
        Optional<Other> credits,
        SubjectId subject,
        int orders,
        Figures ofOrder) {

    /** Whether it is for several orders. */
    public boolean isConsolidated() {
        return orders > 1;
    }

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

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.CreditReason;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.VatDecision;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice for an order before it has a number: kind, lines and sums, decided by the law of the day of supply.
 *
 * @param kind which document it is
 * @param because why a full one is asked for, or empty
 * @param suppliedOn the time of supply: the day the buyer paid, which for channel orders is the day they were placed
 *     (VATA 1994 s. 6(4): payment before dispatch is the tax point)
 * @param territory destination of the goods as the order tells it
 * @param placeReason why the place of supply was taken as it was, where the address does not say it, or empty
 * @param lines what was sold and what was charged beside it
 * @param sums the figures of the lines
 * @param sterling the VAT in pounds; empty where the document does not tell it
 * @param notes the sentences below the totals
 * @param settled the VAT of each line of goods and why, in the order of the lines; none for what was decided earlier
 * @param replaces the short ones it takes the place of, none if it tells a supply of its own
 * @param credits what it credits, if it is a credit note; then its sums are below nought
 */
record DraftInvoice(
        InvoiceKind kind,
        String because,
        LocalDate suppliedOn,
        String territory,
        String placeReason,
        List<InvoiceLine> lines,
        Reckoning sums,
        Optional<Sterling> sterling,
        List<String> notes,
        List<VatDecision.Settled> settled,
        List<Replaced> replaces,
        Optional<Credit> credits) {

    /** The same as another document. */
    DraftInvoice as(InvoiceKind other) {
        return new DraftInvoice(
                other,
                because,
                suppliedOn,
                territory,
                placeReason,
                lines,
                sums,
                sterling,
                notes,
                settled,
                replaces,
                credits);
    }

    /** Whether something of it is declared in a One Stop Shop. */
    boolean isInOneStopShop() {
        return lines.stream().map(InvoiceLine::treatment).anyMatch(VatTreatment::isInOneStopShop);
    }

    /** The first day by which evidence has to be held that the goods of a line have left; empty if no line hangs on it. */
    Optional<LocalDate> evidenceDue() {
        return settled.stream().flatMap(line -> line.evidenceDue().stream()).min(LocalDate::compareTo);
    }

    /**
     * What a credit note credits.
     *
     * @param invoice the invoice
     * @param reason why
     * @param ofLines for each line of the note the line of the invoice, counted from 1
     */
    record Credit(Invoice.Other invoice, CreditReason reason, List<Integer> ofLines) {

        /** Copies the list. */
        Credit {
            ofLines = List.copyOf(ofLines);
        }
    }

    /**
     * The VAT in pounds.
     *
     * @param vat the sum
     * @param rate the exchange rate and who says so, or empty
     */
    record Sterling(Money vat, String rate) {}
}

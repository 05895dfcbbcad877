package app.counterfoil.hub.invoice.document;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that stands on an invoice or a credit note, complete for its kind.
 *
 * @param kind which document it is
 * @param number its number in the seller's series
 * @param issuedOn the day of issue
 * @param timeOfSupply the day of supply; of a credit note the day on which the money was paid back
 * @param supplier who sells
 * @param customer who buys; only on a full invoice
 * @param lines what each line of the sums is, in the same order
 * @param sums the figures of lines, rates and the whole, as they are printed: of a credit note what it takes off
 * @param vatInSterling the VAT in pounds; asked of a full invoice
 * @param notes sentences below the totals, such as why no VAT is charged
 * @param orderReference the channel's number of the order
 * @param credit what it credits, if it is a credit note
 */
public record InvoiceDocument(
        InvoiceKind kind,
        String number,
        LocalDate issuedOn,
        LocalDate timeOfSupply,
        InvoiceParty supplier,
        Optional<InvoiceParty> customer,
        List<InvoiceLine> lines,
        Reckoning sums,
        Optional<Money> vatInSterling,
        List<String> notes,
        String orderReference,
        Optional<Credit> credit) {

    /**
     * What a credit note credits (SI 1995/2518 reg. 15C(3)).
     *
     * @param number the number of the invoice
     * @param issuedOn the day of its issue
     * @param reason why
     */
    public record Credit(String number, LocalDate issuedOn, CreditReason reason) {}

    /** @throws IncompleteInvoice naming all that is missing or out of place, at once */
    public InvoiceDocument {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        var faults = new ArrayList<String>();
        ask(faults, !number.isBlank(), "the number");
        ask(faults, named(supplier), "the supplier's name and address");
        var described = lines.size() == sums.rows().size()
                && lines.stream().noneMatch(line -> line.description().isBlank());
        ask(faults, described, "a description for each line");
        switch (kind) {
            case FULL, MODIFIED -> {
                ask(faults, supplier.vatNumber().isPresent(), "the supplier's VAT number");
                ask(faults, customer.filter(InvoiceDocument::named).isPresent(), "the customer's name and address");
                var sterling = vatInSterling.filter(vat -> vat.currency().equals(POUND.currency()));
                ask(faults, sterling.isPresent(), "the VAT in sterling");
            }
            case SIMPLIFIED -> {
                ask(faults, supplier.vatNumber().isPresent(), "the supplier's VAT number");
                ask(faults, customer.isEmpty(), "a form without the customer");
                var gross = sums.total().gross();
                var small = gross.currency().equals(POUND.currency()) && gross.compareTo(SHORT_FORM_LIMIT) <= 0;
                ask(faults, small, "a total of at most " + SHORT_FORM_LIMIT.shown());
                // Notice 700 §16.6: nothing exempt stands on the short form.
                var exempt = lines.stream().anyMatch(line -> line.treatment() == VatTreatment.EXEMPT);
                ask(faults, !exempt, "a form that may hold exempt goods");
            }
            case PRO_FORMA -> {
                // It is none: the law asks nothing of it.
            }
            case WITHOUT_VAT -> ask(faults, sums.total().vat().isZero(), "sums without VAT");
        }
        if (!faults.isEmpty()) {
            throw new IncompleteInvoice(faults);
        }
    }

    /** The heading. */
    public String title() {
        return credit.isPresent() ? kind.creditTitle() : kind.title();
    }

    private static final Money POUND = Money.pence(100);

    /** Retail sales up to this much may have the short form (reg. 16A). */
    private static final Money SHORT_FORM_LIMIT = Money.pence(250_00);

    private static boolean named(InvoiceParty party) {
        return !party.name().isBlank() && !party.address().isEmpty();
    }

    private static void ask(List<String> faults, boolean given, String what) {
        if (!given) {
            faults.add(what);
        }
    }

    @Override
    public String toString() {
        return "InvoiceDocument[" + number + "]";
    }
}

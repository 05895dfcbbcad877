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
 * @param parts the orders that it is for, if it is for several, in the order of their lines; else none
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
        Optional<Credit> credit,
        List<Part> parts) {

    /**
     * What a credit note credits (SI 1995/2518 reg. 15C(3)).
     *
     * @param number the number of the invoice
     * @param issuedOn the day of its issue
     * @param reason why
     */
    public record Credit(String number, LocalDate issuedOn, CreditReason reason) {}

    /**
     * An order of several that one invoice is for, and the short invoice of it whose place it takes.
     *
     * @param orderReference the channel's number of the order
     * @param suppliedOn its time of supply
     * @param number the number of its short invoice
     * @param issuedOn the day of issue of that
     * @param lastLine the last of its lines, counted from 1; its first follows the last of the part before
     */
    public record Part(String orderReference, LocalDate suppliedOn, String number, LocalDate issuedOn, int lastLine) {}

    /**
     * A document for one order.
     *
     * @throws IncompleteInvoice naming all that is missing or out of place, at once
     */
    public InvoiceDocument(
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
        this(
                kind,
                number,
                issuedOn,
                timeOfSupply,
                supplier,
                customer,
                lines,
                sums,
                vatInSterling,
                notes,
                orderReference,
                credit,
                List.of());
    }

    /** @throws IncompleteInvoice naming all that is missing or out of place, at once */
    public InvoiceDocument {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        parts = List.copyOf(parts);
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

    /** The order that a line is of, if the document is for several; lines count from 0. */
    public Optional<Part> partOf(int line) {
        return parts.stream().filter(part -> line < part.lastLine()).findFirst();
    }

    /** The first and the last time of supply, where there are several; else empty. */
    public Optional<Period> period() {
        var days = parts.stream().map(Part::suppliedOn).sorted().toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.get(0), days.get(days.size() - 1)));
    }

    /**
     * From one day to another, both of them in it.
     *
     * @param from the first day
     * @param to the last day
     */
    public record Period(LocalDate from, LocalDate to) {}

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

package app.counterfoil.hub.invoice.einvoice;

import app.counterfoil.hub.invoice.einvoice.Terms.Line;
import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/** Writes an invoice or a credit note as UBL 2.1: as Peppol BIS Billing 3.0, or as a plain EN 16931. */
final class Ubl {

    private static final String PLAIN = "urn:cen.eu:en16931:2017";
    private static final String PEPPOL = PLAIN + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String PEPPOL_PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private final Terms terms;
    private final UblParts parts;
    private final boolean peppol;

    private Ubl(Terms terms, boolean peppol) {
        this.terms = terms;
        this.parts = new UblParts(terms);
        this.peppol = peppol;
    }

    /** The same bytes for the same terms. */
    static byte[] of(Terms terms, boolean peppol) {
        var ubl = new Ubl(terms, peppol);
        return terms.credits().isPresent()
                ? Marshalled.of(UBL21Marshaller.creditNote(), ubl.creditNote())
                : Marshalled.of(UBL21Marshaller.invoice(), ubl.invoice());
    }

    private InvoiceType invoice() {
        var invoice = new InvoiceType();
        invoice.setCustomizationID(peppol ? PEPPOL : PLAIN);
        if (peppol) {
            invoice.setProfileID(PEPPOL_PROCESS);
        }
        invoice.setID(terms.number());
        invoice.setIssueDate(terms.issuedOn());
        invoice.setInvoiceTypeCode(terms.typeCode());
        if (!terms.note().isEmpty()) {
            invoice.addNote(new NoteType(terms.note()));
        }
        if (terms.taxPointIsAnotherDay()) {
            invoice.setTaxPointDate(terms.suppliedOn());
        }
        invoice.setDocumentCurrencyCode(terms.currency());
        if (terms.vatInSterling().isPresent()) {
            invoice.setTaxCurrencyCode(Terms.STERLING);
        }
        parts.periods().forEach(invoice::addInvoicePeriod);
        invoice.setOrderReference(parts.order());
        parts.before().forEach(invoice::addBillingReference);
        invoice.setAccountingSupplierParty(parts.supplier());
        invoice.setAccountingCustomerParty(parts.customer());
        invoice.addDelivery(parts.delivery());
        parts.besides().forEach(invoice::addAllowanceCharge);
        parts.taxes().forEach(invoice::addTaxTotal);
        invoice.setLegalMonetaryTotal(parts.sums());
        for (int line = 0; line < terms.lines().size(); line++) {
            invoice.addInvoiceLine(invoiceLine(line + 1, terms.lines().get(line)));
        }
        return invoice;
    }

    private InvoiceLineType invoiceLine(int number, Line line) {
        var entry = new InvoiceLineType();
        entry.setID(String.valueOf(number));
        entry.setInvoicedQuantity(BigDecimal.valueOf(line.quantity())).setUnitCode(Marshalled.PIECE);
        entry.setLineExtensionAmount(line.net()).setCurrencyID(terms.currency());
        entry.setItem(parts.item(line));
        entry.setPrice(parts.price(line));
        return entry;
    }

    private CreditNoteType creditNote() {
        var note = new CreditNoteType();
        note.setCustomizationID(peppol ? PEPPOL : PLAIN);
        if (peppol) {
            note.setProfileID(PEPPOL_PROCESS);
        }
        note.setID(terms.number());
        note.setIssueDate(terms.issuedOn());
        if (terms.taxPointIsAnotherDay()) {
            note.setTaxPointDate(terms.suppliedOn());
        }
        note.setCreditNoteTypeCode(terms.typeCode());
        if (!terms.note().isEmpty()) {
            note.addNote(new NoteType(terms.note()));
        }
        note.setDocumentCurrencyCode(terms.currency());
        if (terms.vatInSterling().isPresent()) {
            note.setTaxCurrencyCode(Terms.STERLING);
        }
        note.setOrderReference(parts.order());
        parts.before().forEach(note::addBillingReference);
        note.setAccountingSupplierParty(parts.supplier());
        note.setAccountingCustomerParty(parts.customer());
        note.addDelivery(parts.delivery());
        parts.besides().forEach(note::addAllowanceCharge);
        parts.taxes().forEach(note::addTaxTotal);
        note.setLegalMonetaryTotal(parts.sums());
        for (int line = 0; line < terms.lines().size(); line++) {
            note.addCreditNoteLine(creditLine(line + 1, terms.lines().get(line)));
        }
        return note;
    }

    private CreditNoteLineType creditLine(int number, Line line) {
        var entry = new CreditNoteLineType();
        entry.setID(String.valueOf(number));
        entry.setCreditedQuantity(BigDecimal.valueOf(line.quantity())).setUnitCode(Marshalled.PIECE);
        entry.setLineExtensionAmount(line.net()).setCurrencyID(terms.currency());
        entry.setItem(parts.item(line));
        entry.setPrice(parts.price(line));
        return entry;
    }
}

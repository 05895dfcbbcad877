package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the PDF of an issued invoice from its stored record, the same bytes every time. */
@Component
public class InvoicePdfs {

    private final StoredInvoices stored;
    private final Custody custody;
    private final InvoicePdf pdf;

    InvoicePdfs(StoredInvoices stored, Custody custody, InvoicePdf pdf) {
        this.stored = stored;
        this.custody = custody;
        this.pdf = pdf;
    }

    /**
     * The PDF; empty if the seller has no such invoice.
     *
     * @throws CannotInvoice if its customer has ended or cannot be printed
     * @throws app.counterfoil.vault.PurposeNotCarried if it names a customer and the role does not open tax records
     */
    public Optional<byte[]> of(SignedIn person, UUID id) {
        return stored.one(person.seller(), id).map(found -> pdf.render(document(person, found)));
    }

    private InvoiceDocument document(SignedIn person, StoredInvoices.Stored found) {
        var invoice = found.invoice();
        return new InvoiceDocument(
                invoice.kind(),
                invoice.number(),
                invoice.issuedOn(),
                invoice.suppliedOn(),
                found.supplier(),
                invoice.kind() == InvoiceKind.FULL
                        ? Optional.of(customer(person, invoice, found.subject()))
                        : Optional.empty(),
                found.lines(),
                found.sums(),
                found.sterling(),
                found.notes(),
                invoice.orderReference());
    }

    private InvoiceParty customer(SignedIn person, Invoice invoice, SubjectId subject) {
        var outcome = custody.in(
                        person.seller(),
                        vault -> vault.open(
                                person.opening(Purpose.TAX_RECORD, "INVOICE_PDF"),
                                InvoiceParty.KIND,
                                List.of(new RecordRef(invoice.id(), subject))))
                .get(invoice.id());
        if (outcome instanceof Outcome.Opened<InvoiceParty> whole) {
            return whole.content();
        }
        throw new CannotInvoice(
                "The customer of invoice " + invoice.number() + " can no longer be opened"
                        + invoice.partyEndsOn()
                                .map(end -> ": it ended on " + end)
                                .orElse("") + ".",
                "Its totals remain in the list; the person is gone, as the law asks.");
    }
}

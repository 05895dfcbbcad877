package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.einvoice.Einvoice;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The forms that an issued document has: its paper, and for machines. Whoever looks opens its customer, which is journalled. */
@Component
public class InvoiceForms {

    private final StoredInvoices stored;
    private final InvoicePapers papers;

    InvoiceForms(StoredInvoices stored, InvoicePapers papers) {
        this.stored = stored;
        this.papers = papers;
    }

    /**
     * What there is of a document.
     *
     * @param invoice its facts
     * @param sameFromRecord whether its record, printed again, comes out as the kept PDF, byte for byte
     * @param none why it has no form for machines; empty if it has
     * @param lacksForPeppol what Peppol asks for beyond EN 16931 and it lacks; empty if its UBL can be sent there
     */
    public record Forms(Invoice invoice, boolean sameFromRecord, Optional<None> none, List<String> lacksForPeppol) {

        /** Copies the list. */
        public Forms {
            lacksForPeppol = List.copyOf(lacksForPeppol);
        }
    }

    /** Why a document has no form for machines, and what to do. */
    public record None(String wrong, String mend) {}

    /**
     * The forms of a document; empty if the seller has no such one.
     *
     * @throws PaperNotAsIssued if what is kept is not what was issued
     * @throws CannotInvoice if it has ended
     * @throws app.counterfoil.vault.PurposeNotCarried if the role does not open tax records
     */
    public Optional<Forms> of(SignedIn person, UUID id) {
        return stored.one(person.seller(), id).map(found -> forms(person, found, opening(person, "INVOICE_FORMS")));
    }

    private Forms forms(SignedIn person, Stored found, Opening opening) {
        var kept = papers.of(person.seller(), found, opening);
        var same = papers.again(person.seller(), found, opening)
                .filter(again -> Arrays.equals(again, kept))
                .isPresent();
        try {
            var einvoice = Einvoice.of(papers.document(person.seller(), found, opening));
            return new Forms(found.invoice(), same, Optional.empty(), einvoice.lacksForPeppol());
        } catch (Refusal none) {
            return new Forms(found.invoice(), same, Optional.of(new None(none.wrong(), none.mend())), List.of());
        }
    }

    /**
     * The document as CII: what went along in its paper when it was issued, or is written now where nothing did.
     *
     * @throws Refusal if it has no such form, or has ended
     */
    public Optional<byte[]> cii(SignedIn person, UUID id) {
        var opening = opening(person, "INVOICE_XML");
        return stored.one(person.seller(), id).map(found -> PaperPdf.along(papers.of(person.seller(), found, opening))
                .orElseGet(() -> Einvoice.of(papers.document(person.seller(), found, opening))
                        .cii()));
    }

    /**
     * The document as UBL, written now: nothing in it is of the moment.
     *
     * @throws Refusal if it has no such form, or has ended
     */
    public Optional<byte[]> ubl(SignedIn person, UUID id) {
        var opening = opening(person, "INVOICE_UBL");
        return stored.one(person.seller(), id)
                .map(found -> Einvoice.of(papers.document(person.seller(), found, opening))
                        .ubl());
    }

    private static Opening opening(SignedIn person, String reason) {
        return person.opening(Purpose.TAX_RECORD, reason);
    }
}

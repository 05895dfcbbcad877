package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives out the PDF of an issued invoice: made once when it was issued, the same bytes ever after. */
@Component
public class InvoicePdfs {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePdfs.class);
    private static final int AT_ONCE = 200;

    private final StoredInvoices stored;
    private final InvoicePapers papers;

    InvoicePdfs(StoredInvoices stored, InvoicePapers papers) {
        this.stored = stored;
        this.papers = papers;
    }

    /**
     * The PDF; empty if the seller has no such invoice.
     *
     * @throws PaperNotAsIssued if what is kept is not what was issued
     * @throws CannotInvoice if it has ended
     * @throws app.counterfoil.vault.PurposeNotCarried if the role does not open tax records
     */
    public Optional<byte[]> of(SignedIn person, UUID id) {
        return of(person.seller(), id, person.opening(Purpose.TAX_RECORD, "INVOICE_PDF"));
    }

    /**
     * The PDF, opened for what the opening says; empty if the seller has no such invoice.
     *
     * @throws PaperNotAsIssued if what is kept is not what was issued
     * @throws CannotInvoice if it has ended
     * @throws app.counterfoil.vault.PurposeNotCarried if the reader does not open tax records
     */
    public Optional<byte[]> of(SellerId seller, UUID id, Opening opening) {
        return stored.one(seller, id).map(found -> papers.of(seller, found, opening));
    }

    @EventListener
    void hear(InvoicesIssued issued) {
        make(issued.seller(), issued.invoices());
    }

    /** Makes the papers that were not made when their invoices were issued, for the program ended or a font was gone. */
    void makeMissing(SellerId seller) {
        make(seller, papers.missing(seller, AT_ONCE));
    }

    /** The invoices are issued whatever becomes of their papers, which are tried again. */
    private void make(SellerId seller, Collection<UUID> invoices) {
        for (var invoice : invoices) {
            try {
                var opening = new Opening(HubJob.INVOICING, Purpose.TAX_RECORD, "MAKE_INVOICE_PDF");
                stored.one(seller, invoice).ifPresent(found -> papers.of(seller, found, opening));
            } catch (RuntimeException failed) {
                // Its message could quote the customer.
                LOG.warn(
                        "paper not made invoice={} because of {}",
                        invoice,
                        failed.getClass().getName());
            }
        }
    }
}

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an invoice would say, for a buyer who asks for it before it is issued. It has no number and is kept nowhere: whoever asks
 * opens the buyer for it, and that stands in the journal.
 */
@Component
public class ProFormaInvoices {

    private final Orders orders;
    private final DraftInvoices drafts;
    private final CustomersOfInvoices customers;
    private final SellerDetails details;
    private final DocumentLooks looks;
    private final InvoicePdf pdf;
    private final BusinessClock clock;

    ProFormaInvoices(
            Orders orders,
            DraftInvoices drafts,
            CustomersOfInvoices customers,
            SellerDetails details,
            DocumentLooks looks,
            InvoicePdf pdf,
            BusinessClock clock) {
        this.orders = orders;
        this.drafts = drafts;
        this.customers = customers;
        this.details = details;
        this.looks = looks;
        this.pdf = pdf;
        this.clock = clock;
    }

    /**
     * The PDF.
     *
     * @throws NoSuchOrder if it is not the seller's
     * @throws CannotInvoice if the order was cancelled, or a person has to decide something first
     * @throws app.counterfoil.vault.PurposeNotCarried if the role opens neither recipients nor buyers
     */
    public byte[] pdf(SignedIn person, OrderId id) {
        var order = orders.one(person.seller(), id).orElseThrow(NoSuchOrder::new);
        if (order.state() == OrderState.CANCELLED) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " was cancelled.", "There is nothing to pay for.");
        }
        var draft = drafts.proForma(person.seller(), order);
        var language = looks.choose(person.seller(), order.account(), new Territory(draft.territory()));
        var document = new InvoiceDocument(
                draft.kind(),
                order.channelOrderId(),
                clock.today(),
                draft.suppliedOn(),
                InvoiceRows.supplier(details.of(person.seller())),
                customers.of(person, order, "PRO_FORMA"),
                draft.lines(),
                draft.sums(),
                draft.sterling().map(DraftInvoice.Sterling::vat),
                draft.notes(),
                order.channelOrderId(),
                Optional.empty());
        pdf.requirePrintable(document);
        return pdf.render(document, looks.look(person.seller(), language.look(), language.language()));
    }
}

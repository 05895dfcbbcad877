package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Timeline;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Issues what has left and has no invoice, and finds what has left without anybody telling of it. */
@Component
public class IssueDueInvoices {

    private static final Logger LOG = LoggerFactory.getLogger(IssueDueInvoices.class);

    private static final int AT_ONCE = 200;

    private final LeftUninvoiced leftUninvoiced;
    private final InvoicesDue open;
    private final IssueInvoices issueInvoices;
    private final Invoices invoices;
    private final InvoicePdfs pdfs;
    private final Timeline timeline;

    IssueDueInvoices(
            LeftUninvoiced leftUninvoiced,
            InvoicesDue open,
            IssueInvoices issueInvoices,
            Invoices invoices,
            InvoicePdfs pdfs,
            Timeline timeline) {
        this.leftUninvoiced = leftUninvoiced;
        this.open = open;
        this.issueInvoices = issueInvoices;
        this.invoices = invoices;
        this.pdfs = pdfs;
        this.timeline = timeline;
    }

    /**
     * Finds what has left without anybody telling of it: a stop in between, or the channel sent it. Papers that were not
     * made are made.
     */
    public void search(SellerId seller) {
        pdfs.makeMissing(seller);
        open.due(seller, leftUninvoiced.of(seller));
    }

    /** Issues what is due; one that cannot be issued is noted with its reason and does not stop the others. */
    public void issue(SellerId seller) {
        for (var some = open.toTry(seller, AT_ONCE); !some.isEmpty(); some = open.toTry(seller, AT_ONCE)) {
            some.forEach(order -> issue(seller, order));
        }
    }

    private void issue(SellerId seller, OrderId order) {
        try {
            var unused = issueInvoices.forOrder(seller, order, false, Optional.empty());
            open.issued(seller, order);
        } catch (Refusal refused) {
            if (invoices.ofOrder(seller, order).isPresent()) {
                // Somebody else was quicker.
                open.issued(seller, order);
            } else if (open.notIssued(seller, order, refused)) {
                timeline.write(
                        seller, List.of(order), InvoiceHappening.INVOICE_NOT_ISSUED, refused.wrong(), Optional.empty());
            }
        } catch (RuntimeException unexpected) {
            // Its message could quote the order.
            LOG.error(
                    "invoice not issued order={} because of {}",
                    order,
                    unexpected.getClass().getName());
            var unused = open.notIssued(seller, order, new Unexpected());
        }
    }

    private static final class Unexpected extends Refusal {
        Unexpected() {
            super(
                    "Something went wrong that nobody foresaw; the program's log has the time and kind.",
                    "It is tried again by itself; tell us if it stays.");
        }
    }
}

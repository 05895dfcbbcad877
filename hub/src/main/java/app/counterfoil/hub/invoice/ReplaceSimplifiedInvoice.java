package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Issues a full invoice in place of the short one, as a taxable buyer may ask for after the delivery (SI 1995/2518 regs.
 * 13 and 16A). It tells the same supply: lines, sums and time of supply are those of the short one, which stays readable
 * and no longer counts.
 */
@Component
public class ReplaceSimplifiedInvoice {

    /** How the sentence on it begins. */
    static final String IN_PLACE_OF = "Issued in place of simplified VAT invoice ";

    private final Orders orders;
    private final Timeline timeline;
    private final Invoices invoices;
    private final StoredInvoices stored;
    private final CustomersOfInvoices customers;
    private final NumberInvoices numberInvoices;
    private final SellerTransactions transactions;
    private final ApplicationEventPublisher events;

    ReplaceSimplifiedInvoice(
            Orders orders,
            Timeline timeline,
            Invoices invoices,
            StoredInvoices stored,
            CustomersOfInvoices customers,
            NumberInvoices numberInvoices,
            SellerTransactions transactions,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.timeline = timeline;
        this.invoices = invoices;
        this.stored = stored;
        this.customers = customers;
        this.numberInvoices = numberInvoices;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The full invoice in place of the order's short one.
     *
     * @param person who passes the buyer's wish on
     * @throws CannotInvoice if the order has no short one, was cancelled, or nobody knows its customer any more
     * @throws NoSuchOrder if it is not the seller's
     */
    public Invoice withFull(SellerId seller, OrderId id, UUID person) {
        var invoice = transactions.in(seller, () -> {
            var order = orders.one(seller, id).orElseThrow(NoSuchOrder::new);
            var shortOne = shortOne(seller, order);
            var customer =
                    customers.of(seller, order).orElseThrow(() -> CannotInvoice.namesNobodyAnyMore(order, shortOne));
            var full = numberInvoices.write(
                    seller,
                    order,
                    inFull(stored.one(seller, shortOne.id()).orElseThrow()),
                    Optional.of(customer),
                    () -> shortOne(seller, order));
            var told = full.number() + " in place of " + shortOne.number() + ", for the buyer asked for a full invoice";
            timeline.write(seller, List.of(id), InvoiceHappening.INVOICE_REPLACED, told, Optional.of(person));
            return full;
        });
        events.publishEvent(new InvoicesIssued(seller, List.of(invoice.id())));
        return invoice;
    }

    private Invoice shortOne(SellerId seller, OrderFacts order) {
        var invoice = invoices.ofOrder(seller, order.id())
                .orElseThrow(() -> new CannotInvoice(
                        "Order " + order.channelOrderId() + " has no invoice yet.", "Issue a full one on its page."));
        if (invoice.kind().namesCustomer()) {
            throw new CannotInvoice(
                    "Invoice " + invoice.number() + " of order " + order.channelOrderId() + " is a full one already.",
                    "Open its PDF on the order's page and give it to the buyer.");
        }
        if (invoice.kind() == InvoiceKind.WITHOUT_VAT) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " has a sales statement, for you charged no VAT on it.",
                    "If a marketplace accounts for the VAT, the buyer asks there.");
        }
        if (order.state() == OrderState.CANCELLED) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " was cancelled, so there is no sale to invoice in full.",
                    "Give the money back; a credit note for " + invoice.number() + " is due then.");
        }
        return invoice;
    }

    /** The number of the short one that such a sentence names. */
    static String replaced(String note) {
        return note.substring(IN_PLACE_OF.length(), note.indexOf(' ', IN_PLACE_OF.length()));
    }

    private static DraftInvoice inFull(StoredInvoices.Stored earlier) {
        var invoice = earlier.invoice();
        var replaced = IN_PLACE_OF + invoice.number() + " of " + Written.longDay(invoice.issuedOn())
                + ", which no longer counts; both tell the same sale.";
        return new DraftInvoice(
                InvoiceKind.FULL,
                "",
                invoice.suppliedOn(),
                earlier.territory(),
                invoice.placeReason(),
                earlier.lines(),
                earlier.sums(),
                // The short form is in sterling only.
                Optional.of(new DraftInvoice.Sterling(invoice.vat(), "")),
                Stream.concat(Stream.of(replaced), earlier.notes().stream()).toList(),
                List.of(),
                List.of(Replaced.of(invoice, 1, earlier.lines().size())),
                Optional.empty());
    }
}

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.CrashPoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues the invoice of an order, once. */
@Component
public class IssueInvoices {

    private final Orders orders;
    private final Timeline timeline;
    private final DraftInvoices drafts;
    private final CustomersOfInvoices customers;
    private final NumberInvoices numberInvoices;
    private final Invoices invoices;
    private final RefundsToCredit refunds;
    private final SellerTransactions transactions;
    private final ApplicationEventPublisher events;

    IssueInvoices(
            Orders orders,
            Timeline timeline,
            DraftInvoices drafts,
            CustomersOfInvoices customers,
            NumberInvoices numberInvoices,
            Invoices invoices,
            RefundsToCredit refunds,
            SellerTransactions transactions,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.timeline = timeline;
        this.drafts = drafts;
        this.customers = customers;
        this.numberInvoices = numberInvoices;
        this.invoices = invoices;
        this.refunds = refunds;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The invoice of the order, issued now if there is none.
     *
     * @param full whether a full invoice is asked for where the short form would do
     * @param person who asks, if it is a person
     * @throws CannotInvoice if a person has to decide something first
     */
    public Invoice forOrder(SellerId seller, OrderId id, boolean full, Optional<UUID> person) {
        return forOrder(seller, id, order -> drafts.of(seller, order, full), person);
    }

    /**
     * The invoice of the order, issued now if there is none, in the form with prices that include VAT: for a retail sale above
     * £250, if it suits the buyer (Notice 700 16.3).
     *
     * @param person who says that it suits the buyer
     * @throws CannotInvoice if the order may not have that form, or a person has to decide something first
     */
    public Invoice modified(SellerId seller, OrderId id, UUID person) {
        return forOrder(seller, id, order -> drafts.modified(seller, order), Optional.of(person));
    }

    private Invoice forOrder(
            SellerId seller, OrderId id, Function<OrderFacts, DraftInvoice> draft, Optional<UUID> person) {
        var earlier = invoices.ofOrder(seller, id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var invoice = transactions.in(seller, () -> {
            var order = orders.one(seller, id)
                    .orElseThrow(() -> new CannotInvoice("There is no such order.", "Look at the list under Orders."));
            return issue(seller, order, draft.apply(order), person);
        });
        CrashPoint.reached("invoice.committed");
        events.publishEvent(new InvoicesIssued(seller, List.of(invoice.id())));
        return invoice;
    }

    private Invoice issue(SellerId seller, OrderFacts order, DraftInvoice draft, Optional<UUID> person) {
        var party = draft.kind().namesCustomer()
                ? Optional.of(customers
                        .of(seller, order)
                        .orElseThrow(() -> CannotInvoice.namesNobody(order, draft.because())))
                : Optional.<InvoiceParty>empty();
        var invoice = numberInvoices.write(seller, order, draft, party, () -> {
            if (invoices.ofOrder(seller, order.id()).isPresent()) {
                throw new CannotInvoice(
                        "Order " + order.channelOrderId() + " has just been invoiced.", "Open it to see the invoice.");
            }
        });
        timeline.write(seller, List.of(order.id()), InvoiceHappening.INVOICE_ISSUED, invoice.number(), person);
        if (!order.refunded().isZero()) {
            refunds.note(seller, List.of(order.id()));
        }
        return invoice;
    }
}

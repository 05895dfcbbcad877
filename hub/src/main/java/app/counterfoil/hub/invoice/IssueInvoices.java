package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.dispatch.ShipmentsDispatched;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.DecideVat;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.store.RecordRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Issues the invoice of an order, once. The number is taken in the transaction that stores the invoice, so that a
 * series has neither gaps nor twins (SI 1995/2518 reg. 14(1)(a)).
 */
@Component
public class IssueInvoices {

    private final Orders orders;
    private final MoveOrders moveOrders;
    private final Shipments shipments;
    private final SellerDetails details;
    private final VatClasses vatClasses;
    private final Invoices invoices;
    private final InvoiceRows rows;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final DecideVat decideVat = new DecideVat();

    IssueInvoices(
            Orders orders,
            MoveOrders moveOrders,
            Shipments shipments,
            SellerDetails details,
            VatClasses vatClasses,
            Invoices invoices,
            InvoiceRows rows,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.moveOrders = moveOrders;
        this.shipments = shipments;
        this.details = details;
        this.vatClasses = vatClasses;
        this.invoices = invoices;
        this.rows = rows;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
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
        var earlier = invoices.ofOrder(seller, id);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var invoice = transactions.in(seller, () -> {
            var order = orders.one(seller, id)
                    .orElseThrow(() -> new CannotInvoice("There is no such order.", "Look at the list under Orders."));
            return issue(seller, order, full, person);
        });
        events.publishEvent(new InvoicesIssued(seller, List.of(invoice.id())));
        return invoice;
    }

    /** What has left is invoiced; where that is not possible the order's timeline says so, and a person can mend it. */
    @EventListener
    void hear(ShipmentsDispatched left) {
        var dispatched = shipments.of(left.seller(), left.shipments()).stream()
                .map(Shipment::order)
                .distinct()
                .toList();
        for (var order : dispatched) {
            try {
                var unused = forOrder(left.seller(), order, false, Optional.empty());
            } catch (Refusal refused) {
                moveOrders.note(left.seller(), List.of(order), "INVOICE_NOT_ISSUED", refused.wrong(), Optional.empty());
            }
        }
    }

    private Invoice issue(SellerId seller, OrderFacts order, boolean full, Optional<UUID> person) {
        var business = details.of(seller);
        var draft = DraftInvoice.of(order, business, vatClasses.of(seller), full, decideVat);
        var series = (draft.kind() == InvoiceKind.WITHOUT_VAT ? "S" : "V")
                + clock.today().getYear();
        // Taken first: whoever issues another one at the same time waits here, and then sees this one.
        var number = rows.nextNumber(seller, series);
        var meanwhile = invoices.ofOrder(seller, order.id());
        if (meanwhile.isPresent()) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " has just been invoiced.", "Open it to see the invoice.");
        }
        var id = UUID.randomUUID();
        var ends = draft.kind() == InvoiceKind.FULL
                ? Optional.of(RetentionPolicy.taxRecord(draft.suppliedOn()))
                : Optional.<LocalDate>empty();
        rows.insert(seller, id, series, number, order, business, draft, ends);
        ends.ifPresent(end -> custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(InvoiceParty.KIND, id, order.subject(), end, party(seller, order))));
            return id;
        }));
        moveOrders.note(seller, List.of(order.id()), "INVOICE_ISSUED", series + "-" + number, person);
        return invoices.ofOrder(seller, order.id()).orElseThrow();
    }

    private InvoiceParty party(SellerId seller, OrderFacts order) {
        var recipient = opened(seller, order, Purpose.DELIVERY, Recipient.KIND)
                .orElseThrow(() -> new CannotInvoice(
                        "A full invoice names the customer, and the address of order " + order.channelOrderId()
                                + " can no longer be opened.",
                        "Ask the buyer for the name and address, and issue it in your accounting program."));
        var vatNumber = opened(seller, order, Purpose.SERVICE, Buyer.KIND)
                .map(Buyer::vatNumber)
                .filter(number -> !number.isBlank());
        var name = recipient.company().isBlank() ? recipient.name() : recipient.company() + ", " + recipient.name();
        return new InvoiceParty(name, recipient.addressLines(), vatNumber);
    }

    private <T> Optional<T> opened(SellerId seller, OrderFacts order, Purpose purpose, RecordKind<T> kind) {
        var ref = new RecordRef(order.id().value(), order.subject());
        var outcomes = custody.in(
                seller,
                vault -> vault.open(new Opening(HubJob.INVOICING, purpose, "ISSUE_INVOICE"), kind, List.of(ref)));
        return Optional.ofNullable(outcomes.get(order.id().value())).flatMap(outcome -> outcome.opened());
    }
}

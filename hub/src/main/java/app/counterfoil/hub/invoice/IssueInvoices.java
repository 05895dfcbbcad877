package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.invoice.document.InvoiceDocument;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.store.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Issues the invoice of an order, once. The number is taken in the transaction that stores the invoice, so that a
 * series has neither gaps nor twins (SI 1995/2518 reg. 14(1)(a)).
 */
@Component
public class IssueInvoices {

    private final Orders orders;
    private final MoveOrders moveOrders;
    private final SellerDetails details;
    private final DraftInvoices drafts;
    private final InvoicePdf pdf;
    private final Invoices invoices;
    private final InvoiceRows rows;
    private final OpenInvoices open;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    IssueInvoices(
            Orders orders,
            MoveOrders moveOrders,
            SellerDetails details,
            DraftInvoices drafts,
            InvoicePdf pdf,
            Invoices invoices,
            InvoiceRows rows,
            OpenInvoices open,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.moveOrders = moveOrders;
        this.details = details;
        this.drafts = drafts;
        this.pdf = pdf;
        this.invoices = invoices;
        this.rows = rows;
        this.open = open;
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

    private Invoice issue(SellerId seller, OrderFacts order, boolean full, Optional<UUID> person) {
        var business = details.of(seller);
        var draft = drafts.of(seller, order, business, full);
        var party = draft.kind() == InvoiceKind.FULL
                ? Optional.of(party(seller, order, draft))
                : Optional.<InvoiceParty>empty();
        // Whatever can fail comes before the number: the number of a paper that nobody can print would be a gap.
        pdf.requirePrintable(document(order, business, draft, party));
        var series = (draft.kind() == InvoiceKind.WITHOUT_VAT ? "S" : "V")
                + clock.today().getYear();
        // Whoever issues another one at the same time waits here, and then sees this one.
        var number = rows.nextNumber(seller, series);
        if (invoices.ofOrder(seller, order.id()).isPresent()) {
            throw new CannotInvoice(
                    "Order " + order.channelOrderId() + " has just been invoiced.", "Open it to see the invoice.");
        }
        var id = UUID.randomUUID();
        var ends = party.map(named -> RetentionPolicy.taxRecord(draft.suppliedOn()));
        rows.insert(seller, id, series, number, order, business, draft, ends);
        party.ifPresent(named -> custody.in(seller, vault -> {
            vault.seal(List.of(new Sealing<>(InvoiceParty.KIND, id, order.subject(), ends.orElseThrow(), named)));
            return id;
        }));
        open.issued(seller, order.id());
        var invoice = invoices.ofOrder(seller, order.id()).orElseThrow();
        moveOrders.note(seller, List.of(order.id()), "INVOICE_ISSUED", invoice.number(), person);
        return invoice;
    }

    private InvoiceDocument document(
            OrderFacts order, Business business, DraftInvoice draft, Optional<InvoiceParty> party) {
        return new InvoiceDocument(
                draft.kind(),
                "not numbered yet",
                clock.today(),
                draft.suppliedOn(),
                InvoiceRows.supplier(business),
                party,
                draft.lines(),
                draft.sums(),
                draft.sterling().map(DraftInvoice.Sterling::vat),
                draft.notes(),
                order.channelOrderId());
    }

    private InvoiceParty party(SellerId seller, OrderFacts order, DraftInvoice draft) {
        var recipient = opened(seller, order, Purpose.DELIVERY, Recipient.KIND)
                .orElseThrow(() -> CannotInvoice.namesNobody(order, draft.because()));
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

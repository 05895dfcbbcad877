package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PinOrders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.Creditable;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Issues credit notes: one for each refund that was paid, and never more of an invoice than is left of it, of no line and at no
 * rate. A credit note names the customer where the invoice does, and nobody where that names nobody.
 */
@Component
public class IssueCreditNotes {

    private final Orders orders;
    private final PinOrders pin;
    private final Timeline timeline;
    private final Invoices invoices;
    private final StoredInvoices stored;
    private final CreditedSoFar credited;
    private final NumberInvoices numberInvoices;
    private final RefundsToCredit refunds;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    IssueCreditNotes(
            Orders orders,
            PinOrders pin,
            Timeline timeline,
            Invoices invoices,
            StoredInvoices stored,
            CreditedSoFar credited,
            NumberInvoices numberInvoices,
            RefundsToCredit refunds,
            Custody custody,
            SellerTransactions transactions,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.pin = pin;
        this.timeline = timeline;
        this.invoices = invoices;
        this.stored = stored;
        this.credited = credited;
        this.numberInvoices = numberInvoices;
        this.refunds = refunds;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A line of an invoice, and what can still be credited of it.
     *
     * @param description what it is; of an invoice for several orders with the number of its order before it
     * @param quantity how many
     * @param invoiced what was invoiced
     * @param left what is left, with VAT, in the sign of the line
     */
    public record Line(String description, int quantity, Money invoiced, Money left) {}

    /**
     * What can still be credited of an invoice.
     *
     * @param invoice the invoice
     * @param lines its lines
     * @param left what is left of it all, with VAT
     */
    public record Left(Invoice invoice, List<Line> lines, Money left) {}

    /** What is left of the invoice; empty if the seller has no such invoice, or it is itself a credit note. */
    public Optional<Left> left(SellerId seller, UUID invoice) {
        return transactions.in(seller, () -> stored.one(seller, invoice)
                .filter(found -> !found.invoice().isCreditNote())
                .map(found -> left(found, credited.of(seller, found))));
    }

    private static Left left(Stored found, Creditable creditable) {
        var lines = IntStream.range(0, found.lines().size())
                .mapToObj(line -> new Line(
                        ofOrder(found, line)
                                .map(order -> order.reference() + ": ")
                                .orElse("")
                                .concat(found.lines().get(line).description()),
                        found.lines().get(line).quantity(),
                        creditable.rows().get(line).figures().gross(),
                        creditable.remaining(line)))
                .toList();
        return new Left(found.invoice(), lines, creditable.remaining());
    }

    /**
     * Issues it.
     *
     * @param person who says that the money was paid back
     * @throws CannotInvoice if the invoice no longer counts, or the day cannot be
     * @throws Creditable.MoreThanInvoiced if less is left of the invoice
     */
    public Invoice of(SellerId seller, UUID invoice, CreditWish wish, UUID person) {
        var note = transactions.in(seller, () -> {
            // Whoever credits the same invoice at the same time waits here, and then sees this one.
            var unused = pin.pin(seller, invoices.ordersOf(seller, invoice));
            var found = stored.one(seller, invoice).orElseThrow(NoSuchOrder::new);
            refuseUnlessCreditable(found.invoice());
            var credits = creditedOrder(found, wish);
            refuseUnlessPaidBack(wish, credits.map(Replaced::suppliedOn).orElseGet(() -> found.invoice()
                    .suppliedOn()));
            var order = orders.one(seller, credits.map(Replaced::order).orElseGet(() -> found.invoice()
                            .order()))
                    .orElseThrow(NoSuchOrder::new);
            var figures = wish.part().of(credited.of(seller, found));
            var draft = credited.draft(seller, found, figures, wish);
            var issued = numberInvoices.write(seller, order, draft, customer(seller, found), () -> {});
            timeline.write(
                    seller,
                    List.of(order.id()),
                    InvoiceHappening.CREDIT_NOTE_ISSUED,
                    issued.number() + " of " + issued.gross().negated().shown() + " on "
                            + found.invoice().number() + ": " + wish.reason().title(),
                    Optional.of(person));
            refunds.settle(seller, order);
            return issued;
        });
        events.publishEvent(new InvoicesIssued(seller, List.of(note.id())));
        return note;
    }

    private static Optional<Replaced> ofOrder(Stored found, int line) {
        return found.invoice().isConsolidated()
                ? found.replaces().stream().filter(each -> each.holds(line + 1)).findFirst()
                : Optional.empty();
    }

    /** Of several orders, the one that is credited: a refund is one order's, and so is its credit note. */
    private static Optional<Replaced> creditedOrder(Stored found, CreditWish wish) {
        var invoice = found.invoice();
        if (!invoice.isConsolidated()) {
            return Optional.empty();
        }
        if (!(wish.part() instanceof CreditWish.Lines lines)) {
            throw new CannotInvoice(
                    "Invoice " + invoice.number() + " is for " + invoice.orders()
                            + " orders, so it is not told of which of them this takes something off.",
                    "Credit so much of each line, of the lines of one order.");
        }
        var touched = IntStream.range(0, lines.gross().size())
                .filter(line -> !lines.gross().get(line).isZero())
                .mapToObj(line -> ofOrder(found, line))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (touched.size() > 1) {
            throw new CannotInvoice(
                    "These are lines of " + touched.size() + " orders, and a credit note is of one order.",
                    "Issue one for each order: give amounts for the lines of one, then of the next.");
        }
        return Optional.of(touched.isEmpty() ? found.replaces().get(0) : touched.get(0));
    }

    private static void refuseUnlessCreditable(Invoice invoice) {
        if (invoice.isCreditNote()) {
            throw new CannotInvoice(
                    invoice.number() + " is a credit note itself.", "Choose the invoice on the page of its order.");
        }
        if (!invoice.counts()) {
            var later = invoice.replacedBy().orElseThrow();
            throw new CannotInvoice(
                    "Invoice " + invoice.number() + " no longer counts.",
                    "Credit " + later.number() + " in its place.");
        }
    }

    private void refuseUnlessPaidBack(CreditWish wish, LocalDate suppliedOn) {
        if (wish.paidBackOn().isAfter(clock.today())) {
            throw new CannotInvoice(
                    "The money cannot have been paid back on " + Written.day(wish.paidBackOn()) + ", which is to come.",
                    "Issue the credit note once it is paid, with the day of the payment.");
        }
        if (wish.paidBackOn().isBefore(suppliedOn)) {
            throw new CannotInvoice(
                    "The money cannot have been paid back on " + Written.day(wish.paidBackOn()) + ": the buyer paid on "
                            + Written.day(suppliedOn) + ".",
                    "Enter the day on which you paid it back.");
        }
    }

    private Optional<InvoiceParty> customer(SellerId seller, Stored found) {
        var invoice = found.invoice();
        if (invoice.partyEndsOn().isEmpty()) {
            return Optional.empty();
        }
        var ref = new RecordRef(invoice.id(), found.subject());
        var opening = new Opening(HubJob.INVOICING, Purpose.TAX_RECORD, "ISSUE_CREDIT_NOTE");
        var outcome = custody.in(seller, vault -> vault.openOne(opening, InvoiceParty.KIND, ref));
        return Optional.of(outcome.opened()
                .orElseThrow(() -> CannotInvoice.gone(
                        "The customer", invoice, invoice.partyEndsOn().orElseThrow())));
    }
}

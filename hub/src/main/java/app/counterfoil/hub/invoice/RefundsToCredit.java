package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersRefunded;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds that channels tell of and no credit note covers yet. */
@Component
public class RefundsToCredit {

    /** A credit note to a taxable person is due within 14 days of the decrease (SI 1995/2518 reg. 15C(4)). */
    private static final int DAYS_FOR_BUSINESSES = 14;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final Invoices invoices;
    private final BusinessClock clock;

    RefundsToCredit(
            JdbcClient db, SellerTransactions transactions, Orders orders, Invoices invoices, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
        this.invoices = invoices;
        this.clock = clock;
    }

    /**
     * A refund without a credit note.
     *
     * @param invoice the invoice it is to be credited of
     * @param open what was paid back and is not credited yet
     * @param seenOn the day on which the channel first told of it
     * @param dueBy the last day for the credit note; empty for a consumer, to whom none is owed by a day (reg. 15C(1A))
     */
    public record Refund(Invoice invoice, Money open, LocalDate seenOn, Optional<LocalDate> dueBy) {}

    private record Noted(OrderId order, LocalDate seenOn) {}

    /** Those to be looked at, whose day comes first first; those put aside if asked for. */
    public List<Refund> list(SellerId seller, boolean aside, int most) {
        return transactions.in(seller, () -> {
            var noted = db.sql(
                            """
                            SELECT order_id, seen_on FROM invoice_refund
                             WHERE seller_id = :seller AND aside = :aside ORDER BY seen_on, order_id LIMIT :most
                            """)
                    .param("seller", seller.value())
                    .param("aside", aside)
                    .param("most", most)
                    .query((row, number) ->
                            new Noted(new OrderId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)))
                    .list();
            return withInvoices(seller, noted);
        });
    }

    private List<Refund> withInvoices(SellerId seller, List<Noted> noted) {
        var facts = orders.of(seller, noted.stream().map(Noted::order).toList());
        var open = open(seller, facts);
        return noted.stream()
                .flatMap(each -> Optional.ofNullable(open.get(each.order())).stream()
                        .map(due -> new Refund(due.invoice(), due.amount(), each.seenOn(), due.dueBy(each.seenOn()))))
                .toList();
    }

    private record Open(Invoice invoice, Money amount, boolean toBusiness) {

        /** Those days begin with the day of the decrease (reg. 15C(1)). */
        Optional<LocalDate> dueBy(LocalDate seenOn) {
            return toBusiness ? Optional.of(seenOn.plusDays(DAYS_FOR_BUSINESSES - 1L)) : Optional.empty();
        }
    }

    /** What of these orders is invoiced, was paid back and is not credited. */
    private Map<OrderId, Open> open(SellerId seller, Collection<OrderFacts> asked) {
        var documents = invoices
                .documentsOf(seller, asked.stream().map(OrderFacts::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Invoice::order));
        var open = new HashMap<OrderId, Open>();
        for (var order : asked) {
            var ofOrder = documents.getOrDefault(order.id(), List.of());
            ofOrder.stream()
                    .filter(document -> !document.isCreditNote())
                    .filter(invoice ->
                            invoice.gross().currency().equals(order.refunded().currency()))
                    .findFirst()
                    .ifPresent(invoice -> {
                        var credited = credited(ofOrder);
                        var sold = invoice.ofOrder().gross();
                        var paidBack = order.refunded().compareTo(sold) < 0 ? order.refunded() : sold;
                        if (paidBack.compareTo(credited) > 0) {
                            open.put(order.id(), new Open(invoice, paidBack.minus(credited), order.business()));
                        }
                    });
        }
        return open;
    }

    private static Money credited(List<Invoice> documents) {
        var none = Money.zero(documents.get(0).gross().currency());
        return documents.stream()
                .filter(Invoice::isCreditNote)
                .map(note -> note.gross().negated())
                .reduce(none, Money::plus);
    }

    /** How much of this order was paid back and is not credited; empty if nothing is. */
    public Optional<Money> open(SellerId seller, OrderFacts order) {
        return Optional.ofNullable(transactions
                        .in(seller, () -> open(seller, List.of(order)))
                        .get(order.id()))
                .map(Open::amount);
    }

    /** Which of these orders were paid back something that is not credited. */
    Set<OrderId> openOf(SellerId seller, Collection<OrderFacts> asked) {
        return transactions.in(seller, () -> open(seller, asked)).keySet();
    }

    @EventListener
    void hear(OrdersRefunded refunded) {
        note(refunded.seller(), refunded.orders());
    }

    /** Notes that these were paid back; one that is noted keeps its day, unless it was put aside. */
    void note(SellerId seller, Collection<OrderId> refunded) {
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_refund (seller_id, order_id, seen_on)
                        SELECT :seller, invoice.order_id, :today
                          FROM invoice_invoice invoice
                         WHERE invoice.seller_id = :seller AND invoice.order_id = ANY (:orders)
                           AND invoice.replaces IS NULL AND invoice.credits IS NULL
                            ON CONFLICT (seller_id, order_id) DO UPDATE
                           SET seen_on = CASE WHEN invoice_refund.aside THEN EXCLUDED.seen_on ELSE invoice_refund.seen_on END,
                               aside = false
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(refunded))
                .param("today", clock.today())
                .update());
    }

    /** A credit note was issued: once all is covered, nothing is to be looked at any more. */
    void settle(SellerId seller, OrderFacts order) {
        if (open(seller, order).isEmpty()) {
            db.sql("DELETE FROM invoice_refund WHERE seller_id = :seller AND order_id = :order")
                    .param("seller", seller.value())
                    .param("order", order.id().value())
                    .update();
        }
    }

    /** A person says that no credit note is to be issued here, or takes that back. */
    public void putAside(SellerId seller, OrderId order, boolean aside) {
        transactions.run(seller, () -> db.sql(
                        "UPDATE invoice_refund SET aside = :aside WHERE seller_id = :seller AND order_id = :order")
                .param("seller", seller.value())
                .param("order", order.value())
                .param("aside", aside)
                .update());
    }
}

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells where an order has changed at the channel after its invoice was issued, and what is due. The invoice stands. */
@Component
public class ChangedSince {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final Invoices invoices;

    ChangedSince(JdbcClient db, SellerTransactions transactions, Orders orders, Invoices invoices) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
        this.invoices = invoices;
    }

    /**
     * A change.
     *
     * @param what what is different now
     * @param due which document is due because of it
     */
    public record Change(String what, String due) {

        private Change of(OrderFacts order) {
            return new Change("Order " + order.channelOrderId() + ": " + what, due);
        }
    }

    private record Told(UUID invoice, OrderId order) {}

    /** The changes of these invoices, by invoice; those whose orders are as they were are missing. */
    public Map<UUID, Change> of(SellerId seller, Collection<Invoice> issued) {
        var told = ofEachOrder(seller, issued);
        var now = orders.of(seller, told.stream().map(Invoice::order).toList()).stream()
                .collect(Collectors.toMap(OrderFacts::id, order -> order));
        var lines = goods(seller, issued);
        var credited = credited(seller, now.keySet());
        var changes = new HashMap<UUID, Change>();
        for (var invoice : told) {
            var order = now.get(invoice.order());
            if (order != null) {
                var none = Money.zero(invoice.gross().currency());
                var taken = credited.getOrDefault(order.id(), none);
                change(invoice, taken, lines.getOrDefault(new Told(invoice.id(), order.id()), List.of()), order)
                        .map(change -> invoice.isConsolidated() ? change.of(order) : change)
                        .ifPresent(change -> changes.putIfAbsent(invoice.id(), change));
            }
        }
        return changes;
    }

    /** One for several orders, once for each of them. */
    private List<Invoice> ofEachOrder(SellerId seller, Collection<Invoice> issued) {
        var told = new ArrayList<Invoice>();
        for (var invoice : issued) {
            if (invoice.isConsolidated()) {
                told.addAll(invoices.ofOrders(seller, invoices.ordersOf(seller, invoice.id())));
            } else {
                told.add(invoice);
            }
        }
        return told;
    }

    private Map<OrderId, Money> credited(SellerId seller, Collection<OrderId> of) {
        return invoices.documentsOf(seller, of).stream()
                .filter(Invoice::isCreditNote)
                .collect(Collectors.toMap(Invoice::order, note -> note.gross().negated(), Money::plus));
    }

    private static Optional<Change> change(Invoice invoice, Money credited, List<String> lines, OrderFacts order) {
        var left = invoice.ofOrder().gross().minus(credited);
        if (left.isZero()) {
            return Optional.empty();
        }
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.RETURNED) {
            return Optional.of(new Change(
                    "The order is " + order.state().title().toLowerCase(Locale.UK) + " now.",
                    "Once the money is paid back a credit note of up to " + left.shown() + " is due."));
        }
        if (!order.total().currency().equals(invoice.gross().currency())) {
            return Optional.of(new Change(
                    "The order is in " + order.total().currency() + " now.",
                    "A credit note of " + left.shown() + " and a new invoice are due."));
        }
        var more = order.total().minus(invoice.ofOrder().gross());
        if (more.minor() > 0 || more.plus(credited).minor() < 0) {
            return Optional.of(ofTotal(invoice, order, more.minor() > 0 ? more : more.plus(credited)));
        }
        var refunded = order.refunded().minus(credited);
        if (refunded.minor() > 0) {
            return Optional.of(new Change(
                    order.service().shortTitle() + " says " + order.refunded().shown() + " was paid back.",
                    "A credit note of " + refunded.shown() + " is due, dated the day of the payment."));
        }
        return !credited.isZero() || lines.equals(told(order))
                ? Optional.empty()
                : Optional.of(new Change(
                        "The lines of the order are others now, at the same total.",
                        "If that changes rates or goods, a credit note and a new invoice are due."));
    }

    private static Change ofTotal(Invoice invoice, OrderFacts order, Money more) {
        var what = "The order comes to " + order.total().shown() + " now; the invoice says "
                + invoice.ofOrder().gross().shown() + ".";
        return more.minor() > 0
                ? new Change(what, "A second invoice of " + more.shown() + " is due.")
                : new Change(what, "A credit note of " + more.negated().shown() + " is due, once it is paid back.");
    }

    private static List<String> told(OrderFacts order) {
        return order.lines().stream()
                .map(line -> line.quantity() + " " + line.title())
                .sorted()
                .toList();
    }

    private Map<Told, List<String>> goods(SellerId seller, Collection<Invoice> issued) {
        record Row(Told of, String told) {}
        return transactions
                .in(seller, () -> db.sql(
                                """
                                SELECT line.invoice_id, COALESCE(part.order_id, invoice.order_id), line.quantity, line.description
                                  FROM invoice_line line
                                  JOIN invoice_invoice invoice
                                    ON invoice.seller_id = line.seller_id AND invoice.invoice_id = line.invoice_id
                                  LEFT JOIN invoice_replaced part
                                         ON part.seller_id = line.seller_id AND part.later_id = line.invoice_id
                                        AND line.line BETWEEN part.first_line AND part.last_line
                                 WHERE line.seller_id = :seller AND line.invoice_id = ANY (:invoices) AND line.part = :goods
                                """)
                        .param("seller", seller.value())
                        .param("invoices", issued.stream().map(Invoice::id).toArray(UUID[]::new))
                        .param("goods", InvoiceLine.Part.GOODS.name())
                        .query((row, number) -> new Row(
                                new Told(row.getObject(1, UUID.class), new OrderId(row.getObject(2, UUID.class))),
                                row.getInt(3) + " " + row.getString(4)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Row::of,
                        Collectors.mapping(
                                Row::told, Collectors.collectingAndThen(Collectors.toList(), told -> told.stream()
                                        .sorted()
                                        .toList()))));
    }
}

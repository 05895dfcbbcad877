package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Personal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds other orders that may stand on one invoice with an order: of the same month, place and customer. Those that go to the same
 * postcode are found by its token; at most two hundred of them are opened at once by the hub, which only compares them.
 */
@Component
public class OrdersOfOneCustomer {

    private static final int MOST = 200;
    private static final String WHY = "COMPARE_CUSTOMERS";

    private static final String SHORT = InvoiceRows.SELECT
            + """
               AND invoice.kind = :kind AND later.invoice_id IS NULL AND invoice.credits IS NULL
               AND invoice.supplied_on >= :first AND invoice.supplied_on < :next
               AND invoice.currency = :currency
               AND invoice.territory = (SELECT own.territory FROM invoice_invoice own
                                         WHERE own.seller_id = :seller AND own.invoice_id = :own)
               AND invoice.order_id = ANY (:orders) AND invoice.invoice_id <> :own
               AND NOT EXISTS (SELECT FROM invoice_invoice note
                                WHERE note.seller_id = :seller AND note.credits = invoice.invoice_id)
             ORDER BY invoice.supplied_on, invoice.series, invoice.number
             LIMIT :most
            """;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Orders orders;
    private final Invoices invoices;
    private final RefundsToCredit refunds;
    private final CustomersOfInvoices customers;

    OrdersOfOneCustomer(
            JdbcClient db,
            SellerTransactions transactions,
            Orders orders,
            Invoices invoices,
            RefundsToCredit refunds,
            CustomersOfInvoices customers) {
        this.db = db;
        this.transactions = transactions;
        this.orders = orders;
        this.invoices = invoices;
        this.refunds = refunds;
        this.customers = customers;
    }

    /**
     * What may stand on one invoice with an order.
     *
     * @param own the short invoice of the order itself; empty if it has none, and then nothing may
     * @param others the short invoices of the others, by their times of supply
     */
    public record Found(Optional<Invoice> own, List<Invoice> others) {

        /** Copies the list. */
        public Found {
            others = List.copyOf(others);
        }
    }

    /**
     * Those of an order.
     *
     * @throws NoSuchOrder if it is not the seller's
     */
    public Found with(SellerId seller, OrderId id) {
        return transactions.in(seller, () -> {
            var order = orders.one(seller, id).orElseThrow(NoSuchOrder::new);
            var own = invoices.ofOrder(seller, id)
                    .filter(invoice -> invoice.kind() == InvoiceKind.SIMPLIFIED)
                    .filter(invoice -> order.state() != OrderState.CANCELLED);
            return new Found(
                    own, own.map(invoice -> others(seller, order, invoice)).orElse(List.of()));
        });
    }

    private List<Invoice> others(SellerId seller, OrderFacts order, Invoice own) {
        var party =
                Optional.ofNullable(customers.of(seller, List.of(order), WHY).get(order.id()));
        if (party.isEmpty()) {
            return List.of();
        }
        var known = CustomersOfInvoices.known(party.get());
        var nearby = alike(seller, own, customers.nearby(seller, party.get(), WHY));
        var facts = orders
                .withoutLines(seller, nearby.stream().map(Invoice::order).toList())
                .stream()
                .filter(each -> each.state() != OrderState.CANCELLED)
                .collect(Collectors.toMap(OrderFacts::id, Function.identity()));
        var same = sameCustomer(seller, facts, known);
        return nearby.stream().filter(invoice -> same.contains(invoice.order())).toList();
    }

    private Collection<OrderId> sameCustomer(SellerId seller, Map<OrderId, OrderFacts> facts, Personal<String> known) {
        var refunded = refunds.openOf(seller, facts.values());
        return customers.of(seller, facts.values(), WHY).entrySet().stream()
                .filter(each -> CustomersOfInvoices.known(each.getValue()).equals(known))
                .map(Map.Entry::getKey)
                .filter(id -> !refunded.contains(id))
                .collect(Collectors.toSet());
    }

    private List<Invoice> alike(SellerId seller, Invoice own, Collection<OrderId> of) {
        var first = own.suppliedOn().withDayOfMonth(1);
        return db.sql(SHORT)
                .param("seller", seller.value())
                .param("kind", InvoiceKind.SIMPLIFIED.name())
                .param("own", own.id())
                .param("first", first)
                .param("next", first.plusMonths(1))
                .param("currency", own.gross().currency().getCurrencyCode())
                .param("orders", OrderId.values(of))
                .param("most", MOST)
                .query((row, number) -> InvoiceRows.invoice(row))
                .list();
    }
}

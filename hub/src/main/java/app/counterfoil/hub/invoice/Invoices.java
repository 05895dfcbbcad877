package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which invoices the seller has issued. */
@Component
public class Invoices {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    Invoices(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The invoices issued last, the latest first. */
    public List<Invoice> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM invoice_invoice WHERE seller_id = :seller
                         ORDER BY issued_at DESC, series DESC, number DESC LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }

    /** The invoice of an order. */
    public Optional<Invoice> ofOrder(SellerId seller, OrderId order) {
        return ofOrders(seller, List.of(order)).stream().findFirst();
    }

    /** The invoices of these orders, those that have one. */
    public List<Invoice> ofOrders(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(
                        "SELECT * FROM invoice_invoice WHERE seller_id = :seller AND order_id = ANY (:orders)")
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }
}

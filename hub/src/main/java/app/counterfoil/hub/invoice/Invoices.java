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

    /** The invoices issued last, the latest first; those that no longer count are among them. */
    public List<Invoice> latest(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(InvoiceRows.SELECT
                        + " ORDER BY invoice.issued_at DESC, invoice.series DESC, invoice.number DESC LIMIT :most")
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }

    /** The document; empty if the seller has no such one. */
    public Optional<Invoice> one(SellerId seller, UUID id) {
        return transactions.in(seller, () -> db.sql(InvoiceRows.SELECT + " AND invoice.invoice_id = :invoice")
                .param("seller", seller.value())
                .param("invoice", id)
                .query((row, number) -> InvoiceRows.invoice(row))
                .optional());
    }

    /** The invoice of that number, as it stands on its paper; empty if there is none. */
    public Optional<Invoice> numbered(SellerId seller, String typed) {
        return InvoiceNumber.read(typed)
                .flatMap(number -> transactions.in(seller, () -> db.sql(
                                InvoiceRows.SELECT + " AND invoice.series = :series AND invoice.number = :number")
                        .param("seller", seller.value())
                        .param("series", number.series())
                        .param("number", number.inSeries())
                        .query((row, at) -> InvoiceRows.invoice(row))
                        .optional()));
    }

    /** The orders that the document is for, in their order on it; none if there is no such document. */
    public List<OrderId> ordersOf(SellerId seller, UUID document) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT COALESCE(part.order_id, invoice.order_id) FROM invoice_invoice invoice
                          LEFT JOIN invoice_replaced part
                                 ON part.seller_id = invoice.seller_id AND part.later_id = invoice.invoice_id
                         WHERE invoice.seller_id = :seller AND invoice.invoice_id = :invoice
                         ORDER BY part.first_line
                        """)
                .param("seller", seller.value())
                .param("invoice", document)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Why the lines of an invoice bear the VAT they bear, with the rule, each once; an invoice in place of another has none. */
    public List<String> reasons(SellerId seller, UUID invoice) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT reason || ' (' || rule || ')' FROM invoice_line
                         WHERE seller_id = :seller AND invoice_id = :invoice AND reason <> ''
                         GROUP BY reason, rule ORDER BY min(line)
                        """)
                .param("seller", seller.value())
                .param("invoice", invoice)
                .query(String.class)
                .list());
    }

    /** The invoice of an order, the one that counts. */
    public Optional<Invoice> ofOrder(SellerId seller, OrderId order) {
        return ofOrders(seller, List.of(order)).stream().findFirst();
    }

    /** The invoices of these orders that count, one for each order that has one; one for several stands there for each. */
    public List<Invoice> ofOrders(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(
                        InvoiceRows.OF_ORDERS + " AND later.invoice_id IS NULL AND invoice.credits IS NULL")
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }

    /** The same, and what credits them, in the order of issue. */
    public List<Invoice> documentsOf(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(InvoiceRows.OF_ORDERS
                        + " AND later.invoice_id IS NULL"
                        + " ORDER BY invoice.issued_at, invoice.series, invoice.number")
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> InvoiceRows.invoice(row))
                .list());
    }
}

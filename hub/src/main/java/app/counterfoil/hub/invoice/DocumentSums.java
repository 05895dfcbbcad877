package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What invoices and credit notes of orders come to, each sale once. */
@Component
public class DocumentSums {

    private final JdbcClient db;
    private final SellerTransactions transactions;

    DocumentSums(JdbcClient db, SellerTransactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * What the documents of an order come to.
     *
     * @param invoiced what was invoiced, VAT included
     * @param credited what was credited of it, above nought
     */
    public record Sums(Money invoiced, Money credited) {}

    /** Of each of these orders that has an invoice. */
    public Map<OrderId, Sums> of(SellerId seller, Collection<OrderId> orders) {
        var sums = new HashMap<OrderId, Sums>();
        transactions.run(seller, () -> db.sql(
                        """
                        SELECT invoice.order_id, invoice.currency,
                               COALESCE(sum(line.gross_minor) FILTER (WHERE invoice.credits IS NULL), 0) AS invoiced,
                               COALESCE(-sum(line.gross_minor) FILTER (WHERE invoice.credits IS NOT NULL), 0) AS credited
                          FROM invoice_invoice invoice
                          JOIN invoice_line line USING (seller_id, invoice_id)
                         WHERE invoice.seller_id = :seller AND invoice.replaces IS NULL AND invoice.order_id = ANY (:orders)
                         GROUP BY invoice.order_id, invoice.currency
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query(row -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    sums.put(
                            new OrderId(row.getObject("order_id", UUID.class)),
                            new Sums(
                                    new Money(row.getLong("invoiced"), currency),
                                    new Money(row.getLong("credited"), currency)));
                }));
        return sums;
    }
}

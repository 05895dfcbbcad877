package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders that have left and have no invoice yet: those to be tried, and those that a person has to look at. */
@Component
public class InvoicesDue {

    /** What could not be issued is tried again by itself, for the reason may be gone. */
    private static final Duration AGAIN = Duration.ofHours(6);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    InvoicesDue(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An order that could not be invoiced.
     *
     * @param order the order
     * @param wrong why
     * @param mend what to do about it
     * @param waitsFor where a person mends it
     * @param aside whether a person said that none is to be issued here
     */
    public record OpenInvoice(OrderId order, String wrong, String mend, WaitsFor waitsFor, boolean aside) {

        private static OpenInvoice read(ResultSet row) throws SQLException {
            return new OpenInvoice(
                    new OrderId(row.getObject("order_id", UUID.class)),
                    row.getString("wrong"),
                    row.getString("mend"),
                    WaitsFor.valueOf(row.getString("waits_for")),
                    row.getBoolean("aside"));
        }
    }

    /** What a person has to look at, the longest due first. */
    public List<OpenInvoice> refused(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT * FROM invoice_open
                         WHERE seller_id = :seller AND wrong <> '' AND NOT aside
                         ORDER BY due_at, order_id LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query((row, number) -> OpenInvoice.read(row))
                .list());
    }

    /** What is open for one order. */
    public Optional<OpenInvoice> of(SellerId seller, OrderId order) {
        return transactions.in(
                seller, () -> db.sql("SELECT * FROM invoice_open WHERE seller_id = :seller AND order_id = :order")
                        .param("seller", seller.value())
                        .param("order", order.value())
                        .query((row, number) -> OpenInvoice.read(row))
                        .optional());
    }

    /** Those of these orders whose invoice is still to be issued, and was not put aside. */
    List<OrderId> open(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id FROM invoice_open
                         WHERE seller_id = :seller AND order_id = ANY (:orders) AND NOT aside
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    /** A person says that no invoice is to be issued here. */
    public void putAside(SellerId seller, OrderId order) {
        transactions.run(seller, () -> db.sql(
                        "UPDATE invoice_open SET aside = true WHERE seller_id = :seller AND order_id = :order")
                .param("seller", seller.value())
                .param("order", order.value())
                .update());
    }

    /** Whatever waits is tried at once, for something was mended. */
    public void tryNow(SellerId seller) {
        transactions.run(
                seller, () -> db.sql("UPDATE invoice_open SET next_try = :now WHERE seller_id = :seller AND NOT aside")
                        .param("seller", seller.value())
                        .param("now", clock.now().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** These of the orders have neither an invoice nor are they known as open. */
    List<OrderId> missing(SellerId seller, Collection<OrderId> orders) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT asked.order_id
                          FROM unnest(CAST(:orders AS uuid[])) AS asked (order_id)
                         WHERE NOT EXISTS (SELECT FROM invoice_invoice issued
                                            WHERE issued.seller_id = :seller AND issued.order_id = asked.order_id)
                           AND NOT EXISTS (SELECT FROM invoice_open open
                                            WHERE open.seller_id = :seller AND open.order_id = asked.order_id)
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Notes that these orders are to be invoiced; those that are known stay as they are. */
    void due(SellerId seller, Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var missing = missing(seller, orders);
        transactions.run(seller, () -> db.sql(
                        """
                        INSERT INTO invoice_open (seller_id, order_id, due_at, next_try)
                        SELECT :seller, unnest(CAST(:orders AS uuid[])), :now, :now
                            ON CONFLICT DO NOTHING
                        """)
                .param("seller", seller.value())
                .param("orders", OrderId.values(missing))
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .update());
    }

    /** The orders whose turn it is. */
    List<OrderId> toTry(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT order_id FROM invoice_open
                         WHERE seller_id = :seller AND NOT aside AND next_try <= :now
                         ORDER BY next_try, order_id LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Notes why it was not possible; true if that is news. */
    boolean notIssued(SellerId seller, OrderId order, Refusal refused) {
        var before = of(seller, order).map(OpenInvoice::wrong).orElse("");
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE invoice_open SET wrong = :wrong, mend = :mend, waits_for = :waitsFor, next_try = :again
                         WHERE seller_id = :seller AND order_id = :order
                        """)
                .param("seller", seller.value())
                .param("order", order.value())
                .param("wrong", refused.wrong())
                .param("mend", refused.mend())
                .param(
                        "waitsFor",
                        (refused instanceof CannotInvoice cannot ? cannot.waitsFor() : WaitsFor.ORDER).name())
                .param("again", clock.now().plus(AGAIN).atOffset(ZoneOffset.UTC))
                .update());
        return !before.equals(refused.wrong());
    }

    /** It is issued. */
    void issued(SellerId seller, OrderId order) {
        transactions.run(
                seller, () -> db.sql("DELETE FROM invoice_open WHERE seller_id = :seller AND order_id = :order")
                        .param("seller", seller.value())
                        .param("order", order.value())
                        .update());
    }
}

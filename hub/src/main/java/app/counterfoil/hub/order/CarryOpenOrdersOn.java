package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.DayTurned;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.RecordRef;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries the personal data of orders that still have a way to go on, every night to a full week ahead: an open order
 * never reaches its end, and one that nobody carries on for a week ends by itself.
 */
@Component
class CarryOpenOrdersOn {

    private static final String DUE =
            """
            SELECT order_id, subject_id
              FROM order_order
             WHERE seller_id = :seller AND state IN ('AWAITING_PAYMENT', 'OPEN', 'READY', 'ON_HOLD')
               AND personal_ends_on > :today AND personal_ends_on < :end
             ORDER BY order_id
             LIMIT 2000
               FOR UPDATE
            """;

    private final JdbcClient db;
    private final Custody custody;
    private final SellerTransactions transactions;
    private final KnownOrders known;
    private final TypedRecipients typed;

    CarryOpenOrdersOn(
            JdbcClient db, Custody custody, SellerTransactions transactions, KnownOrders known, TypedRecipients typed) {
        this.db = db;
        this.custody = custody;
        this.transactions = transactions;
        this.known = known;
        this.typed = typed;
    }

    @EventListener
    void when(DayTurned turned) {
        while (carryOn(turned.seller(), turned.today()) > 0) {
            // The next batch.
        }
    }

    private int carryOn(SellerId seller, LocalDate today) {
        return transactions.in(seller, () -> {
            var due = db.sql(DUE)
                    .param("seller", seller.value())
                    .param("today", today)
                    .param("end", RetentionPolicy.orderOpen(today))
                    .query((row, number) ->
                            new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))))
                    .list();
            if (!due.isEmpty()) {
                seal(seller, due, RetentionPolicy.orderOpen(today), "ORDER_STILL_OPEN");
            }
            return due.size();
        });
    }

    /** Seals the data of these orders to a later day, in the running transaction. */
    void seal(SellerId seller, List<RecordRef> orders, LocalDate end, String reason) {
        var ends = new LinkedHashMap<RecordRef, LocalDate>();
        orders.forEach(order -> ends.put(order, end));
        custody.in(
                seller,
                vault -> vault.carryOn(new Opening(HubJob.RETENTION, Purpose.DELIVERY, reason), Recipient.KIND, ends));
        typed.carryOn(seller, new Opening(HubJob.RETENTION, Purpose.DELIVERY, reason), orders, end);
        custody.in(
                seller,
                vault -> vault.carryOn(new Opening(HubJob.RETENTION, Purpose.SERVICE, reason), Buyer.KIND, ends));
        known.personalEnds(
                seller, orders.stream().map(ref -> new OrderId(ref.id())).toList(), end);
    }
}

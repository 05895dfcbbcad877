package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries the personal data of orders that still have a way to go on, every night to a full week ahead: an open order
 * never reaches its end, and one that nobody carries on for a week ends by itself.
 */
@Component
class CarryOpenOrdersOn implements HearsDayTurn {

    private static final String DUE =
            """
            SELECT order_id, subject_id, CASE WHEN state = 'ON_HOLD' THEN holds[1] ELSE state END AS because
              FROM order_order
             WHERE seller_id = :seller AND state IN (%s)
               AND personal_ends_on > :today AND personal_ends_on < :end
             ORDER BY order_id
             LIMIT 2000
               FOR UPDATE
            """
                    .formatted(OrderState.OPEN_ONES);

    private static final String EXTENDED =
            """
            UPDATE order_order held
               SET extended_on = :today, extended_because = fresh.because
              FROM unnest(:orders::uuid[], :reasons::text[]) AS fresh (order_id, because)
             WHERE held.seller_id = :seller AND held.order_id = fresh.order_id
            """;

    /** An order that is carried on, and why it is still open. */
    private record Due(RecordRef ref, String because) {}

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final CarryPeopleOn carryPeopleOn;

    CarryOpenOrdersOn(JdbcClient db, SellerTransactions transactions, CarryPeopleOn carryPeopleOn) {
        this.db = db;
        this.transactions = transactions;
        this.carryPeopleOn = carryPeopleOn;
    }

    @Override
    public void dayTurned(SellerId seller, LocalDate today) {
        while (carryOn(seller, today) > 0) {
            // The next batch.
        }
    }

    private int carryOn(SellerId seller, LocalDate today) {
        return transactions.in(seller, () -> {
            var due = db.sql(DUE)
                    .param("seller", seller.value())
                    .param("today", today)
                    .param("end", RetentionPolicy.orderOpen(today))
                    .query((row, number) -> new Due(
                            new RecordRef(row.getObject(1, UUID.class), new SubjectId(row.getObject(2, UUID.class))),
                            row.getString(3)))
                    .list();
            if (!due.isEmpty()) {
                var end = PeopleEnd.both(RetentionPolicy.orderOpen(today));
                carryPeopleOn.until(end, seller, due.stream().map(Due::ref).toList(), "ORDER_STILL_OPEN");
                writeReasons(seller, due, today);
            }
            return due.size();
        });
    }

    private void writeReasons(SellerId seller, List<Due> due, LocalDate today) {
        db.sql(EXTENDED)
                .param("today", today)
                .param("orders", due.stream().map(each -> each.ref().id()).toArray(UUID[]::new))
                .param("reasons", due.stream().map(Due::because).toArray(String[]::new))
                .param("seller", seller.value())
                .update();
    }
}

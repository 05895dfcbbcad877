package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which bookings are void and still stand at their couriers. */
@Component
class ToCallOff {

    private static final String MARK =
            """
            UPDATE dispatch_shipment
               SET state = 'TO_CALL_OFF', claimed_until = now(), call_off_tries = 0, wrong = :why,
                   mend = 'Destroy its paper: a void label found in the post is charged.'
             WHERE seller_id = :seller AND order_id = ANY (:orders) AND shipment_id <> :but
               AND state IN (%s)
            RETURNING *
            """
                    .formatted(ShipmentState.BOUGHT_ONES);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Duration settle;

    /** @param settle after so long what was asked has surely arrived or not */
    ToCallOff(
            JdbcClient db,
            SellerTransactions transactions,
            @Value("${counterfoil.dispatch.settle:60s}") Duration settle) {
        this.db = db;
        this.transactions = transactions;
        this.settle = settle;
    }

    /** The other bookings of its order that have not left are void, since this one stands for them. */
    List<Shipment> others(SellerId seller, Shipment than) {
        return mark(seller, List.of(than.order()), than.id(), "A newer label stands for it.");
    }

    /** The bookings of these orders that have not left are void, since the orders are cancelled. */
    List<Shipment> ofCancelled(SellerId seller, Collection<OrderId> orders) {
        return mark(seller, orders, new UUID(0, 0), "Its order was cancelled.");
    }

    /** The bookings of these orders that have not left are void, since the channel has changed what goes where. */
    List<Shipment> ofEdited(SellerId seller, Collection<OrderId> orders) {
        return mark(seller, orders, new UUID(0, 0), "Its order was changed after it was booked.");
    }

    private List<Shipment> mark(SellerId seller, Collection<OrderId> orders, UUID but, String why) {
        return transactions.in(seller, () -> db.sql(MARK)
                .param("why", why)
                .param("seller", seller.value())
                .param("orders", OrderId.values(orders))
                .param("but", but)
                .query((row, number) -> Shipments.shipment(row))
                .list());
    }

    /** The orders with a booking that has not left. */
    List<OrderId> ordersWithBookings(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT DISTINCT order_id FROM dispatch_shipment
                         WHERE seller_id = :seller AND state IN (%s)
                        """
                                .formatted(ShipmentState.BOUGHT_ONES))
                .param("seller", seller.value())
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Claims the next one to be called off, so that one asks and nobody else. */
    Optional<Claimed> claim(SellerId seller, Collection<UUID> butThese) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET claimed_until = now() + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id = (
                               SELECT shipment_id FROM dispatch_shipment
                                WHERE seller_id = :seller AND state = 'TO_CALL_OFF' AND claimed_until <= now()
                                  AND shipment_id <> ALL (:but)
                                ORDER BY claimed_until, shipment_id
                                LIMIT 1
                                  FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("seller", seller.value())
                .param("but", butThese.toArray(UUID[]::new))
                .query((row, number) -> new Claimed(Shipments.shipment(row), row.getInt("call_off_tries")))
                .optional());
    }

    /**
     * A booking to be called off.
     *
     * @param shipment the booking
     * @param triesInVain how often that was asked without an answer
     */
    record Claimed(Shipment shipment, int triesInVain) {}

    /** It is called off. */
    void done(SellerId seller, Shipment shipment) {
        to(ShipmentState.CALLED_OFF, seller, shipment, "", "");
    }

    /** A person has to call it off, and say that it is done. */
    void byHand(SellerId seller, Shipment shipment, String wrong, String mend) {
        to(ShipmentState.CALL_OFF_BY_HAND, seller, shipment, wrong, mend);
    }

    private void to(ShipmentState state, SellerId seller, Shipment shipment, String wrong, String mend) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET state = :state, wrong = CASE WHEN :wrong = '' THEN wrong ELSE :wrong END,
                               mend = CASE WHEN :mend = '' THEN mend ELSE :mend END
                         WHERE seller_id = :seller AND shipment_id = :shipment
                           AND state IN ('TO_CALL_OFF', 'CALL_OFF_BY_HAND')
                        """)
                .param("state", state.name())
                .param("wrong", wrong)
                .param("mend", mend)
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /** It is not known whether it was called off; it is tried again, later each time. */
    void again(SellerId seller, Shipment shipment, Refusal why, boolean asked) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET call_off_tries = call_off_tries + :asked, wrong = :wrong,
                               mend = 'It is void: destroy its paper. We call it off again by ourselves.',
                               claimed_until = now() + make_interval(
                                   secs => :settle * power(2, LEAST(call_off_tries, 6)))
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state = 'TO_CALL_OFF'
                        """)
                .param("asked", asked ? 1 : 0)
                .param("wrong", why.wrong())
                .param("settle", settle.toMillis() / 1000.0)
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }
}

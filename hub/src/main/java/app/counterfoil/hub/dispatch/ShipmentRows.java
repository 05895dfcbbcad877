package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.RetentionPolicy;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was asked of the courier and what came of it; each method is one transaction. */
@Component
class ShipmentRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final MoveOrders orders;
    private final BusinessClock clock;

    ShipmentRows(
            JdbcClient db, SellerTransactions transactions, Custody custody, MoveOrders orders, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * The intent to buy: afterwards nobody else buys for this order until the outcome is known. Empty if somebody else
     * was faster.
     *
     * @param anew whether an earlier label does not stand in the way
     */
    Optional<Shipment> intend(
            SellerId seller, OrderId order, UUID account, ParcelWish wish, String because, boolean anew) {
        var shipment = UUID.randomUUID();
        return transactions.in(seller, () -> db.sql(
                        """
                        INSERT INTO dispatch_shipment
                               (seller_id, shipment_id, order_id, label_no, account_id, state, service_code,
                                package_format, weight_grams, made_because, reference, claimed_until, asked_at)
                        SELECT :seller, :shipment, :order, 1 + COALESCE(max(label_no), 0), :account, 'BOOKING', :service,
                               :format, :weight, :because, :reference, now() + interval '5 minutes', :now
                          FROM dispatch_shipment
                         WHERE seller_id = :seller AND order_id = :order
                        HAVING count(*) FILTER (WHERE state = 'BOOKING') = 0
                           AND (:anew OR count(*) FILTER (WHERE state NOT IN ('REFUSED', 'REPLACED')) = 0)
                            ON CONFLICT (seller_id, order_id, label_no) DO NOTHING
                        RETURNING *
                        """)
                .param("seller", seller.value())
                .param("shipment", shipment)
                .param("order", order.value())
                .param("account", account)
                .param("service", wish.serviceCode())
                .param("format", wish.format())
                .param("weight", wish.weight().grams())
                .param("because", because)
                .param("reference", "CF-" + shipment.toString().replace("-", "").substring(0, 20))
                .param("now", now())
                .param("anew", anew)
                .query((row, number) -> Shipments.shipment(row))
                .optional());
    }

    /** Claims an unknown outcome, so that one asks and nobody else; empty while another does or it is too early. */
    Optional<Shipment> claim(SellerId seller, UUID shipment) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET claimed_until = now() + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state = 'BOOKING'
                           AND claimed_until <= now()
                        RETURNING *
                        """)
                .param("seller", seller.value())
                .param("shipment", shipment)
                .query((row, number) -> Shipments.shipment(row))
                .optional());
    }

    /** The outcome is not known; it can be asked for after a while, when what was sent has surely arrived or not. */
    void unknown(SellerId seller, Shipment shipment, Refusal why, Duration settle) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET wrong = :wrong, mend = :mend, claimed_until = now() + make_interval(secs => :settle)
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state = 'BOOKING'
                        """)
                .param("wrong", why.wrong())
                .param(
                        "mend",
                        "It is not known whether the label was bought. We ask the courier by ourselves;"
                                + " nothing is bought twice.")
                .param("settle", settle.toMillis() / 1000.0)
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /** Nothing was bought. */
    void refused(SellerId seller, Shipment shipment, Refusal why) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET state = 'REFUSED', wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state = 'BOOKING'
                        """)
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /** It was bought: the label is sealed, and an earlier one that has not left is replaced. Returns what was replaced. */
    List<Shipment> booked(
            SellerId seller, Shipment shipment, Booking booking, SubjectId subject, Optional<UUID> person) {
        return transactions.in(seller, () -> {
            var end = booking.label().map(label -> RetentionPolicy.labelMade(clock.today()));
            int changed = db.sql(
                            """
                            UPDATE dispatch_shipment
                               SET state = :state, courier_order_id = :courierOrder, tracking_number = :tracking,
                                   booked_at = :now, label_ends_on = CAST(:ends AS date), wrong = '', mend = ''
                             WHERE seller_id = :seller AND shipment_id = :shipment AND state = 'BOOKING'
                            """)
                    .param("state", end.isPresent() ? "BOOKED" : "PRINT_AT_COURIER")
                    .param("courierOrder", booking.courierOrderId())
                    .param("tracking", booking.trackingNumber())
                    .param("now", now())
                    .param("ends", end.map(LocalDate::toString).orElse(null))
                    .param("seller", seller.value())
                    .param("shipment", shipment.id())
                    .update();
            if (changed == 0) {
                return List.<Shipment>of();
            }
            booking.label()
                    .ifPresent(label -> custody.in(seller, vault -> {
                        vault.seal(List.of(new Sealing<>(
                                LabelDocument.KIND,
                                shipment.id(),
                                subject,
                                RetentionPolicy.labelMade(clock.today()),
                                label)));
                        return shipment;
                    }));
            var detail = shipment.madeBecause().equals("FIRST") ? "" : shipment.madeBecause();
            orders.note(
                    seller,
                    List.of(shipment.order()),
                    detail.isEmpty() ? "LABEL_MADE" : "NEW_LABEL_MADE",
                    detail,
                    person);
            return db.sql(
                            """
                            UPDATE dispatch_shipment SET state = 'REPLACED'
                             WHERE seller_id = :seller AND order_id = :order AND shipment_id <> :shipment
                               AND state IN ('BOOKED', 'PRINT_AT_COURIER')
                            RETURNING *
                            """)
                    .param("seller", seller.value())
                    .param("order", shipment.order().value())
                    .param("shipment", shipment.id())
                    .query((row, number) -> Shipments.shipment(row))
                    .list();
        });
    }

    void printed(SellerId seller, List<UUID> shipments) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET printed_at = :now
                         WHERE seller_id = :seller AND shipment_id = ANY (:shipments)
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("shipments", shipments.toArray(UUID[]::new))
                .update());
    }

    void dispatched(SellerId seller, List<UUID> shipments) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET state = 'DISPATCHED', dispatched_at = :now, channel_state = 'WAITING', channel_due = :now
                         WHERE seller_id = :seller AND shipment_id = ANY (:shipments)
                           AND state IN ('BOOKED', 'PRINT_AT_COURIER')
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("shipments", shipments.toArray(UUID[]::new))
                .update());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

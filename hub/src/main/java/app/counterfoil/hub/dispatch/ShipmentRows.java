package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.PinOrders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was asked of the courier and what came of it; each method is one transaction. */
@Component
class ShipmentRows {

    private static final String LABEL_TO_COME =
            "Nothing to do: we ask for the label by ourselves; the parcel is bought once.";

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final RetentionPolicies policies;
    private final Timeline timeline;
    private final PinOrders pinOrders;
    private final ParcelLines parcelLines;
    private final ToCallOff toCallOff;
    private final BusinessClock clock;

    ShipmentRows(
            JdbcClient db,
            SellerTransactions transactions,
            Custody custody,
            RetentionPolicies policies,
            Timeline timeline,
            PinOrders pinOrders,
            ParcelLines parcelLines,
            ToCallOff toCallOff,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.policies = policies;
        this.timeline = timeline;
        this.pinOrders = pinOrders;
        this.parcelLines = parcelLines;
        this.toCallOff = toCallOff;
        this.clock = clock;
    }

    /**
     * The intent to buy: afterwards nobody else buys for this order until the outcome is known. Empty if somebody else
     * was faster, or if the order has moved meanwhile; it cannot move before the intent is committed.
     *
     * @param tracked whether the service gives a tracking number
     * @param anew whether an earlier label does not stand in the way
     * @param contents how many pieces of each line go into the parcel, by the channel's line number
     */
    Optional<Shipment> intend(
            SellerId seller,
            OrderId order,
            UUID account,
            ParcelWish wish,
            boolean tracked,
            String because,
            boolean anew,
            Map<String, Integer> contents) {
        return transactions.in(seller, () -> {
            var state = pinOrders.pin(seller, List.of(order)).get(order);
            if (state != OrderState.READY && !(anew && state == OrderState.DISPATCHED)) {
                return Optional.<Shipment>empty();
            }
            var intended = insert(seller, order, account, wish, tracked, because, anew);
            intended.ifPresent(shipment -> parcelLines.put(seller, shipment.id(), contents));
            return intended;
        });
    }

    private Optional<Shipment> insert(
            SellerId seller,
            OrderId order,
            UUID account,
            ParcelWish wish,
            boolean tracked,
            String because,
            boolean anew) {
        var shipment = UUID.randomUUID();
        return db.sql(
                        """
                        INSERT INTO dispatch_shipment
                               (seller_id, shipment_id, order_id, label_no, account_id, state, service_code,
                                package_format, weight_grams, tracked, made_because, reference, claimed_until, asked_at)
                        SELECT :seller, :shipment, :order, 1 + COALESCE(max(label_no), 0), :account, 'BOOKING', :service,
                               :format, :weight, :tracked, :because, :reference, now() + interval '5 minutes', :now
                          FROM dispatch_shipment
                         WHERE seller_id = :seller AND order_id = :order
                        HAVING count(*) FILTER (WHERE state = 'BOOKING') = 0
                           AND (:anew OR count(*) FILTER (
                                   WHERE state IN ('LABEL_PENDING', 'BOOKED', 'PRINT_AT_COURIER', 'DISPATCHED')) = 0)
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
                .param("tracked", tracked)
                .param("because", because)
                .param("reference", "CF-" + shipment.toString().replace("-", "").substring(0, 20))
                .param("now", now())
                .param("anew", anew)
                .query((row, number) -> Shipments.shipment(row))
                .optional();
    }

    /** Claims what is not known of a booking, so that one asks and nobody else; empty while another does or too early. */
    Optional<Shipment> claim(SellerId seller, UUID shipment) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET claimed_until = now() + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN ('BOOKING', 'LABEL_PENDING')
                           AND claimed_until <= now()
                        RETURNING *
                        """)
                .param("seller", seller.value())
                .param("shipment", shipment)
                .query((row, number) -> Shipments.shipment(row))
                .optional());
    }

    /** Which bookings can be asked about now, those that wait longest first. */
    List<UUID> askable(SellerId seller, int most) {
        return transactions.in(seller, () -> db.sql(
                        """
                        SELECT shipment_id FROM dispatch_shipment
                         WHERE seller_id = :seller AND state IN ('BOOKING', 'LABEL_PENDING') AND claimed_until <= now()
                         ORDER BY claimed_until, shipment_id
                         LIMIT :most
                        """)
                .param("seller", seller.value())
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    /** The outcome is not known; it can be asked for after a while, when what was sent has surely arrived or not. */
    void unknown(SellerId seller, Shipment shipment, Refusal why, Duration settle) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET wrong = :wrong, claimed_until = now() + make_interval(secs => :settle),
                               mend = CASE state WHEN 'BOOKING' THEN :unknown ELSE :pending END
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN ('BOOKING', 'LABEL_PENDING')
                        """)
                .param("wrong", why.wrong())
                .param(
                        "unknown",
                        "It is not known whether the label was bought. We ask the courier by ourselves;"
                                + " nothing is bought twice.")
                .param("pending", LABEL_TO_COME)
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
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN ('BOOKING', 'LABEL_PENDING')
                        """)
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /**
     * It was bought: the label is sealed if it is here, and an earlier booking that has not left is to be called off,
     * in the same transaction, so that no stop in between forgets it. Returns what is to be called off.
     *
     * @param settle when a label that is still to come is asked for again
     */
    List<Shipment> booked(
            SellerId seller,
            Shipment shipment,
            Booking booking,
            SubjectId subject,
            Optional<UUID> person,
            Duration settle) {
        return transactions.in(seller, () -> {
            var end = booking.label().map(label -> policies.inForce(seller).labelMade(clock.today()));
            if (update(seller, shipment, booking, end, settle) == 0) {
                return List.<Shipment>of();
            }
            booking.label()
                    .ifPresent(label -> custody.in(seller, vault -> {
                        vault.seal(List.of(
                                new Sealing<>(LabelDocument.KIND, shipment.id(), subject, end.orElseThrow(), label)));
                        return shipment;
                    }));
            if (shipment.state() == ShipmentState.BOOKING) {
                var anew = !shipment.madeBecause().equals("FIRST");
                timeline.write(
                        seller,
                        List.of(shipment.order()),
                        anew ? ParcelHappening.NEW_LABEL_MADE : ParcelHappening.LABEL_MADE,
                        anew ? shipment.madeBecause() : "",
                        person);
            }
            return toCallOff.others(seller, shipment);
        });
    }

    private int update(SellerId seller, Shipment shipment, Booking booking, Optional<LocalDate> end, Duration settle) {
        var pending = booking.state() == ShipmentState.LABEL_PENDING;
        return db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET state = :state, courier_order_id = :courierOrder,
                               tracking_number = CASE WHEN :tracking = '' THEN tracking_number ELSE :tracking END,
                               tracking_due = CASE WHEN :tracking = '' AND tracked THEN CAST(:now AS timestamptz) END,
                               booked_at = COALESCE(booked_at, :now), label_ends_on = CAST(:ends AS date),
                               claimed_until = now() + make_interval(secs => :settle),
                               wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN ('BOOKING', 'LABEL_PENDING')
                        """)
                .param("state", booking.state().name())
                .param("courierOrder", booking.courierOrderId())
                .param("tracking", booking.trackingNumber())
                .param("now", now())
                .param("ends", end.map(LocalDate::toString).orElse(null))
                .param("settle", settle.toMillis() / 1000.0)
                .param("wrong", pending ? "It is booked, but the courier has not given its label yet." : "")
                .param("mend", pending ? LABEL_TO_COME : "")
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update();
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

    /** They left; whose tracking number is missing is asked for it anew, since it is printed by now. */
    void dispatched(SellerId seller, List<UUID> shipments) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET state = 'DISPATCHED', dispatched_at = :now, channel_state = 'WAITING', channel_due = :now,
                               news_due = :now, tracking_tries = 0,
                               tracking_due = CASE WHEN tracked AND tracking_number = '' THEN CAST(:now AS timestamptz) END
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

package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what came of a booking, or that it is not known and when it may be asked for. */
@Component
class BookingOutcomes {

    private static final String LABEL_TO_COME =
            "Nothing to do: we ask for the label by ourselves; the parcel is bought once.";

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Custody custody;
    private final RetentionPolicies policies;
    private final Timeline timeline;
    private final ToCallOff toCallOff;
    private final BusinessClock clock;
    private final Duration settle;

    /** @param settle after so long what was sent has surely arrived or not */
    BookingOutcomes(
            JdbcClient db,
            SellerTransactions transactions,
            Custody custody,
            RetentionPolicies policies,
            Timeline timeline,
            ToCallOff toCallOff,
            BusinessClock clock,
            @Value("${counterfoil.dispatch.settle:60s}") Duration settle) {
        this.db = db;
        this.transactions = transactions;
        this.custody = custody;
        this.policies = policies;
        this.timeline = timeline;
        this.toCallOff = toCallOff;
        this.clock = clock;
        this.settle = settle;
    }

    /** The outcome is not known; it can be asked for after a while, when what was sent has surely arrived or not. */
    void unknown(SellerId seller, Shipment shipment, Refusal why) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET wrong = :wrong, claimed_until = now() + make_interval(secs => :settle),
                               mend = CASE state WHEN 'BOOKING' THEN :unknown ELSE :pending END
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN (%s)
                        """
                                .formatted(ShipmentState.ASKED_ABOUT))
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
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN (%s)
                        """
                                .formatted(ShipmentState.ASKED_ABOUT))
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /**
     * It was bought: the label is sealed if it is here, and an earlier booking that has not left is to be called off,
     * in the same transaction, so that no stop in between forgets it. Returns what is to be called off.
     */
    List<Shipment> booked(
            SellerId seller, Shipment shipment, Booking booking, SubjectId subject, Optional<UUID> person) {
        return transactions.in(seller, () -> {
            var end = booking.label().map(label -> policies.inForce(seller).labelMade(clock.today()));
            if (update(seller, shipment, booking, end) == 0) {
                return List.<Shipment>of();
            }
            booking.label()
                    .ifPresent(label -> custody.in(seller, vault -> {
                        vault.seal(List.of(
                                new Sealing<>(LabelDocument.KIND, shipment.id(), subject, end.orElseThrow(), label)));
                        return shipment;
                    }));
            if (shipment.state() == ShipmentState.BOOKING) {
                var anew = !shipment.isFirst();
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

    private int update(SellerId seller, Shipment shipment, Booking booking, Optional<LocalDate> end) {
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
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN (%s)
                        """
                                .formatted(ShipmentState.ASKED_ABOUT))
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

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

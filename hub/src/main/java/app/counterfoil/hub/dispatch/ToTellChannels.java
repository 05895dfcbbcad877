package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which dispatched parcels their channels do not know of yet. Ten tries in about a day; then a person has to look. */
@Component
public class ToTellChannels {

    private static final int MOST_TRIES = 10;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Timeline timeline;
    private final BusinessClock clock;

    ToTellChannels(JdbcClient db, SellerTransactions transactions, Timeline timeline, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes up to fifty parcels whose channels are to be told now, the first dispatched first; for five minutes nobody
     * else is given them.
     */
    public List<Shipment> take(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET channel_due = CAST(:now AS timestamptz) + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id IN (
                               SELECT shipment_id FROM dispatch_shipment
                                WHERE seller_id = :seller AND channel_state = 'WAITING' AND channel_due <= :now
                                ORDER BY channel_due, shipment_id
                                LIMIT 50
                                  FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("seller", seller.value())
                .param("now", now())
                .query((row, number) -> Shipments.shipment(row))
                .list());
    }

    /** The channel knows the parcel, by this tracking number; one that a person has typed meanwhile is still to be told. */
    public void told(SellerId seller, Shipment shipment) {
        transactions.run(seller, () -> {
            int changed = db.sql(
                            """
                            UPDATE dispatch_shipment SET channel_state = 'TOLD', channel_due = NULL, wrong = '', mend = ''
                             WHERE seller_id = :seller AND shipment_id = :shipment AND channel_state = 'WAITING'
                               AND tracking_number = :number
                            """)
                    .param("seller", seller.value())
                    .param("shipment", shipment.id())
                    .param("number", shipment.trackingNumber())
                    .update();
            if (changed > 0) {
                timeline.write(seller, List.of(shipment.order()), ParcelHappening.CHANNEL_TOLD, "", Optional.empty());
            }
        });
    }

    /** The channel could not be told; it is tried again later, or a person is asked. */
    public void notTold(SellerId seller, Shipment shipment, Refusal why, boolean tryAgain, Optional<Duration> wait) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET channel_tries = channel_tries + 1,
                               channel_state = CASE WHEN :again AND channel_tries + 1 < :most THEN 'WAITING' ELSE 'STOPPED' END,
                               channel_due = CAST(:now AS timestamptz) + make_interval(
                                   secs => GREATEST(CAST(:wait AS double precision), LEAST(30 * power(2, channel_tries), 14400))),
                               wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND shipment_id = :shipment AND channel_state = 'WAITING'
                        """)
                .param("again", tryAgain)
                .param("most", MOST_TRIES)
                .param("now", now())
                .param("wait", (double) wait.orElse(Duration.ZERO).toSeconds())
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /** The courier has still to give a tracking number: that is no failed try, and when it comes the parcel is due. */
    public void waitForTracking(SellerId seller, Shipment shipment, Refusal why) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET channel_due = CAST(:now AS timestamptz) + interval '1 hour', wrong = :wrong, mend = :mend
                         WHERE seller_id = :seller AND shipment_id = :shipment AND channel_state = 'WAITING'
                        """)
                .param("now", now())
                .param("wrong", why.wrong())
                .param("mend", why.mend())
                .param("seller", seller.value())
                .param("shipment", shipment.id())
                .update());
    }

    /** A person wants it tried again, now; a tracking number that is missing is asked for again, too. */
    public void again(SellerId seller, UUID shipment) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET channel_state = 'WAITING', channel_tries = 0, channel_due = :now, tracking_tries = 0,
                               tracking_due = CASE WHEN tracked AND tracking_number = '' THEN CAST(:now AS timestamptz) END
                         WHERE seller_id = :seller AND shipment_id = :shipment
                           AND channel_state IN ('WAITING', 'STOPPED')
                        """)
                .param("now", now())
                .param("seller", seller.value())
                .param("shipment", shipment)
                .update());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the other modules which parcels have left, after that is committed and outside of anybody's request. What was
 * not heard by all, because one of them failed or the program stopped, is told again; so hearing twice must not harm.
 */
@Component
public class AnnounceDispatched {

    static final String JOB = "announce-dispatched";

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceDispatched.class);

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AnnounceDispatched(
            JdbcClient db, SellerTransactions transactions, BusinessClock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /** Tells of all parcels of the seller that nobody was told of yet, by the batch. */
    public void of(SellerId seller) {
        for (var left = take(seller); !left.isEmpty(); left = take(seller)) {
            try {
                events.publishEvent(new ShipmentsDispatched(seller, left));
                heard(seller, left);
            } catch (RuntimeException notHeard) {
                // Its message is another module's: only its kind is told. Five minutes later it is told again.
                LOG.error(
                        "telling of dispatched parcels failed type={}",
                        notHeard.getClass().getName());
            }
        }
    }

    private List<UUID> take(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET news_due = CAST(:now AS timestamptz) + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id IN (
                               SELECT shipment_id FROM dispatch_shipment
                                WHERE seller_id = :seller AND news_due <= :now
                                ORDER BY news_due, shipment_id
                                LIMIT 100
                                  FOR UPDATE SKIP LOCKED)
                        RETURNING shipment_id
                        """)
                .param("seller", seller.value())
                .param("now", now())
                .query(UUID.class)
                .list());
    }

    private void heard(SellerId seller, List<UUID> shipments) {
        transactions.run(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET news_due = NULL
                         WHERE seller_id = :seller AND shipment_id = ANY (:shipments)
                        """)
                .param("seller", seller.value())
                .param("shipments", shipments.toArray(UUID[]::new))
                .update());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

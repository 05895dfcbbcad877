package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes of parcels that their labels were printed, and that they have left. */
@Component
class ShipmentRows {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final BusinessClock clock;

    ShipmentRows(JdbcClient db, SellerTransactions transactions, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
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

package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks for tracking numbers that a courier had not given when it booked: accounts that print at the courier's own pages
 * get theirs when they print. Twelve tries in about four days, and as many from the hand-over on or when a person wants
 * the channel told again; when a number comes, the channel is told.
 */
@Component
public class AskTracking {

    private static final int MOST_TRIES = 12;

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final CourierAccounts couriers;
    private final Accounts accounts;
    private final Timeline timeline;
    private final BusinessClock clock;

    AskTracking(
            JdbcClient db,
            SellerTransactions transactions,
            CourierAccounts couriers,
            Accounts accounts,
            Timeline timeline,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.couriers = couriers;
        this.accounts = accounts;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Asks for the seller's tracking numbers that are missing and due; returns how many came. */
    public int of(SellerId seller) {
        int came = 0;
        for (var shipment : take(seller)) {
            var number = asked(seller, shipment);
            if (number.isPresent()) {
                came(seller, shipment, number.get());
                came++;
            }
        }
        return came;
    }

    private Optional<String> asked(SellerId seller, Shipment shipment) {
        try {
            var account = accounts.of(seller, shipment.account()).orElseThrow(BookShipments.NoCourier::new);
            return couriers.courier(account)
                    .trackingNumber(account, shipment.courierOrderId())
                    .filter(given -> !given.isBlank());
        } catch (Refusal notNow) {
            // It is asked again at the time that taking it has set.
            return Optional.empty();
        }
    }

    /** Takes those that are due, and sets when each is asked for again: a quarter of an hour, then longer and longer. */
    private List<Shipment> take(SellerId seller) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET tracking_tries = tracking_tries + 1,
                               tracking_due = CASE WHEN tracking_tries + 1 < :most
                                   THEN CAST(:now AS timestamptz)
                                        + make_interval(secs => LEAST(900 * power(2, tracking_tries), 43200)) END
                         WHERE seller_id = :seller AND shipment_id IN (
                               SELECT shipment_id FROM dispatch_shipment
                                WHERE seller_id = :seller AND tracking_due <= :now
                                  AND state IN ('BOOKED', 'PRINT_AT_COURIER', 'DISPATCHED')
                                ORDER BY tracking_due, shipment_id
                                LIMIT 50
                                  FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("most", MOST_TRIES)
                .param("now", now())
                .param("seller", seller.value())
                .query((row, number) -> Shipments.shipment(row))
                .list());
    }

    private void came(SellerId seller, Shipment shipment, String number) {
        transactions.run(seller, () -> {
            db.sql(
                            """
                            UPDATE dispatch_shipment
                               SET tracking_number = :number, tracking_due = NULL,
                                   channel_state = CASE channel_state WHEN 'STOPPED' THEN 'WAITING' ELSE channel_state END,
                                   channel_tries = 0,
                                   channel_due = CASE WHEN channel_state IN ('WAITING', 'STOPPED')
                                       THEN CAST(:now AS timestamptz) ELSE channel_due END,
                                   wrong = '', mend = ''
                             WHERE seller_id = :seller AND shipment_id = :shipment AND tracking_number = ''
                            """)
                    .param("number", number)
                    .param("now", now())
                    .param("seller", seller.value())
                    .param("shipment", shipment.id())
                    .update();
            timeline.write(
                    seller, List.of(shipment.order()), ParcelHappening.TRACKING_NUMBER_CAME, "", Optional.empty());
        });
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the tracking number that a person reads off the parcel where the courier has given none. Until the channel knows
 * it, it can be typed anew.
 */
@Component
public class TypeTracking {

    /** Letters and digits: channels take nothing else. */
    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])[A-Z0-9]{8,40}");

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final Timeline timeline;
    private final BusinessClock clock;

    TypeTracking(JdbcClient db, SellerTransactions transactions, Timeline timeline, BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes the number, and has the channel told of it if the parcel has left.
     *
     * @throws NotANumber if it cannot be one
     * @throws NotTaken if the parcel has one by now, or its channel knows it
     */
    public void typed(SignedIn person, Shipment shipment, String typed) {
        var number = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!NUMBER.matcher(number).matches()) {
            throw new NotANumber();
        }
        transactions.run(person.seller(), () -> {
            if (write(person, shipment.id(), number) == 0) {
                throw new NotTaken();
            }
            timeline.write(
                    person.seller(),
                    List.of(shipment.order()),
                    ParcelHappening.TRACKING_NUMBER_TYPED,
                    "",
                    Optional.of(person.id()));
        });
    }

    private int write(SignedIn person, UUID shipment, String number) {
        return db.sql(
                        """
                        UPDATE dispatch_shipment
                           SET tracking_number = :number, tracking_typed = true, tracking_due = NULL,
                               channel_state = CASE channel_state WHEN 'STOPPED' THEN 'WAITING' ELSE channel_state END,
                               channel_tries = 0,
                               channel_due = CASE WHEN channel_state IN ('WAITING', 'STOPPED')
                                   THEN CAST(:now AS timestamptz) ELSE channel_due END,
                               wrong = '', mend = ''
                         WHERE seller_id = :seller AND shipment_id = :shipment AND channel_state <> 'TOLD'
                           AND (tracking_number = '' OR tracking_typed)
                           AND state IN ('BOOKED', 'PRINT_AT_COURIER', 'DISPATCHED')
                        """)
                .param("number", number)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .param("seller", person.seller().value())
                .param("shipment", shipment)
                .update();
    }

    /** What was typed cannot be a tracking number. */
    public static final class NotANumber extends Refusal {
        NotANumber() {
            super(
                    "Tracking number: this is not one.",
                    "Write its 8 to 40 letters and digits as they stand on the parcel, like AB123456785GB.");
        }
    }

    /** The parcel has a number that stands. */
    public static final class NotTaken extends Refusal {
        NotTaken() {
            super(
                    "The tracking number of this parcel stands: the courier gave it, or the channel knows it already.",
                    "Look at the order; if the number is wrong, mend it on the channel's own pages.");
        }
    }
}

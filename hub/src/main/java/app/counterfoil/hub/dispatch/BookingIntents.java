package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.PinOrders;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what is to be bought, written down before the courier is asked, and who asks about it: one at a time, so that
 * nothing is bought twice.
 */
@Component
class BookingIntents {

    private final JdbcClient db;
    private final SellerTransactions transactions;
    private final PinOrders pinOrders;
    private final ParcelLines parcelLines;
    private final Disclosures disclosures;
    private final BusinessClock clock;

    BookingIntents(
            JdbcClient db,
            SellerTransactions transactions,
            PinOrders pinOrders,
            ParcelLines parcelLines,
            Disclosures disclosures,
            BusinessClock clock) {
        this.db = db;
        this.transactions = transactions;
        this.pinOrders = pinOrders;
        this.parcelLines = parcelLines;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /**
     * A parcel to be bought.
     *
     * @param account the courier account
     * @param tracked whether the service gives a tracking number
     * @param anew why an earlier label does not stand in the way, if it does not
     * @param contents how many pieces of each line go into the parcel, by the channel's line number
     * @param told what the courier is told of whom
     */
    record Intent(
            OrderId order,
            Account account,
            ParcelWish wish,
            boolean tracked,
            Optional<NewLabelReason> anew,
            Map<String, Integer> contents,
            Told told) {}

    /**
     * What a courier is told of a recipient.
     *
     * @param categories what of the recipient's data
     * @param subject of whom
     * @param person who has the parcel booked
     */
    record Told(Set<DataCategory> categories, SubjectId subject, UUID person) {}

    /**
     * A parcel that is intended.
     *
     * @param shipment the parcel
     * @param leave to tell the courier of it
     */
    record Intended(Shipment shipment, HandOver leave) {}

    /**
     * Writes the intent to buy, and what the courier is told: afterwards nobody else buys for this order until the outcome
     * is known. Empty if somebody else was faster, or if the order has moved meanwhile; it cannot move before the intent is
     * committed.
     *
     * @throws app.counterfoil.hub.measure.Refusal if no agreement covers what the courier would be told
     */
    Optional<Intended> write(SellerId seller, Intent intent) {
        return transactions.in(seller, () -> {
            var state = pinOrders.pin(seller, List.of(intent.order())).get(intent.order());
            if (state != OrderState.READY && !(intent.anew().isPresent() && state == OrderState.DISPATCHED)) {
                return Optional.<Intended>empty();
            }
            return insert(seller, intent).map(shipment -> {
                parcelLines.put(seller, shipment.id(), intent.contents());
                return new Intended(shipment, disclosures.write(seller, disclosure(shipment, intent)));
            });
        });
    }

    private static Disclosure disclosure(Shipment shipment, Intent intent) {
        return new Disclosure(
                DisclosingAct.BOOK_PARCEL,
                shipment.id(),
                intent.account().service().name(),
                intent.account().id(),
                Purpose.DELIVERY,
                intent.told().categories(),
                intent.order().value(),
                intent.told().subject(),
                Optional.of(intent.told().person()));
    }

    private Optional<Shipment> insert(SellerId seller, Intent intent) {
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
                                   WHERE state IN (%s, 'DISPATCHED')) = 0)
                            ON CONFLICT (seller_id, order_id, label_no) DO NOTHING
                        RETURNING *
                        """
                                .formatted(ShipmentState.BOUGHT_ONES))
                .param("seller", seller.value())
                .param("shipment", shipment)
                .param("order", intent.order().value())
                .param("account", intent.account().id())
                .param("service", intent.wish().serviceCode())
                .param("format", intent.wish().format())
                .param("weight", intent.wish().weight().grams())
                .param("tracked", intent.tracked())
                .param("because", intent.anew().map(Enum::name).orElse(Shipment.FIRST))
                .param("reference", "CF-" + shipment.toString().replace("-", "").substring(0, 20))
                .param("now", now())
                .param("anew", intent.anew().isPresent())
                .query((row, number) -> Shipments.shipment(row))
                .optional();
    }

    /** Claims what is not known of a booking, so that one asks and nobody else; empty while another does or too early. */
    Optional<Shipment> claim(SellerId seller, UUID shipment) {
        return transactions.in(seller, () -> db.sql(
                        """
                        UPDATE dispatch_shipment SET claimed_until = now() + interval '5 minutes'
                         WHERE seller_id = :seller AND shipment_id = :shipment AND state IN (%s)
                           AND claimed_until <= now()
                        RETURNING *
                        """
                                .formatted(ShipmentState.ASKED_ABOUT))
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
                         WHERE seller_id = :seller AND state IN (%s) AND claimed_until <= now()
                         ORDER BY claimed_until, shipment_id
                         LIMIT :most
                        """
                                .formatted(ShipmentState.ASKED_ABOUT))
                .param("seller", seller.value())
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }
}

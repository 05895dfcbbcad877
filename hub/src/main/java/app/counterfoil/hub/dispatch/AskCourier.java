package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the courier what became of bookings whose outcome is not known. It never buys. */
@Component
public class AskCourier {

    private final List<Courier> couriers;
    private final Accounts accounts;
    private final Orders orders;
    private final MoveOrders moveOrders;
    private final Shipments shipments;
    private final ShipmentRows rows;
    private final Duration settle;

    AskCourier(
            List<Courier> couriers,
            Accounts accounts,
            Orders orders,
            MoveOrders moveOrders,
            Shipments shipments,
            ShipmentRows rows,
            @Value("${counterfoil.dispatch.settle:60s}") Duration settle) {
        this.couriers = couriers;
        this.accounts = accounts;
        this.orders = orders;
        this.moveOrders = moveOrders;
        this.shipments = shipments;
        this.rows = rows;
        this.settle = settle;
    }

    /** Asks about every unknown outcome of the seller that nobody is asking about; returns how many are known now. */
    public int aboutAll(SellerId seller) {
        int known = 0;
        for (var shipment : shipments.in(seller, List.of(ShipmentState.BOOKING), 200)) {
            if (about(seller, shipment.id())) {
                known++;
            }
        }
        return known;
    }

    /** Asks about one; returns whether its outcome is known now. */
    boolean about(SellerId seller, UUID id) {
        var claimed = rows.claim(seller, id);
        if (claimed.isEmpty()) {
            return false;
        }
        var shipment = claimed.get();
        try {
            var account = accounts.of(seller, shipment.account()).orElseThrow(BookShipments.NoCourier::new);
            var order = orders.one(seller, shipment.order()).orElseThrow(BookShipments.NoSuchOrder::new);
            var found = courier(account).find(account, shipment.reference());
            if (found.isPresent()) {
                rows.booked(seller, shipment, found.get(), order.subject(), Optional.empty())
                        .forEach(old -> callOff(account, old));
            } else {
                rows.refused(seller, shipment, new NeverArrived());
            }
            return true;
        } catch (Refusal notNow) {
            // Credentials that are gone, too: one seller's trouble must not keep the job from the others.
            rows.unknown(seller, shipment, notNow, settle);
            return false;
        }
    }

    /** Calls off what was replaced; where that fails, the order's timeline asks a person to do it. */
    void callOff(Account account, Shipment old) {
        try {
            courier(account).callOff(account, old.courierOrderId());
            moveOrders.note(
                    account.seller(), List.of(old.order()), "OLD_LABEL_VOID", "destroy its paper", Optional.empty());
        } catch (ServiceUnusable unusable) {
            moveOrders.note(
                    account.seller(),
                    List.of(old.order()),
                    "OLD_LABEL_STILL_AT_COURIER",
                    "delete it in Click & Drop and destroy its paper",
                    Optional.empty());
        }
    }

    private Courier courier(Account account) {
        return couriers.stream()
                .filter(courier -> courier.service() == account.service())
                .findFirst()
                .orElseThrow(BookShipments.NoCourier::new);
    }

    private static final class NeverArrived extends Refusal {
        NeverArrived() {
            super("The courier never received the booking.", "Nothing was bought. Book it again.");
        }
    }
}

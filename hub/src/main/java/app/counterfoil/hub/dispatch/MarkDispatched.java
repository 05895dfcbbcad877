package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The courier has come: parcels leave, their orders close, and whoever cares is told. */
@Component
public class MarkDispatched {

    private final Shipments shipments;
    private final ShipmentRows rows;
    private final Orders orders;
    private final MoveOrders moveOrders;
    private final SellerTransactions transactions;
    private final ApplicationEventPublisher events;

    MarkDispatched(
            Shipments shipments,
            ShipmentRows rows,
            Orders orders,
            MoveOrders moveOrders,
            SellerTransactions transactions,
            ApplicationEventPublisher events) {
        this.shipments = shipments;
        this.rows = rows;
        this.orders = orders;
        this.moveOrders = moveOrders;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Marks the parcels as handed over, all or none; those that have left before are not touched. Returns how many left
     * now.
     *
     * @throws MoveOrders.NotALegalMove if an order was cancelled or put on hold meanwhile
     * @throws NothingToHandOver if none of them waits
     */
    public int handedOver(SignedIn person, List<UUID> ids) {
        var seller = person.seller();
        var left = transactions.in(seller, () -> {
            var waiting = shipments.of(seller, ids).stream()
                    .filter(Shipment::waitsForHandOver)
                    .toList();
            var open = orders.of(seller, waiting.stream().map(Shipment::order).toList()).stream()
                    .filter(order -> order.state() != OrderState.DISPATCHED)
                    .map(OrderFacts::id)
                    .toList();
            if (!open.isEmpty()) {
                moveOrders.to(OrderState.DISPATCHED, seller, open, Optional.of(person.id()));
            }
            var leaving = waiting.stream().map(Shipment::id).toList();
            rows.dispatched(seller, leaving);
            return leaving;
        });
        if (left.isEmpty()) {
            throw new NothingToHandOver();
        }
        // Told after the commit, so that whoever hears it finds it; whoever misses it finds it in the table.
        events.publishEvent(new ShipmentsDispatched(seller, left));
        return left.size();
    }

    /** None of the parcels waits for the courier. */
    public static final class NothingToHandOver extends Refusal {
        NothingToHandOver() {
            super("No parcel was chosen that waits for the courier.", "Choose parcels whose labels are made.");
        }
    }
}

package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PinOrders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.storage.Soon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The courier has come: parcels leave, their orders close, and whoever cares is told soon. */
@Component
public class MarkDispatched {

    private final Shipments shipments;
    private final ShipmentRows rows;
    private final Orders orders;
    private final PinOrders pinOrders;
    private final MoveOrders moveOrders;
    private final SellerTransactions transactions;
    private final Soon soon;

    MarkDispatched(
            Shipments shipments,
            ShipmentRows rows,
            Orders orders,
            PinOrders pinOrders,
            MoveOrders moveOrders,
            SellerTransactions transactions,
            Soon soon) {
        this.shipments = shipments;
        this.rows = rows;
        this.orders = orders;
        this.pinOrders = pinOrders;
        this.moveOrders = moveOrders;
        this.transactions = transactions;
        this.soon = soon;
    }

    /**
     * What left, and what did not.
     *
     * @param left how many parcels left now
     * @param behind those that must stay
     */
    public record HandedOver(int left, List<Behind> behind) {}

    /**
     * A parcel that must stay.
     *
     * @param channelOrderId its order's number
     * @param wrong why
     * @param mend what to do
     */
    public record Behind(String channelOrderId, String wrong, String mend) {}

    /**
     * Marks the parcels as handed over; those that have left before are not touched, and those of orders on hold or
     * cancelled stay. It only writes: channels and invoices follow by themselves, at once and again until they are done.
     *
     * @throws NothingToHandOver if none of them waits
     */
    public HandedOver handedOver(SignedIn person, List<UUID> ids) {
        var seller = person.seller();
        var result = transactions.in(seller, () -> {
            var chosen = shipments.of(seller, ids).stream()
                    .map(Shipment::order)
                    .distinct()
                    .toList();
            // Nobody holds, cancels or hands over one of them between the look, which comes now, and the move.
            pinOrders.pin(seller, chosen);
            var byId =
                    orders.of(seller, chosen).stream().collect(Collectors.toMap(OrderFacts::id, Function.identity()));
            var leaving = new ArrayList<UUID>();
            var closing = new LinkedHashSet<OrderId>();
            var behind = new ArrayList<Behind>();
            for (var shipment : shipments.of(seller, ids)) {
                var order = byId.get(shipment.order());
                if (order == null || shipment.state() == ShipmentState.DISPATCHED) {
                    continue;
                }
                var stays = stays(shipment, order);
                stays.ifPresent(behind::add);
                if (stays.isEmpty()) {
                    leaving.add(shipment.id());
                    if (order.state() != OrderState.DISPATCHED) {
                        closing.add(order.id());
                    }
                }
            }
            if (!closing.isEmpty()) {
                moveOrders.to(OrderState.DISPATCHED, seller, closing, Optional.of(person.id()));
            }
            rows.dispatched(seller, leaving);
            return new HandedOver(leaving.size(), List.copyOf(behind));
        });
        if (result.left() == 0 && result.behind().isEmpty()) {
            throw new NothingToHandOver();
        }
        soon.run(AnnounceDispatched.JOB);
        return result;
    }

    private static Optional<Behind> stays(Shipment shipment, OrderFacts order) {
        var number = order.channelOrderId();
        if (shipment.state().isVoid()) {
            return Optional.of(new Behind(
                    number, "Its label is void.", "Do not hand it over: a void label found in the post is charged."));
        }
        if (order.state() == OrderState.ON_HOLD || order.state() == OrderState.CANCELLED) {
            return Optional.of(new Behind(
                    number,
                    "It is " + order.state().title().toLowerCase(Locale.ROOT) + ".",
                    "Keep the parcel here, and open the order to see why."));
        }
        if (!shipment.waitsForHandOver()) {
            return Optional.of(new Behind(
                    number, "It has no label: " + shipment.state().title() + ".", "Look at it under Dispatch."));
        }
        var mayClose =
                order.state() == OrderState.DISPATCHED || order.state().next().contains(OrderState.DISPATCHED);
        return mayClose
                ? Optional.empty()
                : Optional.of(new Behind(
                        number,
                        "It is " + order.state().title().toLowerCase(Locale.ROOT) + ".",
                        "Open the order to see what became of it."));
    }

    /** None of the parcels waits for the courier. */
    public static final class NothingToHandOver extends Refusal {
        NothingToHandOver() {
            super(
                    "None of the ticked parcels waits for the courier any more.",
                    "Somebody else has said already that they have left, or has called them off: the lists below show it.");
        }
    }
}

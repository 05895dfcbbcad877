package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.dispatch.Courier.CallOffAnswer;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.SignedIn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Calls off bookings that are void: of orders cancelled after their label was bought, and those a newer label stands
 * for. What is to be called off is written down first, so that a stop anywhere leaves it to the next run.
 */
@Component
public class CallOffBookings {

    private static final int ORDERS_AT_ONCE = 500;

    private final CourierAccounts couriers;
    private final Accounts accounts;
    private final Orders orders;
    private final Timeline timeline;
    private final Shipments shipments;
    private final ToCallOff toCallOff;

    CallOffBookings(
            CourierAccounts couriers,
            Accounts accounts,
            Orders orders,
            Timeline timeline,
            Shipments shipments,
            ToCallOff toCallOff) {
        this.couriers = couriers;
        this.accounts = accounts;
        this.orders = orders;
        this.timeline = timeline;
        this.shipments = shipments;
        this.toCallOff = toCallOff;
    }

    /** Calls off what is void and due now, each once. */
    public void of(SellerId seller) {
        voidTheCancelled(seller);
        var seen = new HashSet<UUID>();
        for (var next = toCallOff.claim(seller, seen); next.isPresent(); next = toCallOff.claim(seller, seen)) {
            seen.add(next.get().shipment().id());
            callOff(seller, next.get());
        }
    }

    /** A person has called it off at the courier, and destroyed its paper. */
    public void seenTo(SignedIn person, UUID id) {
        for (var shipment : shipments.of(person.seller(), List.of(id))) {
            if (shipment.state() == ShipmentState.CALL_OFF_BY_HAND) {
                toCallOff.done(person.seller(), shipment);
                timeline.write(
                        person.seller(),
                        List.of(shipment.order()),
                        ParcelHappening.VOID_LABEL_SEEN_TO,
                        "",
                        Optional.of(person.id()));
            }
        }
    }

    private void voidTheCancelled(SellerId seller) {
        var booked = toCallOff.ordersWithBookings(seller);
        for (int from = 0; from < booked.size(); from += ORDERS_AT_ONCE) {
            var some = booked.subList(from, Math.min(booked.size(), from + ORDERS_AT_ONCE));
            var cancelled = orders.of(seller, some).stream()
                    .filter(order -> order.state() == OrderState.CANCELLED)
                    .map(OrderFacts::id)
                    .toList();
            if (!cancelled.isEmpty()) {
                var marked = toCallOff.ofCancelled(seller, cancelled);
                timeline.write(
                        seller,
                        marked.stream().map(Shipment::order).distinct().toList(),
                        ParcelHappening.LABEL_VOID,
                        "the order was cancelled; destroy its paper",
                        Optional.empty());
            }
        }
    }

    private void callOff(SellerId seller, ToCallOff.Claimed claimed) {
        var shipment = claimed.shipment();
        var account = accounts.of(seller, shipment.account());
        if (account.isEmpty()) {
            byHand(seller, shipment, "Its courier account is not connected any more.");
            return;
        }
        try {
            var answer = couriers.courier(account.get()).callOff(account.get(), shipment.courierOrderId());
            // Asked before without an answer: that one may well have done it.
            if (answer == CallOffAnswer.CALLED_OFF || claimed.triesInVain() > 0) {
                toCallOff.done(seller, shipment);
                note(seller, shipment, ParcelHappening.BOOKING_CALLED_OFF);
            } else {
                byHand(seller, shipment, "The courier does not know the booking.");
            }
        } catch (ServiceUnusable unusable) {
            switch (unusable.kind()) {
                case REFUSED -> byHand(seller, shipment, unusable.wrong());
                case AWAY, NOT_UNDERSTOOD -> toCallOff.again(seller, shipment, unusable, true);
                case SIGN_IN, BUSY -> toCallOff.again(seller, shipment, unusable, false);
            }
        } catch (Refusal notNow) {
            toCallOff.again(seller, shipment, notNow, false);
        }
    }

    private void byHand(SellerId seller, Shipment shipment, String wrong) {
        toCallOff.byHand(
                seller,
                shipment,
                wrong,
                "Look for " + shipment.reference() + " on the pages of "
                        + couriers.of(seller, shipment).title()
                        + ", delete it there if it stands, and destroy its paper; then say so here.");
        note(seller, shipment, ParcelHappening.CALL_OFF_BY_HAND);
    }

    private void note(SellerId seller, Shipment shipment, ParcelHappening what) {
        timeline.write(seller, List.of(shipment.order()), what, "destroy its paper", Optional.empty());
    }
}

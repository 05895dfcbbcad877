package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says whether a parcel may be booked for an order, and to whom it goes. */
@Component
class BookableOrders {

    private final Orders orders;
    private final OpenPeople openPeople;

    BookableOrders(Orders orders, OpenPeople openPeople) {
        this.orders = orders;
        this.openPeople = openPeople;
    }

    /**
     * Refuses an order that no parcel may be booked for.
     *
     * @param latest its latest parcel
     * @param anew whether an earlier parcel does not stand in the way
     */
    void require(OrderFacts order, Optional<Shipment> latest, boolean anew) {
        if (order.byChannel()) {
            throw new CannotBook(
                    order.service().title() + " sends order " + order.channelOrderId() + " itself.",
                    "Nothing is to be done here.");
        }
        var mayBook = order.state() == OrderState.READY || (anew && order.state() == OrderState.DISPATCHED);
        if (!mayBook) {
            throw notReady(order);
        }
        if (latest.filter(parcel -> parcel.state() == ShipmentState.BOOKING).isPresent()) {
            throw new BookShipments.BeingBooked(order);
        }
        if (!anew && latest.filter(BookableOrders::stands).isPresent()) {
            throw new CannotBook(
                    "Order " + order.channelOrderId() + " has a label already.",
                    "Print it again, or make a new one from the order's page.");
        }
    }

    private static boolean stands(Shipment parcel) {
        return parcel.state().isBought() || parcel.state() == ShipmentState.DISPATCHED;
    }

    Recipient recipient(SignedIn person, OrderFacts order) {
        var outcome =
                openPeople.recipients(person, "BOOK_LABEL", List.of(order)).get(order.id());
        if (outcome == null) {
            throw new CannotBook(
                    "Your role does not open delivery addresses.", "Ask a packer or the owner to book it.");
        }
        return outcome.opened()
                .orElseThrow(
                        () -> new CannotBook(
                                "The address of order " + order.channelOrderId() + " can no longer be opened.",
                                "Its time has ended. Open the order and type the address in again, with the reason; then book it."));
    }

    /** Why nothing could be booked for the order although it was bookable a moment ago. */
    Refusal notIntended(SellerId seller, OrderFacts order) {
        var moved = orders.one(seller, order.id())
                .filter(now -> now.state() != order.state())
                .map(now -> (Refusal) notReady(now));
        return moved.orElseGet(() -> new BookShipments.BeingBooked(order));
    }

    private static CannotBook notReady(OrderFacts order) {
        return new CannotBook(
                "Order " + order.channelOrderId() + " is "
                        + order.state().title().toLowerCase(Locale.ROOT) + ", not ready.",
                "Open the order to see what is missing.");
    }
}

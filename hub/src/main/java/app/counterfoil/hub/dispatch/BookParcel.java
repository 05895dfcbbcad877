package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.vault.CrashPoint;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Books one parcel. What is not known of an earlier booking is asked first, then the channel whether the order is still
 * wanted; the intent is committed before the courier is called and the outcome after it.
 */
@Component
class BookParcel {

    private final CourierAccounts couriers;
    private final Shipments shipments;
    private final BookableOrders bookable;
    private final AskChannel askChannel;
    private final AskCourier askCourier;
    private final BookingIntents intents;
    private final BookingOutcomes outcomes;
    private final CallOffBookings callOffBookings;

    BookParcel(
            CourierAccounts couriers,
            Shipments shipments,
            BookableOrders bookable,
            AskChannel askChannel,
            AskCourier askCourier,
            BookingIntents intents,
            BookingOutcomes outcomes,
            CallOffBookings callOffBookings) {
        this.couriers = couriers;
        this.shipments = shipments;
        this.bookable = bookable;
        this.askChannel = askChannel;
        this.askCourier = askCourier;
        this.intents = intents;
        this.outcomes = outcomes;
        this.callOffBookings = callOffBookings;
    }

    /**
     * Books it.
     *
     * @throws Refusal if nothing was bought, or nobody knows whether it was
     */
    void of(BookingRun run, OrderFacts order) {
        var seller = run.seller();
        var wish = run.wishes().to(order.territory());
        bookable.require(order, earlier(seller, order.id()), run.anew().isPresent());
        var toSend = askChannel.toSend(run.channels(), seller, order, run.anew().isPresent(), wish.evenIfNotAsked());
        var recipient = bookable.recipient(run.person(), order);
        // Checked before the intent, and again by the courier: a text is refused, never cut.
        var parcel = new Parcel("CF", wish, order, toSend.contents(), recipient, run.sender(), toSend.ioss());
        var courier = couriers.courier(run.account());
        courier.check(parcel);
        var intent = new BookingIntents.Intent(
                order.id(),
                run.account(),
                wish,
                couriers.isTracked(run.account(), wish.serviceCode()),
                run.anew(),
                parcel.contents(),
                new BookingIntents.Told(
                        courier.handsOver(parcel), order.subject(), run.person().id()));
        var intended = intents.write(seller, intent).orElseThrow(() -> bookable.notIntended(seller, order));
        CrashPoint.reached("label.intended");
        if (!toSend.asked()) {
            askChannel.noteUnasked(seller, order);
        }
        buy(run, intended, parcel.under(intended.shipment().reference()));
    }

    /** The latest parcel of the order; where its outcome was not known, the courier has been asked. */
    private Optional<Shipment> earlier(SellerId seller, OrderId order) {
        var latest = latest(seller, order);
        if (latest.filter(parcel -> parcel.state() == ShipmentState.BOOKING).isEmpty()) {
            return latest;
        }
        var unused = askCourier.about(seller, latest.orElseThrow().id());
        return latest(seller, order);
    }

    private Optional<Shipment> latest(SellerId seller, OrderId order) {
        return Optional.ofNullable(shipments.latest(seller, List.of(order)).get(order));
    }

    /** Buys what is intended, and writes down what came of it. */
    private void buy(BookingRun run, BookingIntents.Intended intended, Parcel parcel) {
        var seller = run.seller();
        var shipment = intended.shipment();
        try {
            var booking = couriers.courier(run.account()).book(intended.leave(), run.account(), parcel);
            CrashPoint.reached("label.bought");
            var replaced = outcomes.booked(
                    seller,
                    shipment,
                    booking,
                    parcel.order().subject(),
                    Optional.of(run.person().id()));
            CrashPoint.reached("label.written");
            if (!replaced.isEmpty()) {
                callOffBookings.of(seller);
            }
        } catch (ServiceUnusable unusable) {
            if (boughtNothing(unusable)) {
                outcomes.refused(seller, shipment, unusable);
            } else {
                outcomes.unknown(seller, shipment, unusable);
            }
            throw unusable;
        } catch (Refusal refused) {
            // Thrown only before the courier was asked, or by its refusal.
            outcomes.refused(seller, shipment, refused);
            throw refused;
        }
    }

    private static boolean boughtNothing(ServiceUnusable unusable) {
        return switch (unusable.kind()) {
            case SIGN_IN, BUSY, REFUSED -> true;
            case AWAY, NOT_UNDERSTOOD -> false;
        };
    }
}

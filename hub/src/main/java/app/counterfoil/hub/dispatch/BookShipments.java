package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.connection.ServiceUnusable.Kind;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Books parcels with the courier, one after the other; what goes wrong with one does not stop the next. The channel is
 * asked before each, the intent is committed before the courier is called and the outcome after it, so that a stop
 * anywhere loses nothing; an outcome that is not known is asked for, never bought again.
 */
@Component
public class BookShipments {

    private static final Logger LOG = LoggerFactory.getLogger(BookShipments.class);
    /** A courier that is away or busy so often in a row stops the run: each call may take half a minute. */
    private static final int FAILURES = 2;

    private final CourierAccounts couriers;
    private final Orders orders;
    private final Shipments shipments;
    private final BookParcel bookParcel;
    private final SellerDetails details;

    BookShipments(
            CourierAccounts couriers,
            Orders orders,
            Shipments shipments,
            BookParcel bookParcel,
            SellerDetails details) {
        this.couriers = couriers;
        this.orders = orders;
        this.shipments = shipments;
        this.bookParcel = bookParcel;
        this.details = details;
    }

    /**
     * What came of one order.
     *
     * @param order the order
     * @param channelOrderId its number
     * @param shipment what was booked, if it was
     * @param wrong what was wrong, or empty
     * @param mend what to do about it, or empty
     */
    public record Result(OrderId order, String channelOrderId, Optional<Shipment> shipment, String wrong, String mend) {

        /** Whether a parcel is booked for the order. */
        public boolean isBooked() {
            return shipment.filter(parcel -> parcel.state().isBought()).isPresent();
        }
    }

    /**
     * Books a parcel for each of these orders that has none; one result for each order.
     *
     * @param done told how many are done
     * @throws NoCourier if no courier account is connected
     */
    public List<Result> book(SignedIn person, List<OrderId> ids, ParcelWishes wishes, IntConsumer done) {
        return each(person, ids, wishes, Optional.empty(), done);
    }

    /**
     * Books another parcel for an order that had a label, and calls the earlier one off if it has not left: its paper
     * is to be destroyed.
     *
     * @throws NoCourier if no courier account is connected
     */
    public Result anew(SignedIn person, OrderId order, ParcelWish wish, NewLabelReason reason) {
        return each(person, List.of(order), ParcelWishes.all(wish), Optional.of(reason), count -> {}).stream()
                .findFirst()
                .orElseThrow(NoSuchOrder::new);
    }

    private List<Result> each(
            SignedIn person, List<OrderId> ids, ParcelWishes wishes, Optional<NewLabelReason> anew, IntConsumer done) {
        var account = couriers.chosen(person.seller(), wishes.inland().account());
        var run = new BookingRun(person, account, details.of(person.seller()), wishes, anew, new AskChannel.Run());
        var results = new ArrayList<Result>();
        Optional<Refusal> stopped = Optional.empty();
        int inARow = 0;
        for (var order : orders.of(person.seller(), ids)) {
            if (stopped.isPresent()) {
                results.add(remains(
                        order, "It was not tried: " + stopped.get().wrong(), "Nothing was bought. Book it again."));
            } else {
                var failure = attempt(run, order.id());
                results.add(result(run, order, failure));
                inARow = failure.filter(BookShipments::isOfTheCourier).isPresent() ? inARow + 1 : 0;
                stopped =
                        failure.filter(inARow >= FAILURES ? BookShipments::isOfTheCourier : BookShipments::isOfSignIn);
            }
            done.accept(results.size());
        }
        return List.copyOf(results);
    }

    /** Books one; what went wrong, if anything did. */
    private Optional<Refusal> attempt(BookingRun run, OrderId id) {
        try {
            // Read again for each parcel: in a long run an order can be held or cancelled meanwhile.
            bookParcel.of(run, orders.one(run.seller(), id).orElseThrow(NoSuchOrder::new));
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused);
        } catch (RuntimeException ours) {
            LOG.error("booking failed order={} type={}", id, ours.getClass().getName());
            return Optional.of(new FailedHere());
        }
    }

    private static boolean isOfTheCourier(Refusal refused) {
        return refused instanceof ServiceUnusable unusable
                && switch (unusable.kind()) {
                    case SIGN_IN, BUSY, AWAY -> true;
                    case NOT_UNDERSTOOD, REFUSED -> false;
                };
    }

    private static boolean isOfSignIn(Refusal refused) {
        return refused instanceof ServiceUnusable unusable && unusable.kind() == Kind.SIGN_IN;
    }

    private Result result(BookingRun run, OrderFacts order, Optional<Refusal> failure) {
        var latest = shipments.latest(run.seller(), List.of(order.id())).get(order.id());
        return new Result(
                order.id(),
                order.channelOrderId(),
                Optional.ofNullable(latest),
                failure.map(Refusal::wrong).orElse(latest == null ? "" : latest.wrong()),
                failure.map(Refusal::mend).orElse(latest == null ? "" : latest.mend()));
    }

    private static Result remains(OrderFacts order, String wrong, String mend) {
        return new Result(order.id(), order.channelOrderId(), Optional.empty(), wrong, mend);
    }

    /** Something failed in the program itself. */
    static final class FailedHere extends Refusal {
        FailedHere() {
            super(
                    "Something failed here, in the program itself.",
                    "Look at it again in a few minutes: if a label was bought it shows up by itself. Then book it again.");
        }
    }

    /** No courier is connected. */
    public static final class NoCourier extends Refusal {
        NoCourier() {
            super("No courier is connected yet.", "Connect one under Connections, then book again.");
        }
    }

    /** The courier is being asked about this order just now. */
    public static final class BeingBooked extends Refusal {
        BeingBooked(OrderFacts order) {
            super(
                    "Order " + order.channelOrderId() + " is being booked, or its outcome is not known yet.",
                    "Wait a minute and look again; nothing is bought twice.");
        }
    }
}

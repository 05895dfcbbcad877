package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OpenOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Books parcels with the courier, one after the other. The intent is committed before each call and the outcome after
 * it, so that a stop anywhere loses nothing; an outcome that is not known is asked for, never bought again.
 */
@Component
public class BookShipments {

    private final List<Courier> couriers;
    private final Accounts accounts;
    private final Orders orders;
    private final OpenOrders openOrders;
    private final Shipments shipments;
    private final ShipmentRows rows;
    private final AskCourier askCourier;
    private final SellerDetails details;
    private final Duration settle;

    BookShipments(
            List<Courier> couriers,
            Accounts accounts,
            Orders orders,
            OpenOrders openOrders,
            Shipments shipments,
            ShipmentRows rows,
            AskCourier askCourier,
            SellerDetails details,
            @Value("${counterfoil.dispatch.settle:60s}") Duration settle) {
        this.couriers = couriers;
        this.accounts = accounts;
        this.orders = orders;
        this.openOrders = openOrders;
        this.shipments = shipments;
        this.rows = rows;
        this.askCourier = askCourier;
        this.details = details;
        this.settle = settle;
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
            return shipment.filter(Shipment::waitsForHandOver).isPresent();
        }
    }

    /**
     * Books a parcel for each of these orders that has none; one result for each order.
     *
     * @param done told how many are done
     * @throws NoCourier if no courier account is connected
     */
    public List<Result> book(SignedIn person, List<OrderId> ids, ParcelWish wish, IntConsumer done) {
        return each(person, ids, wish, "FIRST", false, done);
    }

    /**
     * Books another parcel for an order that had a label, and calls the earlier one off if it has not left: its paper
     * is to be destroyed.
     *
     * @throws NoCourier if no courier account is connected
     */
    public Result anew(SignedIn person, OrderId order, ParcelWish wish, NewLabelReason reason) {
        return each(person, List.of(order), wish, reason.name(), true, count -> {}).stream()
                .findFirst()
                .orElseThrow(NoSuchOrder::new);
    }

    private List<Result> each(
            SignedIn person, List<OrderId> ids, ParcelWish wish, String because, boolean anew, IntConsumer done) {
        var run = new Run(person, account(person), details.of(person.seller()), wish, because, anew);
        var results = new ArrayList<Result>();
        Optional<Refusal> stopped = Optional.empty();
        for (var order : orders.of(person.seller(), ids)) {
            if (stopped.isPresent()) {
                results.add(remains(
                        order, "It was not tried: " + stopped.get().wrong(), "Nothing was bought. Book it again."));
            } else {
                try {
                    results.add(one(run, order));
                } catch (ServiceUnusable unusable) {
                    // One courier for all: what stops one would stop the next, after half a minute each.
                    stopped = Optional.of(unusable);
                    results.add(after(run, order, unusable));
                } catch (Refusal refused) {
                    results.add(after(run, order, refused));
                }
            }
            done.accept(results.size());
        }
        return List.copyOf(results);
    }

    private Result one(Run run, OrderFacts order) {
        var seller = run.person().seller();
        var courier = courier(run.account());
        resolveEarlier(run, order);
        require(run, order);
        var recipient = recipient(run, order);
        // Checked before the intent, and again by the courier: a text is refused, never cut.
        courier.check(new Parcel("CF", run.wish(), order, recipient, run.sender()));
        var shipment = rows.intend(seller, order.id(), run.account().id(), run.wish(), run.because(), run.anew())
                .orElseThrow(() -> new BeingBooked(order));
        var parcel = new Parcel(shipment.reference(), run.wish(), order, recipient, run.sender());
        try {
            var booking = courier.book(run.account(), parcel);
            var replaced = rows.booked(
                    seller,
                    shipment,
                    booking,
                    order.subject(),
                    Optional.of(run.person().id()));
            replaced.forEach(old -> askCourier.callOff(run.account(), old));
        } catch (CannotBook refused) {
            rows.refused(seller, shipment, refused);
            throw refused;
        } catch (ServiceUnusable unusable) {
            if (boughtNothing(unusable)) {
                rows.refused(seller, shipment, unusable);
            } else {
                rows.unknown(seller, shipment, unusable, settle);
            }
            throw unusable;
        }
        return result(run, order, "", "");
    }

    private void resolveEarlier(Run run, OrderFacts order) {
        var earlier =
                shipments.latest(run.person().seller(), List.of(order.id())).get(order.id());
        if (earlier != null && earlier.state() == ShipmentState.BOOKING) {
            askCourier.about(run.person().seller(), earlier.id());
        }
    }

    private void require(Run run, OrderFacts order) {
        if (order.byChannel()) {
            throw new CannotBook(
                    order.service().title() + " sends order " + order.channelOrderId() + " itself.",
                    "Nothing is to be done here.");
        }
        var mayBook = order.state() == OrderState.READY || (run.anew() && order.state() == OrderState.DISPATCHED);
        if (!mayBook) {
            throw new CannotBook(
                    "Order " + order.channelOrderId() + " is "
                            + order.state().title().toLowerCase(Locale.ROOT) + ", not ready.",
                    "Open the order to see what is missing.");
        }
        var latest =
                shipments.latest(run.person().seller(), List.of(order.id())).get(order.id());
        if (latest == null) {
            return;
        }
        if (latest.state() == ShipmentState.BOOKING) {
            throw new BeingBooked(order);
        }
        if (!run.anew() && latest.state() != ShipmentState.REFUSED) {
            throw new CannotBook(
                    "Order " + order.channelOrderId() + " has a label already.",
                    "Print it again, or make a new one from the order's page.");
        }
    }

    private Recipient recipient(Run run, OrderFacts order) {
        var outcome = openOrders
                .recipients(run.person(), "BOOK_LABEL", List.of(order))
                .get(order.id());
        if (outcome == null) {
            throw new CannotBook(
                    "Your role does not open delivery addresses.", "Ask a packer or the owner to book it.");
        }
        return outcome.opened()
                .orElseThrow(() -> new CannotBook(
                        "The address of order " + order.channelOrderId() + " can no longer be opened.",
                        "Its time has ended. Look whether the channel still shows it, and send it from there."));
    }

    private static boolean boughtNothing(ServiceUnusable unusable) {
        return switch (unusable.kind()) {
            case SIGN_IN, BUSY, REFUSED -> true;
            case AWAY, NOT_UNDERSTOOD -> false;
        };
    }

    private Result after(Run run, OrderFacts order, Refusal refused) {
        return result(run, order, refused.wrong(), refused.mend());
    }

    private Result result(Run run, OrderFacts order, String wrong, String mend) {
        var latest =
                shipments.latest(run.person().seller(), List.of(order.id())).get(order.id());
        return new Result(order.id(), order.channelOrderId(), Optional.ofNullable(latest), wrong, mend);
    }

    private static Result remains(OrderFacts order, String wrong, String mend) {
        return new Result(order.id(), order.channelOrderId(), Optional.empty(), wrong, mend);
    }

    private Account account(SignedIn person) {
        return accounts.of(person.seller()).stream()
                .filter(account -> couriers.stream().anyMatch(courier -> courier.service() == account.service()))
                .findFirst()
                .orElseThrow(NoCourier::new);
    }

    private Courier courier(Account account) {
        return couriers.stream()
                .filter(courier -> courier.service() == account.service())
                .findFirst()
                .orElseThrow(NoCourier::new);
    }

    private record Run(
            SignedIn person, Account account, Business sender, ParcelWish wish, String because, boolean anew) {}

    /** No courier is connected. */
    public static final class NoCourier extends Refusal {
        NoCourier() {
            super("No courier is connected yet.", "Connect Royal Mail under Connections, then book again.");
        }
    }

    /** There is no such order with this seller. */
    public static final class NoSuchOrder extends Refusal {
        NoSuchOrder() {
            super("There is no such order.", "Look at the list under Orders.");
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

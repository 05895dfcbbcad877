package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.CourierAccounts;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parcel on the order's page: where it is, until when its label prints, and what can be done. */
@Component
class ShipmentPanel implements OrderPanel {

    private final Shipments shipments;
    private final CourierAccounts couriers;
    private final BusinessClock clock;

    ShipmentPanel(Shipments shipments, CourierAccounts couriers, BusinessClock clock) {
        this.shipments = shipments;
        this.couriers = couriers;
        this.clock = clock;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        var facts = new ArrayList<Fact>();
        var actions = new ArrayList<Action>();
        var all = shipments.ofOrder(reader.seller(), order.id());
        var mayPack = reader.carries(Purpose.LABEL);
        if (!all.isEmpty()) {
            describe(reader.seller(), all.get(0), facts);
        }
        all.stream()
                .skip(1)
                .filter(ShipmentPanel::isToDestroy)
                .forEach(old -> facts.add(new Fact(
                        "Void label",
                        old.reference() + ": " + old.state().title() + ". " + old.wrong() + " " + old.mend())));
        if (mayPack && all.isEmpty() && order.state() == OrderState.READY && !order.byChannel()) {
            facts.add(new Fact("Parcel", "Not booked yet"));
            actions.add(new Action("Go to dispatch", "/dispatch", false));
        }
        if (mayPack && !all.isEmpty()) {
            offer(all.get(0), order, actions);
        }
        if (mayPack && !order.byChannel() && (order.state().isOpen() || order.state() == OrderState.DISPATCHED)) {
            actions.add(new Action(
                    addressAction(order), "/dispatch/orders/" + order.id().value() + "/address", false));
        }
        return new Box("Parcel", facts, actions);
    }

    private String addressAction(OrderFacts order) {
        if (order.holds().contains(HoldReason.ADDRESS_NEEDED)
                || order.personalEndsOn().isEmpty()) {
            return "Type the address in";
        }
        return order.personalEndsOn().get().isAfter(clock.today()) ? "Correct the address" : "Get the address again";
    }

    @Override
    public int position() {
        return 10;
    }

    private void describe(SellerId seller, Shipment shipment, List<Fact> facts) {
        facts.add(new Fact("Parcel", shipment.state().title()));
        facts.add(new Fact(
                "Sent with",
                couriers.of(seller, shipment).title() + " " + couriers.title(shipment.serviceCode()) + ", "
                        + shipment.weight().shown()));
        if (!shipment.trackingNumber().isBlank()) {
            facts.add(new Fact("Tracking", shipment.trackingNumber()));
        } else if (!shipment.tracked()) {
            facts.add(new Fact("Tracking", "None: an untracked service"));
        }
        shipment.labelEndsOn().ifPresent(end -> facts.add(label(end)));
        if (shipment.channelState() != Shipment.ChannelState.NOT_YET) {
            facts.add(new Fact("Channel", shipment.channelState().title()));
        }
        if (!shipment.wrong().isBlank()) {
            facts.add(new Fact("Note", shipment.wrong() + " " + shipment.mend()));
        }
    }

    private Fact label(LocalDate end) {
        return end.isAfter(clock.today())
                ? new Fact("Label", "Can be printed until " + Written.day(end.minusDays(1)))
                : new Fact("Label", "Ended on " + Written.day(end) + "; nobody can read it any more");
    }

    private void offer(Shipment shipment, OrderFacts order, List<Action> actions) {
        if (shipment.printsOn(clock.today()) && !shipment.state().isVoid() && printable(order)) {
            actions.add(new Action(
                    shipment.printedAt().isPresent() ? "Print the label again" : "Print the label",
                    "/dispatch/labels?shipment=" + shipment.id(),
                    true));
        }
        if (shipment.takesTyping()) {
            actions.add(new Action(
                    shipment.trackingTyped() ? "Type the tracking number anew" : "Type the tracking number",
                    "/dispatch/" + shipment.id() + "/tracking",
                    false));
        }
        if (shipment.state() == ShipmentState.CALL_OFF_BY_HAND) {
            actions.add(new Action(
                    "It is called off, its paper destroyed", "/dispatch/" + shipment.id() + "/seen-to", true));
        }
        var mayAnew = order.state() == OrderState.READY || order.state() == OrderState.DISPATCHED;
        if (mayAnew && shipment.state() != ShipmentState.BOOKING) {
            actions.add(new Action(
                    "Make a new label", "/dispatch/orders/" + order.id().value() + "/new-label", false));
        }
    }

    private static boolean isToDestroy(Shipment old) {
        return old.state() == ShipmentState.TO_CALL_OFF || old.state() == ShipmentState.CALL_OFF_BY_HAND;
    }

    private static boolean printable(OrderFacts order) {
        return order.state() != OrderState.ON_HOLD && order.state() != OrderState.CANCELLED;
    }
}

package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipment.ChannelState;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.ReadyOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The lists of the packer's page: each shows what is most urgent in it, and says how much more there is. */
@Component
class ParcelLists {

    private final ReadyOrders readyOrders;
    private final Orders orders;
    private final Shipments shipments;
    private final BusinessClock clock;
    private final int most;

    ParcelLists(
            ReadyOrders readyOrders,
            Orders orders,
            Shipments shipments,
            BusinessClock clock,
            @Value("${counterfoil.dispatch.rows:200}") int most) {
        this.readyOrders = readyOrders;
        this.orders = orders;
        this.shipments = shipments;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Puts all lists into the page.
     *
     * @param page which page of what is to be booked, from 1; beyond the last one, the last one
     */
    void into(Model model, SellerId seller, int page) {
        toBook(model, seller, page);
        model.addAttribute("uncertain", in(seller, ShipmentState.BOOKING, ShipmentState.LABEL_PENDING));
        model.addAttribute("waiting", in(seller, ShipmentState.BOOKED, ShipmentState.PRINT_AT_COURIER));
        model.addAttribute("toDestroy", in(seller, ShipmentState.TO_CALL_OFF, ShipmentState.CALL_OFF_BY_HAND));
        left(model, seller);
    }

    private void toBook(Model model, SellerId seller, int page) {
        var beingSent = shipments.beingSent(seller);
        var all = readyOrders.count(seller, beingSent);
        var pages = (int) Math.max(1, (all + most - 1) / most);
        var shown = Math.min(Math.max(1, page), pages);
        var before = (shown - 1) * most;
        var ready = readyOrders.mostUrgent(seller, beingSent, before, most);
        var latest = shipments.latest(seller, ready.stream().map(OrderFacts::id).toList());
        var today = clock.today();
        var rows = ready.stream()
                .map(order -> new ParcelRow(order, latest.get(order.id()), today))
                .toList();
        model.addAttribute("toBook", new Part(rows, before, Math.max(all, before + rows.size())));
        model.addAttribute("page", shown);
    }

    private Part in(SellerId seller, ShipmentState... states) {
        var wanted = List.of(states);
        return Part.first(rows(seller, shipments.in(seller, wanted, most)), shipments.count(seller, wanted));
    }

    /** What a person or a channel has still to do stands above what is done, however old it is. */
    private void left(Model model, SellerId seller) {
        var found = new ArrayList<Shipment>();
        for (var channel : List.of(ChannelState.STOPPED, ChannelState.WAITING, ChannelState.TOLD)) {
            if (found.size() < most) {
                found.addAll(shipments.left(seller, channel, most - found.size()));
            }
        }
        var stopped = shipments.countLeft(seller, ChannelState.STOPPED);
        var telling = shipments.countLeft(seller, ChannelState.WAITING);
        model.addAttribute("left", rows(seller, found));
        model.addAttribute("telling", telling);
        model.addAttribute("unfinishedMore", Math.max(0, stopped + telling - found.size()));
    }

    private List<ParcelRow> rows(SellerId seller, List<Shipment> found) {
        var byId = orders.of(seller, found.stream().map(Shipment::order).toList()).stream()
                .collect(Collectors.toMap(OrderFacts::id, Function.identity()));
        return found.stream()
                .filter(shipment -> byId.containsKey(shipment.order()))
                .map(shipment ->
                        new ParcelRow(Objects.requireNonNull(byId.get(shipment.order())), shipment, clock.today()))
                .toList();
    }
}

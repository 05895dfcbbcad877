package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.order.WhyNobody;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One order: what was bought, whom it is for, what happened, and who may see what until when. */
@Controller
class OrderPage {

    private final Orders orders;
    private final Timeline timeline;
    private final OpenPeople openPeople;
    private final HeldData heldData;
    private final May may;
    private final BusinessClock clock;
    private final List<OrderPanel> panels;

    OrderPage(
            Orders orders,
            Timeline timeline,
            OpenPeople openPeople,
            HeldData heldData,
            May may,
            BusinessClock clock,
            ObjectProvider<OrderPanel> panels) {
        this.orders = orders;
        this.timeline = timeline;
        this.openPeople = openPeople;
        this.heldData = heldData;
        this.may = may;
        this.clock = clock;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(OrderPanel::position))
                .toList();
    }

    @GetMapping("/orders/{id}")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var order = order(me, id);
        var recipient = openPeople.recipients(me, "ORDER_PAGE", List.of(order)).get(order.id());
        var buyer = openPeople.buyers(me, "ORDER_PAGE", List.of(order)).get(order.id());
        model.addAttribute("order", order);
        model.addAttribute(
                "recipient", recipient == null ? null : recipient.opened().orElse(null));
        model.addAttribute("buyer", buyer == null ? null : buyer.opened().orElse(null));
        model.addAttribute("whyNoRecipient", WhyNobody.inWords(order, recipient, clock.today()));
        model.addAttribute("whyNoBuyer", WhyNobody.inWords(order, buyer, clock.today()));
        var events = timeline.of(me.seller(), order.id());
        model.addAttribute("events", events);
        model.addAttribute(
                "cancelledTooLate",
                order.state() == OrderState.DISPATCHED
                        && events.stream().anyMatch(event -> event.what() == OrderHappening.CANCELLED_AFTER_DISPATCH));
        model.addAttribute("held", heldData.of(me.seller(), order));
        model.addAttribute(
                "boxes",
                panels.stream()
                        .map(panel -> withoutRefusedActs(panel.box(me, order)))
                        .filter(box -> !box.facts().isEmpty() || !box.actions().isEmpty())
                        .toList());
        var next = order.state().next();
        model.addAttribute("mayHold", next.contains(OrderState.ON_HOLD) && mayDo("hold", id));
        model.addAttribute("mayRelease", order.state() == OrderState.ON_HOLD && mayDo("release", id));
        model.addAttribute(
                "mayCancel", next.contains(OrderState.CANCELLED) && !order.byChannel() && mayDo("cancel", id));
        model.addAttribute("mayReturn", next.contains(OrderState.RETURNED) && mayDo("return", id));
        return "order/one";
    }

    private boolean mayDo(String act, UUID id) {
        return may.act("/orders/" + id + "/" + act);
    }

    private OrderPanel.Box withoutRefusedActs(OrderPanel.Box box) {
        return new OrderPanel.Box(
                box.title(),
                box.facts(),
                box.actions().stream()
                        .filter(action -> action.posts() ? may.act(action.path()) : may.open(action.path()))
                        .toList());
    }

    private OrderFacts order(SignedIn me, UUID id) {
        return orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
    }
}

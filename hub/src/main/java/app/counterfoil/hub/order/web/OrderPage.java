package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderEvent;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order: what was bought, whom it is for, what happened, and who may see what until when. */
@Controller
class OrderPage {

    private final Orders orders;
    private final OpenPeople openPeople;
    private final MoveOrders moveOrders;
    private final HoldOrders holdOrders;
    private final HeldData heldData;
    private final May may;
    private final BusinessClock clock;
    private final List<OrderPanel> panels;

    OrderPage(
            Orders orders,
            OpenPeople openPeople,
            MoveOrders moveOrders,
            HoldOrders holdOrders,
            HeldData heldData,
            May may,
            BusinessClock clock,
            ObjectProvider<OrderPanel> panels) {
        this.orders = orders;
        this.openPeople = openPeople;
        this.moveOrders = moveOrders;
        this.holdOrders = holdOrders;
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
        model.addAttribute("whyNoRecipient", OrderRow.whyNoName(order, recipient, clock.today()));
        model.addAttribute("whyNoBuyer", OrderRow.whyNoName(order, buyer, clock.today()));
        model.addAttribute(
                "cancelledTooLate",
                order.state() == OrderState.DISPATCHED
                        && orders.timeline(me.seller(), order.id()).stream()
                                .anyMatch(event -> event.what().equals(OrderEvent.CANCELLED_AFTER_DISPATCH)));
        model.addAttribute("held", heldData.of(me.seller(), order));
        model.addAttribute(
                "events",
                orders.timeline(me.seller(), order.id()).stream()
                        .map(EventText::of)
                        .toList());
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

    @PostMapping("/orders/{id}/hold")
    String hold(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        return act(
                me,
                id,
                "The order is on hold.",
                next,
                order -> holdOrders.hold(me.seller(), order, HoldReason.HELD_BY_PERSON, Optional.of(me.id())));
    }

    @PostMapping("/orders/{id}/release")
    String release(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        return act(
                me,
                id,
                "The hold is lifted.",
                next,
                order -> holdOrders.lift(me.seller(), order, Optional.of(me.id())));
    }

    @PostMapping("/orders/{id}/cancel")
    String cancel(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        return move(me, id, OrderState.CANCELLED, "The order is cancelled here. Tell the channel too.", next);
    }

    @PostMapping("/orders/{id}/return")
    String returned(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        return move(me, id, OrderState.RETURNED, "The order is marked as returned.", next);
    }

    private String move(SignedIn me, UUID id, OrderState state, String toast, RedirectAttributes next) {
        return act(me, id, toast, next, order -> moveOrders.to(state, me.seller(), order, Optional.of(me.id())));
    }

    /** Does it and leads back to the order, which says that it is done, or why not: a colleague may have been faster. */
    private String act(SignedIn me, UUID id, String toast, RedirectAttributes next, Consumer<List<OrderId>> act) {
        try {
            act.accept(List.of(order(me, id).id()));
            next.addFlashAttribute("toast", toast);
        } catch (NoSuchOrder gone) {
            throw gone;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }

    private OrderFacts order(SignedIn me, UUID id) {
        return orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
    }
}

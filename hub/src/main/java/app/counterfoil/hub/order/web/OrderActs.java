package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does with one order: holds it, lets it go on, cancels it, or takes it back. */
@Controller
class OrderActs {

    private final Orders orders;
    private final MoveOrders moveOrders;
    private final HoldOrders holdOrders;

    OrderActs(Orders orders, MoveOrders moveOrders, HoldOrders holdOrders) {
        this.orders = orders;
        this.moveOrders = moveOrders;
        this.holdOrders = holdOrders;
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
            act.accept(List.of(orders.one(me.seller(), new OrderId(id))
                    .orElseThrow(NoSuchOrder::new)
                    .id()));
            next.addFlashAttribute("toast", toast);
        } catch (NoSuchOrder gone) {
            throw gone;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }
}

package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.CourierAccounts;
import app.counterfoil.hub.dispatch.NewLabelReason;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A label made anew, with the reason that is recorded. */
@Controller
class NewLabelPage {

    private final Orders orders;
    private final BookShipments bookShipments;
    private final CourierAccounts couriers;

    NewLabelPage(Orders orders, BookShipments bookShipments, CourierAccounts couriers) {
        this.orders = orders;
        this.bookShipments = bookShipments;
        this.couriers = couriers;
    }

    @GetMapping("/dispatch/orders/{id}/new-label")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
        model.addAttribute("order", order);
        model.addAttribute("reasons", NewLabelReason.values());
        choices(me).into(model, order.territory());
        return "dispatch/new-label";
    }

    @PostMapping("/dispatch/orders/{id}/new-label")
    String make(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam NewLabelReason reason,
            @RequestParam String service,
            @RequestParam String format,
            @RequestParam(defaultValue = "") String grams,
            @RequestParam Optional<UUID> account,
            @RequestParam(defaultValue = "false") boolean evenIfNotAsked,
            Model model,
            RedirectAttributes next) {
        try {
            var wish = choices(me).wish(service, format, grams, account, evenIfNotAsked);
            var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
            var result = bookShipments.anew(me, order.id(), wish, reason);
            if (result.isBooked()) {
                next.addFlashAttribute("toast", "A new label is made. Destroy the paper of the old one.");
                return "redirect:/orders/" + id;
            }
            model.addAttribute("refused", new NotMade(result.wrong(), result.mend()));
        } catch (NoSuchOrder gone) {
            throw gone;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
        }
        model.addAttribute("reason", reason);
        model.addAttribute("service", service);
        model.addAttribute("format", format);
        model.addAttribute("grams", grams);
        model.addAttribute("account", account.map(UUID::toString).orElse(""));
        return form(me, id, model);
    }

    private Choices choices(SignedIn me) {
        return new Choices(couriers.of(me.seller()), couriers.couriers());
    }

    /** The label was not made. */
    static final class NotMade extends Refusal {
        NotMade(String wrong, String mend) {
            super(wrong, mend);
        }
    }
}

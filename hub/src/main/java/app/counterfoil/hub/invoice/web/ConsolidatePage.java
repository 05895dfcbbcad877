package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.ConsolidateInvoices;
import app.counterfoil.hub.invoice.OrdersOfOneCustomer;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.SignedIn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one full invoice is issued in place of the short ones of several orders of one customer. */
@Controller
class ConsolidatePage {

    private static final String PATH = "/orders/{id}/invoice/consolidated";

    private final OrdersOfOneCustomer ordersOfOneCustomer;
    private final ConsolidateInvoices consolidate;

    ConsolidatePage(OrdersOfOneCustomer ordersOfOneCustomer, ConsolidateInvoices consolidate) {
        this.ordersOfOneCustomer = ordersOfOneCustomer;
        this.consolidate = consolidate;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        return form(me, id, List.of(), model);
    }

    private String form(SignedIn me, UUID id, List<UUID> ticked, Model model) {
        model.addAttribute("order", id);
        model.addAttribute("ticked", ticked);
        model.addAttribute("found", ordersOfOneCustomer.with(me.seller(), new OrderId(id)));
        return "invoice/consolidated";
    }

    @PostMapping(PATH)
    String issue(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> together,
            Model model,
            RedirectAttributes next) {
        var orders = new LinkedHashSet<OrderId>();
        orders.add(new OrderId(id));
        together.forEach(other -> orders.add(new OrderId(other)));
        try {
            var invoice = consolidate.of(me.seller(), orders, me.id());
            next.addFlashAttribute(
                    "toast", "Invoice " + invoice.number() + " is issued for " + invoice.orders() + " orders.");
            return "redirect:/orders/" + id;
        } catch (NoSuchOrder none) {
            throw none;
        } catch (Refusal refused) {
            model.addAttribute("refused", refused);
            return form(me, id, together, model);
        }
    }
}

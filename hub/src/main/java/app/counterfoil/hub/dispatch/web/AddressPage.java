package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.RetypeRecipient;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An address typed in again, with the reason that is recorded; what was typed shows nowhere but in its own form. */
@Controller
class AddressPage {

    private final Orders orders;
    private final RetypeRecipient retypeRecipient;

    AddressPage(Orders orders, RetypeRecipient retypeRecipient) {
        this.orders = orders;
        this.retypeRecipient = retypeRecipient;
    }

    @GetMapping("/dispatch/orders/{id}/address")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        return shown(me, id, TypedAddress.empty(), Map.of(), model);
    }

    @PostMapping("/dispatch/orders/{id}/address")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam AddressReason reason,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes next) {
        var address = new TypedAddress(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("company", ""),
                typed.getOrDefault("line1", ""),
                typed.getOrDefault("line2", ""),
                typed.getOrDefault("line3", ""),
                typed.getOrDefault("town", ""),
                typed.getOrDefault("county", ""),
                typed.getOrDefault("postcode", ""),
                typed.getOrDefault("country", ""),
                typed.getOrDefault("phone", ""),
                typed.getOrDefault("email", ""));
        model.addAttribute("reason", reason);
        var errors = address.errors();
        if (!errors.isEmpty()) {
            return shown(me, id, address, errors, model);
        }
        try {
            retypeRecipient.retype(me, new OrderId(id), address.recipient(), reason.name());
        } catch (RetypeRecipient.NotToBeSent | RetypeRecipient.Forgotten refused) {
            model.addAttribute("refused", refused);
            return shown(me, id, address, Map.of(), model);
        }
        next.addFlashAttribute("toast", "The address is sealed for a week. Book the parcel now.");
        return "redirect:/orders/" + id;
    }

    private String shown(SignedIn me, UUID id, TypedAddress address, Map<String, String> errors, Model model) {
        model.addAttribute("order", orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new));
        model.addAttribute("reasons", AddressReason.values());
        model.addAttribute("fields", TypedAddress.fields());
        model.addAttribute("address", address);
        model.addAttribute("errors", errors);
        return "dispatch/address";
    }
}

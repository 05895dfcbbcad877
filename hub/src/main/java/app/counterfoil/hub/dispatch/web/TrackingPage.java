package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.dispatch.TypeTracking;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
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

/** A tracking number read off the parcel, where the courier has given none. */
@Controller
class TrackingPage {

    private final Shipments shipments;
    private final Orders orders;
    private final TypeTracking typeTracking;

    TrackingPage(Shipments shipments, Orders orders, TypeTracking typeTracking) {
        this.shipments = shipments;
        this.orders = orders;
        this.typeTracking = typeTracking;
    }

    @GetMapping("/dispatch/{shipment}/tracking")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shipment, Model model) {
        var parcel = parcel(me, shipment);
        var order = orders.one(me.seller(), parcel.order()).orElseThrow(NoSuchOrder::new);
        model.addAttribute("order", order);
        model.addAttribute("parcel", parcel);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", parcel.trackingNumber());
        }
        return "dispatch/tracking";
    }

    @PostMapping("/dispatch/{shipment}/tracking")
    String take(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID shipment,
            @RequestParam(defaultValue = "") String trackingNumber,
            Model model,
            RedirectAttributes next) {
        var parcel = parcel(me, shipment);
        try {
            typeTracking.typed(me, parcel, trackingNumber);
            next.addFlashAttribute("toast", "The tracking number is taken.");
            return "redirect:/orders/" + parcel.order().value();
        } catch (TypeTracking.NotANumber wrong) {
            model.addAttribute("wrong", wrong);
        } catch (TypeTracking.NotTaken stands) {
            model.addAttribute("refused", stands);
        }
        model.addAttribute("typed", trackingNumber);
        return form(me, shipment, model);
    }

    private Shipment parcel(SignedIn me, UUID id) {
        return shipments.of(me.seller(), List.of(id)).stream().findFirst().orElseThrow(NoSuchOrder::new);
    }
}

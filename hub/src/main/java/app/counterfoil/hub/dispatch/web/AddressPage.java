package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.dispatch.FreshAddress;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Timeline timeline;
    private final FreshAddress freshAddress;
    private final OpenPeople openPeople;
    private final RenewRecipient renewRecipient;

    AddressPage(
            Orders orders,
            Timeline timeline,
            OpenPeople openPeople,
            FreshAddress freshAddress,
            RenewRecipient renewRecipient) {
        this.orders = orders;
        this.timeline = timeline;
        this.openPeople = openPeople;
        this.freshAddress = freshAddress;
        this.renewRecipient = renewRecipient;
    }

    @GetMapping("/dispatch/orders/{id}/address")
    String form(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
        var living = openPeople.recipients(me, AddressReason.ADDRESS_CORRECTED.name(), List.of(order)).values().stream()
                .flatMap(outcome -> outcome.opened().stream())
                .findFirst();
        model.addAttribute("reason", living.isPresent() ? AddressReason.ADDRESS_CORRECTED : whyGone(order));
        return shown(me, id, living.map(TypedAddress::of).orElseGet(TypedAddress::empty), Map.of(), model);
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
            refuseIfChangedSince(typed.get("changes"), me, id);
            renewRecipient.typed(me, new OrderId(id), address.recipient(), reason);
        } catch (ChangedMeanwhile | RenewRecipient.NotToBeSent | RenewRecipient.Forgotten refused) {
            model.addAttribute("refused", refused);
            return shown(me, id, address, Map.of(), model);
        }
        next.addFlashAttribute("toast", "The address is sealed for a week. Book the parcel now.");
        return "redirect:/orders/" + id;
    }

    @PostMapping("/dispatch/orders/{id}/address/fetch")
    String fetch(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, RedirectAttributes next) {
        var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
        try {
            renewRecipient.refuseOldOnes(me, order);
            var recipient = freshAddress.fetch(me.seller(), order).orElseThrow(() -> new NotTold(order));
            renewRecipient.fetched(me, order.id(), recipient, whyGone(order));
        } catch (Refusal refused) {
            model.addAttribute("reason", whyGone(order));
            model.addAttribute("refused", refused);
            return shown(me, id, TypedAddress.empty(), Map.of(), model);
        }
        next.addFlashAttribute(
                "toast",
                order.service().shortTitle()
                        + " still had the address. It is sealed for a week; make the new label now.");
        return "redirect:/orders/" + id;
    }

    /** Whoever types an address has seen the one before; a colleague's that came in between is not written over unseen. */
    private void refuseIfChangedSince(@Nullable String seen, SignedIn me, UUID id) {
        if (seen != null && !seen.equals(Long.toString(changes(me, id)))) {
            throw new ChangedMeanwhile();
        }
    }

    private long changes(SignedIn me, UUID id) {
        return timeline.of(me.seller(), new OrderId(id)).stream()
                .filter(event -> event.what() instanceof OrderHappening happening && happening.changesAddress())
                .count();
    }

    private static AddressReason whyGone(OrderFacts order) {
        return order.holds().contains(HoldReason.ADDRESS_NEEDED)
                ? AddressReason.ADDRESS_NOT_TOLD
                : AddressReason.ADDRESS_ENDED;
    }

    private String shown(SignedIn me, UUID id, TypedAddress address, Map<String, String> errors, Model model) {
        model.addAttribute("order", orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new));
        model.addAttribute("reasons", AddressReason.values());
        model.addAttribute("fields", TypedAddress.fields());
        model.addAttribute("address", address);
        model.addAttribute("changes", changes(me, id));
        model.addAttribute("errors", errors);
        return "dispatch/address";
    }

    /** A colleague or the channel has given the order another address since the form was opened. */
    private static final class ChangedMeanwhile extends Refusal {
        ChangedMeanwhile() {
            super(
                    "This address was changed while you were typing, so yours is not sealed yet.",
                    "Look at the order in another window. If yours is the right one, seal it once more.");
        }
    }

    /** The channel does not tell the address any more. */
    private static final class NotTold extends Refusal {
        NotTold(OrderFacts order) {
            super(
                    order.service().shortTitle() + " does not tell the address of this order any more.",
                    "Ask the buyer through " + order.service().shortTitle() + ", then type it in below.");
        }
    }
}

package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders that could not be taken in, each with the reason and the mend. */
@Controller
class AttentionPage {

    private final OrdersPutAside putAside;
    private final BusinessClock clock;

    AttentionPage(OrdersPutAside putAside, BusinessClock clock) {
        this.putAside = putAside;
        this.clock = clock;
    }

    @GetMapping("/attention")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var entries = putAside.of(me.seller());
        var total = putAside.count(me.seller());
        model.addAttribute("entries", entries);
        model.addAttribute("total", total);
        model.addAttribute("more", Math.max(0, total - entries.size()));
        model.addAttribute("today", clock.today());
        return "order/attention";
    }

    @PostMapping("/attention/{id}/seen-to")
    String dealtWith(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        if (!putAside.dealtWith(me.seller(), id)) {
            throw new NoSuchEntry();
        }
        next.addFlashAttribute("toast", "Taken off the list; what was kept of it is destroyed.");
        return "redirect:/attention";
    }

    /** There is no such entry with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchEntry extends Refusal {
        NoSuchEntry() {
            super("This order waits here no more.", "Look at the list under Needs attention.");
        }
    }
}

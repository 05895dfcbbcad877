package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NeedsAttention;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.May;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The orders that could not be taken in, and what else needs somebody, each with the reason and the mend. */
@Controller
class AttentionPage {

    private final OrdersPutAside putAside;
    private final List<NeedsAttention> others;
    private final BusinessClock clock;
    private final May may;

    AttentionPage(OrdersPutAside putAside, ObjectProvider<NeedsAttention> others, BusinessClock clock, May may) {
        this.putAside = putAside;
        this.others = others.orderedStream().toList();
        this.clock = clock;
        this.may = may;
    }

    @GetMapping("/attention")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var entries = putAside.of(me.seller());
        var total = putAside.count(me.seller());
        model.addAttribute("entries", entries);
        model.addAttribute("total", total);
        model.addAttribute(
                "items",
                others.stream()
                        .flatMap(each -> each.of(me.seller()).stream())
                        .filter(item -> may.open(item.path()))
                        .toList());
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

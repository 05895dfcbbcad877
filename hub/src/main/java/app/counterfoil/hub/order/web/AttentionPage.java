package app.counterfoil.hub.order.web;

import app.counterfoil.hub.order.Attention;
import app.counterfoil.hub.seller.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The orders that could not be taken in, each with the reason and the mend. */
@Controller
class AttentionPage {

    private final Attention attention;

    AttentionPage(Attention attention) {
        this.attention = attention;
    }

    @GetMapping("/attention")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("entries", attention.of(me.seller()));
        return "order/attention";
    }
}

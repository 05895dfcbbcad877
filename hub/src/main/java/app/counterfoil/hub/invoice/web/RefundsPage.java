package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.RefundsToCredit;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Refunds that channels tell of and no credit note covers yet. */
@Controller
class RefundsPage {

    private static final String PATH = "/invoices/refunds";
    private static final int MOST = 200;

    private final RefundsToCredit refunds;
    private final BusinessClock clock;

    RefundsPage(RefundsToCredit refunds, BusinessClock clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("refunds", refunds.list(me.seller(), false, MOST));
        model.addAttribute("aside", refunds.list(me.seller(), true, MOST));
        model.addAttribute("today", clock.today());
        return "invoice/refunds";
    }

    @PostMapping(PATH)
    String putAside(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam UUID order,
            @RequestParam boolean aside,
            RedirectAttributes next) {
        refunds.putAside(me.seller(), new OrderId(order), aside);
        next.addFlashAttribute("toast", aside ? "Put aside. You can take it up again below." : "Taken up again.");
        return "redirect:" + PATH;
    }
}

package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.EvidenceKind;
import app.counterfoil.hub.invoice.ExportEvidence;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NotUsable;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where it is said of which exports the evidence is held: of one order, or of all that stand on one manifest. */
@Controller
class EvidencePage {

    private static final String PATH = "/invoices/evidence";
    private static final int MOST = 200;

    private final ExportEvidence evidence;
    private final BusinessClock clock;

    EvidencePage(ExportEvidence evidence, BusinessClock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("missing", evidence.missing(me.seller(), MOST));
        model.addAttribute("held", evidence.held(me.seller(), MOST));
        model.addAttribute("today", clock.today());
        model.addAttribute("kinds", EvidenceKind.values());
        return "invoice/evidence";
    }

    @PostMapping(PATH)
    String hold(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") List<UUID> order,
            @RequestParam EvidenceKind evidenceKind,
            RedirectAttributes next) {
        if (order.isEmpty()) {
            throw NotUsable.field("order", "Tick the orders whose evidence you hold.");
        }
        var orders = order.stream().map(OrderId::new).toList();
        var noted = evidence.hold(me.seller(), orders, evidenceKind, me.id());
        next.addFlashAttribute("toast", noted == 1 ? "Noted for 1 order." : "Noted for %,d orders.".formatted(noted));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/withdraw")
    String takeBack(@AuthenticationPrincipal SignedIn me, @RequestParam UUID order, RedirectAttributes next) {
        evidence.takeBack(me.seller(), new OrderId(order));
        next.addFlashAttribute("toast", "Taken back. It is listed as missing again.");
        return "redirect:" + PATH;
    }
}

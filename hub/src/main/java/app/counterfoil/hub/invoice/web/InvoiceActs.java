package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.ReplaceSimplifiedInvoice;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SignedIn;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does with the invoice of an order: issues it, or a full one in place of a short one. */
@Controller
class InvoiceActs {

    private final Orders orders;
    private final IssueInvoices issueInvoices;
    private final ReplaceSimplifiedInvoice replaceSimplified;

    InvoiceActs(Orders orders, IssueInvoices issueInvoices, ReplaceSimplifiedInvoice replaceSimplified) {
        this.orders = orders;
        this.issueInvoices = issueInvoices;
        this.replaceSimplified = replaceSimplified;
    }

    @PostMapping("/orders/{id}/invoice")
    String issue(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean full,
            RedirectAttributes next) {
        var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
        try {
            var invoice = issueInvoices.forOrder(me.seller(), order.id(), full, Optional.of(me.id()));
            next.addFlashAttribute("toast", issued(invoice, full));
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }

    /** The job may have been quicker than a person who asks for a full one. */
    private static String issued(Invoice invoice, boolean full) {
        return full && invoice.kind() == InvoiceKind.SIMPLIFIED
                ? "The short form " + invoice.number() + " was issued already. You can issue a full one in its place."
                : "Invoice " + invoice.number() + " is issued.";
    }

    @PostMapping("/orders/{id}/invoice/modified")
    String modified(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        var order = orders.one(me.seller(), new OrderId(id)).orElseThrow(NoSuchOrder::new);
        try {
            var invoice = issueInvoices.modified(me.seller(), order.id(), me.id());
            next.addFlashAttribute("toast", issued(invoice, true));
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }

    @PostMapping("/orders/{id}/invoice/full")
    String fullInItsPlace(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, RedirectAttributes next) {
        try {
            var invoice = replaceSimplified.withFull(me.seller(), new OrderId(id), me.id());
            next.addFlashAttribute("toast", "Invoice " + invoice.number() + " is issued in its place.");
        } catch (NoSuchOrder none) {
            throw none;
        } catch (Refusal refused) {
            next.addFlashAttribute("refused", refused);
        }
        return "redirect:/orders/" + id;
    }
}

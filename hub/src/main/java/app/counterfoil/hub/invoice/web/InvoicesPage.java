package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.ChangedSince;
import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.InvoicesDue.OpenInvoice;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.invoice.WaitsFor;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Issued invoices and their PDFs. */
@Controller
class InvoicesPage {

    private final Invoices invoices;
    private final InvoicePdfs pdfs;
    private final VatClasses vatClasses;
    private final SellerDetails details;
    private final Orders orders;
    private final InvoicesDue open;
    private final ChangedSince changedSince;

    InvoicesPage(
            Invoices invoices,
            InvoicePdfs pdfs,
            VatClasses vatClasses,
            SellerDetails details,
            Orders orders,
            InvoicesDue open,
            ChangedSince changedSince) {
        this.invoices = invoices;
        this.pdfs = pdfs;
        this.vatClasses = vatClasses;
        this.details = details;
        this.orders = orders;
        this.open = open;
        this.changedSince = changedSince;
    }

    @Bean
    static NavigationEntry invoicesEntry() {
        return new NavigationEntry("Invoices", "/invoices", "invoice", "", 30);
    }

    @GetMapping("/invoices")
    String show(@AuthenticationPrincipal SignedIn me, Model model) {
        var latest = invoices.latest(me.seller(), 200);
        model.addAttribute("invoices", latest);
        model.addAttribute(
                "changes",
                changedSince.of(
                        me.seller(),
                        latest.stream()
                                .filter(Invoice::counts)
                                .filter(each -> !each.isCreditNote())
                                .toList()));
        var refused = open.refused(me.seller(), 200);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "mendedAt",
                Arrays.stream(WaitsFor.values())
                        .filter(each -> WhereToMend.link(each).isPresent())
                        .collect(Collectors.toMap(
                                each -> each, each -> WhereToMend.link(each).orElseThrow())));
        model.addAttribute(
                "vatUnsaid",
                vatClasses.of(me.seller()).most().isEmpty()
                        && details.of(me.seller()).isVatRegistered());
        model.addAttribute(
                "references",
                orders.of(me.seller(), refused.stream().map(OpenInvoice::order).toList()).stream()
                        .collect(Collectors.toMap(OrderFacts::id, OrderFacts::channelOrderId)));
        return "invoice/invoices";
    }

    @GetMapping("/invoices/{id}/pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var bytes = pdfs.of(me, id).orElseThrow(NoSuchInvoice::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"invoice.pdf\"")
                .body(bytes);
    }

    /** There is no such invoice with this seller. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchInvoice extends Refusal {
        NoSuchInvoice() {
            super("There is no such invoice.", "Look at the list under Invoices.");
        }
    }
}

package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.InvoiceForms;
import app.counterfoil.hub.invoice.web.InvoicesPage.NoSuchInvoice;
import app.counterfoil.hub.seller.SignedIn;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The forms of one document: for people and for machines, and what a form lacks. */
@Controller
class FormsPage {

    private final InvoiceForms forms;

    FormsPage(InvoiceForms forms) {
        this.forms = forms;
    }

    @GetMapping("/invoices/{id}/forms")
    String show(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        model.addAttribute("forms", forms.of(me, id).orElseThrow(NoSuchInvoice::new));
        return "invoice/forms";
    }

    @GetMapping("/invoices/{id}/xml")
    ResponseEntity<byte[]> cii(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return xml(forms.cii(me, id).orElseThrow(NoSuchInvoice::new), "invoice-en16931.xml");
    }

    @GetMapping("/invoices/{id}/ubl")
    ResponseEntity<byte[]> ubl(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return xml(forms.ubl(me, id).orElseThrow(NoSuchInvoice::new), "invoice-ubl.xml");
    }

    private static ResponseEntity<byte[]> xml(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}

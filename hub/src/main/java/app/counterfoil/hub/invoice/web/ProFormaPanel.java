package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.ProFormaInvoices;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A pro forma invoice, offered on the page of an order that is not invoiced yet. */
@Controller
class ProFormaPanel implements OrderPanel {

    private final Invoices invoices;
    private final ProFormaInvoices proForma;

    ProFormaPanel(Invoices invoices, ProFormaInvoices proForma) {
        this.invoices = invoices;
        this.proForma = proForma;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        var offered = reader.carries(Purpose.DELIVERY)
                && reader.carries(Purpose.SERVICE)
                && order.state() != OrderState.CANCELLED
                && invoices.ofOrder(reader.seller(), order.id()).isEmpty();
        return new Box(
                "Pro forma invoice",
                List.of(),
                offered
                        ? List.of(new Action(
                                "Open a pro forma invoice",
                                "/orders/" + order.id().value() + "/pro-forma",
                                false))
                        : List.of());
    }

    @Override
    public int position() {
        return 21;
    }

    @GetMapping("/orders/{id}/pro-forma")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"pro-forma.pdf\"")
                .body(proForma.pdf(me, new OrderId(id)));
    }
}

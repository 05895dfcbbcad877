package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderPanel;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.vault.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The invoice on the order's page. */
@Component
class InvoicePanel implements OrderPanel {

    private final Invoices invoices;

    InvoicePanel(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Box box(SignedIn reader, OrderFacts order) {
        var actions = new ArrayList<Action>();
        if (!reader.carries(Purpose.TAX_RECORD)) {
            return new Box("Invoice", List.of(), List.of());
        }
        var issued = invoices.ofOrder(reader.seller(), order.id());
        if (issued.isPresent()) {
            var invoice = issued.get();
            actions.add(new Action("Open the PDF", "/invoices/" + invoice.id() + "/pdf", false));
            return new Box(
                    "Invoice",
                    List.of(
                            new Fact(invoice.kind().title(), invoice.number()),
                            new Fact("Total", invoice.gross().shown()),
                            new Fact("of which VAT", invoice.vat().shown())),
                    actions);
        }
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.AWAITING_PAYMENT) {
            return new Box("Invoice", List.of(), List.of());
        }
        var path = "/orders/" + order.id().value() + "/invoice";
        actions.add(new Action("Issue the invoice", path, true));
        if (!order.business()) {
            actions.add(new Action("Issue a full one, with the buyer's name", path + "?full=true", true));
        }
        return new Box("Invoice", List.of(new Fact("Invoice", "Issued by itself when the parcel leaves")), actions);
    }

    @Override
    public int position() {
        return 20;
    }
}

package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.retention.ClaimCopy.Line;
import app.counterfoil.hub.retention.ClaimCopy.Part;
import app.counterfoil.hub.retention.CopiesForClaim;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordRef;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Copies the customer whom an order's invoice names. */
@Component
@Order(2)
class PartyCopiesForClaim implements CopiesForClaim {

    private final Orders orders;
    private final Invoices invoices;
    private final Custody custody;

    PartyCopiesForClaim(Orders orders, Invoices invoices, Custody custody) {
        this.orders = orders;
        this.invoices = invoices;
        this.custody = custody;
    }

    @Override
    public List<Part> copyOf(SellerId seller, UUID order, Reader reader) {
        return orders.one(seller, new OrderId(order)).stream()
                .flatMap(facts -> invoices.ofOrder(seller, facts.id()).stream()
                        .flatMap(invoice -> parts(seller, facts, invoice, reader).stream()))
                .toList();
    }

    private List<Part> parts(SellerId seller, OrderFacts order, Invoice invoice, Reader reader) {
        if (invoice.partyEndsOn().isEmpty()) {
            return List.of();
        }
        var opening = new Opening(reader, Purpose.TAX_RECORD, "LEGAL_HOLD");
        var ref = new RecordRef(invoice.id(), order.subject());
        return custody.in(seller, vault -> vault.openOne(opening, InvoiceParty.KIND, ref)).opened().stream()
                .map(party -> new Part(
                        "Customer named on the invoice",
                        List.of(
                                new Line("Name", party.name()),
                                new Line("Address", String.join(", ", party.address())),
                                new Line("VAT number", party.vatNumber().orElse("")))))
                .toList();
    }
}

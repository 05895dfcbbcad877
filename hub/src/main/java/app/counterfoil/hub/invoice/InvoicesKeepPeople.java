package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the customers whom orders' invoices name. */
@Component
@Order(3)
class InvoicesKeepPeople implements KeepsPeople {

    private final Invoices invoices;

    InvoicesKeepPeople(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> asked, Opens opens) {
        var ids = asked.stream().map(OrderId::new).toList();
        var named = invoices.documentsOf(seller, ids).stream()
                .filter(invoice -> invoice.partyEndsOn().isPresent())
                .toList();
        var refs = named.stream()
                .map(invoice -> new RecordRef(invoice.id(), invoice.subject()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var opened = opens.open(InvoiceParty.KIND, refs);
        var parts = new HashMap<UUID, List<HeldPart>>();
        named.forEach(invoice -> {
            if (opened.get(invoice.id()) instanceof Outcome.Opened<InvoiceParty> party) {
                parts.computeIfAbsent(invoice.order().value(), each -> new ArrayList<>())
                        .add(part(invoice, party));
            }
        });
        return parts;
    }

    private static HeldPart part(Invoice invoice, Outcome.Opened<InvoiceParty> opened) {
        var party = opened.content();
        return new HeldPart(
                "Customer named on the " + (invoice.isCreditNote() ? "credit note" : "invoice"),
                Purpose.TAX_RECORD,
                opened.endsOn(),
                List.of(
                        new Line("Name", party.name()),
                        new Line("Address", String.join(", ", party.address())),
                        new Line("VAT number", party.vatNumber().orElse(""))));
    }
}

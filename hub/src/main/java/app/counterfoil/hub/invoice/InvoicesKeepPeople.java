package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.HeldPart;
import app.counterfoil.hub.custody.HeldPart.Line;
import app.counterfoil.hub.custody.KeepsPeople;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final Orders orders;
    private final Invoices invoices;

    InvoicesKeepPeople(Orders orders, Invoices invoices) {
        this.orders = orders;
        this.invoices = invoices;
    }

    @Override
    public Map<UUID, List<HeldPart>> of(SellerId seller, List<UUID> asked, Opens opens) {
        var ids = asked.stream().map(OrderId::new).toList();
        var named = invoices.documentsOf(seller, ids).stream()
                .filter(invoice -> invoice.partyEndsOn().isPresent())
                .collect(Collectors.groupingBy(Invoice::order));
        var refs = new LinkedHashMap<RecordRef, Invoice>();
        for (var order : orders.of(seller, ids)) {
            named.getOrDefault(order.id(), List.of())
                    .forEach(invoice -> refs.put(new RecordRef(invoice.id(), order.subject()), invoice));
        }
        var opened = opens.open(InvoiceParty.KIND, refs.keySet());
        var parts = new HashMap<UUID, List<HeldPart>>();
        refs.forEach((ref, invoice) -> {
            if (opened.get(ref.id()) instanceof Outcome.Opened<InvoiceParty> party) {
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

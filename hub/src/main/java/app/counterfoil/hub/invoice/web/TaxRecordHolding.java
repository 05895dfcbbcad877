package app.counterfoil.hub.invoice.web;

import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.TellsHolding;
import app.counterfoil.vault.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the order's page of the customer named on its invoice. */
@Component
class TaxRecordHolding implements TellsHolding {

    private final Invoices invoices;

    TaxRecordHolding(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public List<Holding> of(SellerId seller, OrderFacts order) {
        return invoices.documentsOf(seller, List.of(order.id())).stream()
                .flatMap(document -> document.partyEndsOn().stream()
                        .map(end -> new Holding(
                                document.isCreditNote()
                                        ? "Customer named on the credit note"
                                        : "Customer named on the invoice",
                                Purpose.TAX_RECORD,
                                end)))
                .toList();
    }
}

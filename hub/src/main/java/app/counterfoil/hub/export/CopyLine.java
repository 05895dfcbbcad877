package app.counterfoil.hub.export;

import app.counterfoil.hub.invoice.Invoice;
import app.counterfoil.hub.order.OrderFacts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a row of a copy is made of. Personal: it does not print.
 *
 * @param order its order
 * @param invoice its invoice, in copies of those
 * @param people the fields of people that the purpose carries; empty if nobody is named
 * @param whyNobody why nobody is named, in a few words; empty if somebody is, or nobody is asked for
 */
record CopyLine(OrderFacts order, Optional<Invoice> invoice, List<String> people, String whyNobody) {

    CopyLine {
        people = List.copyOf(people);
    }

    static CopyLine facts(OrderFacts order) {
        return new CopyLine(order, Optional.empty(), List.of(), "");
    }

    /** By what the row is told from others of its copy; an invoice for several orders stands in a row for each. */
    UUID id() {
        return invoice.filter(each -> !each.isConsolidated()).map(Invoice::id).orElseGet(() -> order.id()
                .value());
    }

    boolean isNamed() {
        return !people.isEmpty();
    }

    @Override
    public String toString() {
        return "CopyLine[" + order.id() + "]";
    }
}

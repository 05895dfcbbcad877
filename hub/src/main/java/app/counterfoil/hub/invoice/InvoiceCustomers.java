package app.counterfoil.hub.invoice;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opens whom the invoices of orders name, as far as it may leave in a file. */
@Component
public class InvoiceCustomers {

    private final Invoices invoices;
    private final Custody custody;

    InvoiceCustomers(Invoices invoices, Custody custody) {
        this.invoices = invoices;
        this.custody = custody;
    }

    /**
     * An invoice, and its customer in the fields that may leave. Personal: it does not print.
     *
     * @param order its order
     * @param invoice the invoice
     * @param outcome what came of opening its customer; empty where it names none or they end too early
     * @param fields the fields in the order of {@link #fields}; empty unless the customer was opened
     */
    public record Named(OrderFacts order, Invoice invoice, Optional<Outcome<?>> outcome, List<String> fields) {

        /** Copies the list. */
        public Named {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Named[" + invoice.id() + "]";
        }
    }

    /** The fields that may leave. */
    public static List<LeavingField<?>> fields() {
        return List.copyOf(InvoiceParty.LEAVES);
    }

    /** The invoices of these orders that count, in the order of the orders, one for several of them for each; who ends before that day is not opened. */
    public List<Named> of(SellerId seller, Opening opening, List<OrderFacts> orders, LocalDate untilAtLeast) {
        var found = invoices
                .documentsOf(seller, orders.stream().map(OrderFacts::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Invoice::order));
        var refs = new LinkedHashSet<RecordRef>();
        for (var order : orders) {
            found.getOrDefault(order.id(), List.of()).stream()
                    .filter(invoice -> invoice.partyEndsOn()
                            .filter(ends -> !ends.isBefore(untilAtLeast))
                            .isPresent())
                    .forEach(invoice -> refs.add(new RecordRef(invoice.id(), invoice.subject())));
        }
        var opened =
                new HashMap<>(custody.in(seller, vault -> vault.open(opening, InvoiceParty.KIND, List.copyOf(refs))));
        return orders.stream()
                .flatMap(order -> found.getOrDefault(order.id(), List.of()).stream()
                        .map(invoice -> named(order, invoice, opened)))
                .toList();
    }

    private static Named named(OrderFacts order, Invoice invoice, Map<UUID, Outcome<InvoiceParty>> opened) {
        var outcome = Optional.ofNullable(opened.get(invoice.id()));
        var fields = outcome.flatMap(Outcome::opened)
                .map(party -> InvoiceParty.LEAVES.stream()
                        .map(field -> field.of(party))
                        .toList())
                .orElse(List.of());
        return new Named(order, invoice, outcome.map(each -> each), fields);
    }
}

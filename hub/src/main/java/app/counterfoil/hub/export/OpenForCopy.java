package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.hub.invoice.InvoiceCustomers;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.WhyNobody;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens whom a copy names, a page of orders at a time, each one entry of the journal. Somebody whose data ends before the
 * copy does is not opened: nothing may outlive its end in a file. The people of orders that are open are carried on while
 * they are, so they are taken as living.
 */
@Component
class OpenForCopy {

    private final Custody custody;
    private final InvoiceCustomers customers;
    private final BusinessClock clock;

    OpenForCopy(Custody custody, InvoiceCustomers customers, BusinessClock clock) {
        this.custody = custody;
        this.customers = customers;
        this.clock = clock;
    }

    /** The lines of these orders; of invoices one for each, else one for each order. */
    List<CopyLine> lines(Maker maker, Copy copy, List<OrderFacts> orders) {
        return copy.purpose()
                .carried()
                .map(purpose -> opened(maker, copy, purpose, orders))
                .orElseGet(() -> orders.stream().map(CopyLine::facts).toList());
    }

    private List<CopyLine> opened(Maker maker, Copy copy, Purpose purpose, List<OrderFacts> orders) {
        var opening = new Opening(maker.reader(), purpose, copy.journalled());
        var seller = maker.seller();
        return switch (purpose) {
            case DELIVERY -> ofOrders(seller, new Wanted<>(opening, Recipient.KIND, Recipient.LEAVES, copy), orders);
            case SERVICE -> ofOrders(seller, new Wanted<>(opening, Buyer.KIND, Buyer.LEAVES, copy), orders);
            case TAX_RECORD -> ofInvoices(seller, opening, copy, orders);
            case LABEL, MARKETING, STAFF, RIGHTS_REQUEST, LEGAL_CLAIM -> List.of();
        };
    }

    private record Wanted<T>(Opening opening, RecordKind<T> kind, List<LeavingField<T>> fields, Copy copy) {}

    private <T> List<CopyLine> ofOrders(SellerId seller, Wanted<T> wanted, List<OrderFacts> orders) {
        return custody.in(seller, vault -> {
            var ids = orders.stream().map(order -> order.id().value()).toList();
            var ends = vault.endsOf(wanted.kind(), ids);
            var refs = orders.stream()
                    .filter(order -> !endsEarlier(wanted.copy(), order, ends))
                    .map(order -> new RecordRef(order.id().value(), order.subject()))
                    .toList();
            var outcomes = vault.open(wanted.opening(), wanted.kind(), refs);
            return orders.stream()
                    .map(order -> line(wanted, order, outcomes.get(order.id().value()), ends))
                    .toList();
        });
    }

    private <T> CopyLine line(
            Wanted<T> wanted, OrderFacts order, @Nullable Outcome<T> outcome, Map<UUID, LocalDate> ends) {
        if (outcome == null) {
            return new CopyLine(
                    order,
                    Optional.empty(),
                    List.of(),
                    endsOn(ends.get(order.id().value())));
        }
        return outcome.opened()
                .map(content -> new CopyLine(
                        order,
                        Optional.empty(),
                        wanted.fields().stream().map(field -> field.of(content)).toList(),
                        ""))
                .orElseGet(() -> new CopyLine(
                        order, Optional.empty(), List.of(), WhyNobody.inWords(order, outcome, clock.today())));
    }

    private static String endsOn(@Nullable LocalDate day) {
        return day == null ? "ended" : "ends on " + Written.day(day) + ", before this copy";
    }

    private static boolean endsEarlier(Copy copy, OrderFacts order, Map<UUID, LocalDate> ends) {
        var day = ends.get(order.id().value());
        return day != null && day.isBefore(copy.endsOn()) && !order.state().isOpen();
    }

    private List<CopyLine> ofInvoices(SellerId seller, Opening opening, Copy copy, List<OrderFacts> orders) {
        return customers.of(seller, opening, orders, copy.endsOn()).stream()
                .map(named ->
                        new CopyLine(named.order(), Optional.of(named.invoice()), named.fields(), whyNobody(named)))
                .toList();
    }

    private String whyNobody(InvoiceCustomers.Named named) {
        if (!named.fields().isEmpty()) {
            return "";
        }
        if (named.outcome().isPresent()) {
            return WhyNobody.inWords(named.order(), named.outcome().get(), clock.today());
        }
        return named.invoice().partyEndsOn().map(OpenForCopy::endsOn).orElse("the invoice names no customer");
    }
}

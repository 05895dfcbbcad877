package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.vault.Personal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which orders may stand on one invoice; what may not is refused with what to do, and names orders, never people. */
final class SeveralOrders {

    /** So many orders stand on one invoice at most. */
    static final int MOST = 50;

    private static final String LEAVE_OUT = "Leave it out, and issue a full invoice for it alone on its page.";

    private SeveralOrders() {}

    static void refuseUnlessSeveral(int orders) {
        if (orders < 2) {
            throw new CannotInvoice(
                    "One order alone needs no invoice for several.",
                    "Tick at least one other order, or issue a full invoice in place of the short one on its page.");
        }
        if (orders > MOST) {
            throw new CannotInvoice(
                    "These are " + orders + " orders, and one invoice is for at most " + MOST + ".",
                    "Tick fewer, and issue another invoice for the rest.");
        }
    }

    /** @param documents the invoices of these orders that count, and what credits them */
    static void refuseUnlessShort(List<OrderFacts> orders, List<Invoice> documents) {
        for (var order : orders) {
            var ofOrder = documents.stream()
                    .filter(document -> document.order().equals(order.id()))
                    .toList();
            var invoice = ofOrder.stream()
                    .filter(document -> !document.isCreditNote())
                    .findFirst()
                    .orElseThrow(() -> new CannotInvoice(
                            named(order) + " has no invoice yet.",
                            "Leave it out until its parcel has left, or issue its invoice on its page first."));
            refuseUnlessShort(order, invoice);
            if (ofOrder.size() > 1) {
                throw new CannotInvoice(
                        "Something of invoice " + invoice.number() + " of " + inside(order) + " was credited.",
                        LEAVE_OUT);
            }
        }
    }

    private static void refuseUnlessShort(OrderFacts order, Invoice invoice) {
        if (invoice.kind() == InvoiceKind.WITHOUT_VAT) {
            throw new CannotInvoice(
                    named(order) + " has a sales statement, for you charged no VAT on it.",
                    "Leave it out. If a marketplace accounts for the VAT, the buyer asks there.");
        }
        if (invoice.kind() != InvoiceKind.SIMPLIFIED) {
            throw new CannotInvoice(
                    named(order) + " has the full invoice " + invoice.number() + " already.",
                    "Leave it out: the buyer has a full one for it.");
        }
        if (order.state() == OrderState.CANCELLED) {
            throw new CannotInvoice(
                    named(order) + " was cancelled, so there is no sale to invoice in full.",
                    "Leave it out, and give the money back; a credit note for " + invoice.number() + " is due then.");
        }
    }

    static void refuseIfRefunded(List<OrderFacts> orders, Set<OrderId> refunded) {
        orders.stream()
                .filter(order -> refunded.contains(order.id()))
                .findFirst()
                .ifPresent(order -> {
                    throw new CannotInvoice(
                            "Money of " + inside(order) + " was paid back that is not credited yet.", LEAVE_OUT);
                });
    }

    /** Of one month, to one place, in one currency. */
    static void refuseUnlessAlike(List<Stored> shortOnes) {
        refuseUnlessOne(
                shortOnes,
                each -> YearMonth.from(each.invoice().suppliedOn()),
                "were sold in different months, and one invoice tells sales of one calendar month",
                "Issue one invoice for each month.");
        refuseUnlessOne(
                shortOnes, Stored::territory, "went to different countries", "Issue one invoice for each country.");
        refuseUnlessOne(
                shortOnes,
                each -> each.invoice().gross().currency(),
                "are in different currencies",
                "Issue one invoice for each currency.");
    }

    private static void refuseUnlessOne(
            List<Stored> shortOnes, Function<Stored, Object> part, String wrong, String mend) {
        if (shortOnes.stream().map(part).distinct().count() > 1) {
            var others = shortOnes.stream()
                    .filter(each -> !part.apply(each).equals(part.apply(shortOnes.get(0))))
                    .map(Stored::invoice);
            throw new CannotInvoice(
                    "Order " + shortOnes.get(0).invoice().orderReference() + " and " + listed(others) + " " + wrong
                            + ".",
                    mend);
        }
    }

    /** @param customers whom each of them would name, in the same order */
    static void refuseUnlessOneCustomer(List<Invoice> shortOnes, List<Personal<String>> customers) {
        var others = IntStream.range(0, customers.size())
                .filter(at -> !customers.get(at).equals(customers.get(0)))
                .mapToObj(shortOnes::get)
                .toList();
        if (!others.isEmpty()) {
            throw new CannotInvoice(
                    "Order " + shortOnes.get(0).orderReference() + " and " + listed(others.stream())
                            + " do not have the same customer: name or address are different.",
                    "Leave out those of another customer. If one was told wrongly, correct it on the page of its order"
                            + " first.");
        }
    }

    static void refuseUnlessOneVatNumber(long numbers) {
        if (numbers > 1) {
            throw new CannotInvoice(
                    "These orders tell " + numbers + " different VAT numbers of their customer.",
                    "Ask the buyer which one the invoice is to name, and issue one for each number.");
        }
    }

    private static String listed(Stream<Invoice> invoices) {
        return invoices.map(Invoice::orderReference).collect(Collectors.joining(", "));
    }

    private static String named(OrderFacts order) {
        return "Order " + order.channelOrderId();
    }

    private static String inside(OrderFacts order) {
        return "order " + order.channelOrderId();
    }
}

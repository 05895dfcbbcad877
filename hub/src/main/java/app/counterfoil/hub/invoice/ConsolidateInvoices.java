package app.counterfoil.hub.invoice;

import app.counterfoil.hub.invoice.StoredInvoices.Stored;
import app.counterfoil.hub.invoice.document.InvoiceKind;
import app.counterfoil.hub.invoice.document.InvoiceLine;
import app.counterfoil.hub.invoice.document.InvoiceParty;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PinOrders;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.tax.Reckoning;
import app.counterfoil.hub.tax.Reckoning.Row;
import app.counterfoil.vault.Personal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Issues one full invoice in place of the short ones of several orders of one customer, who asks for it afterwards. Supplies whose
 * VAT is due in one calendar month may stand on one invoice (Directive 2006/112/EC art. 223). It tells the same supplies line by
 * line; the short ones stay readable and no longer count.
 */
@Component
public class ConsolidateInvoices {

    /** How the sentence on it begins. */
    static final String IN_PLACE_OF = "Issued in place of simplified VAT invoices ";

    private final Orders orders;
    private final PinOrders pin;
    private final Timeline timeline;
    private final Invoices invoices;
    private final StoredInvoices stored;
    private final RefundsToCredit refunds;
    private final CustomersOfInvoices customers;
    private final NumberInvoices numberInvoices;
    private final SellerTransactions transactions;
    private final ApplicationEventPublisher events;

    ConsolidateInvoices(
            Orders orders,
            PinOrders pin,
            Timeline timeline,
            Invoices invoices,
            StoredInvoices stored,
            RefundsToCredit refunds,
            CustomersOfInvoices customers,
            NumberInvoices numberInvoices,
            SellerTransactions transactions,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.pin = pin;
        this.timeline = timeline;
        this.invoices = invoices;
        this.stored = stored;
        this.refunds = refunds;
        this.customers = customers;
        this.numberInvoices = numberInvoices;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * The full invoice for these orders, in the order of their times of supply.
     *
     * @param person who passes the buyer's wish on
     * @throws CannotInvoice if they may not stand on one invoice, or nobody knows their customer any more
     * @throws NoSuchOrder if one of them is not the seller's
     */
    public Invoice of(SellerId seller, Collection<OrderId> asked, UUID person) {
        var ids = new LinkedHashSet<>(asked);
        SeveralOrders.refuseUnlessSeveral(ids.size());
        var invoice = transactions.in(seller, () -> {
            // Whoever credits or consolidates one of them at the same time waits here, and then sees this one.
            if (!pin.pin(seller, ids).keySet().containsAll(ids)) {
                throw new NoSuchOrder();
            }
            var facts = orders.of(seller, ids);
            var shortOnes = shortOnes(seller, facts);
            var first = facts.stream()
                    .filter(order ->
                            order.id().equals(shortOnes.get(0).invoice().order()))
                    .findFirst()
                    .orElseThrow();
            var party = customer(seller, facts, shortOnes);
            var full = numberInvoices.write(
                    seller, first, inFull(shortOnes), Optional.of(party), () -> shortOnes(seller, facts));
            timeline.write(
                    seller,
                    List.copyOf(ids),
                    InvoiceHappening.INVOICE_REPLACED,
                    full.number() + " for " + ids.size()
                            + " orders in place of their short ones, for the buyer asked for one invoice",
                    Optional.of(person));
            return full;
        });
        events.publishEvent(new InvoicesIssued(seller, List.of(invoice.id())));
        return invoice;
    }

    private List<Stored> shortOnes(SellerId seller, List<OrderFacts> facts) {
        var documents =
                invoices.documentsOf(seller, facts.stream().map(OrderFacts::id).toList());
        SeveralOrders.refuseUnlessShort(facts, documents);
        SeveralOrders.refuseIfRefunded(facts, refunds.openOf(seller, facts));
        var shortOnes = documents.stream()
                .map(document -> stored.one(seller, document.id()).orElseThrow())
                .sorted(Comparator.comparing((Stored each) -> each.invoice().suppliedOn())
                        .thenComparing(each -> each.invoice().issuedOn())
                        .thenComparing(each -> each.invoice().number()))
                .toList();
        SeveralOrders.refuseUnlessAlike(shortOnes);
        return shortOnes;
    }

    private InvoiceParty customer(SellerId seller, List<OrderFacts> facts, List<Stored> shortOnes) {
        var parties = customers.of(seller, facts, "ISSUE_INVOICE");
        var byOrder =
                shortOnes.stream().map(Stored::invoice).collect(Collectors.toMap(Invoice::order, Function.identity()));
        facts.stream()
                .filter(order -> !parties.containsKey(order.id()))
                .findFirst()
                .ifPresent(order -> {
                    throw CannotInvoice.namesNobodyAnyMore(
                            order, Optional.ofNullable(byOrder.get(order.id())).orElseThrow());
                });
        return sameCustomer(shortOnes.stream().map(Stored::invoice).toList(), parties);
    }

    /** With the VAT number that any of the orders tells of them. */
    private static InvoiceParty sameCustomer(List<Invoice> shortOnes, Map<OrderId, InvoiceParty> parties) {
        var named = shortOnes.stream()
                .map(each -> Optional.ofNullable(parties.get(each.order())).orElseThrow())
                .toList();
        var known = named.stream().map(CustomersOfInvoices::known).toList();
        SeveralOrders.refuseUnlessOneCustomer(shortOnes, known);
        var numbered =
                named.stream().filter(party -> party.vatNumber().isPresent()).toList();
        SeveralOrders.refuseUnlessOneVatNumber(numbered.stream()
                .map(InvoiceParty::vatNumber)
                .map(Personal::of)
                .distinct()
                .count());
        return numbered.isEmpty() ? named.get(0) : numbered.get(0);
    }

    private static DraftInvoice inFull(List<Stored> shortOnes) {
        var lines = new ArrayList<InvoiceLine>();
        var rows = new ArrayList<Row>();
        var replaced = new ArrayList<Replaced>();
        var vat = Money.zero(shortOnes.get(0).invoice().gross().currency());
        for (var each : shortOnes) {
            replaced.add(
                    Replaced.of(each.invoice(), lines.size() + 1, each.lines().size()));
            lines.addAll(each.lines());
            rows.addAll(each.sums().rows());
            vat = vat.plus(each.invoice().vat());
        }
        return new DraftInvoice(
                InvoiceKind.FULL,
                "",
                shortOnes.stream()
                        .map(each -> each.invoice().suppliedOn())
                        .max(LocalDate::compareTo)
                        .orElseThrow(),
                shortOnes.get(0).territory(),
                shortOnes.stream()
                        .map(each -> each.invoice().placeReason())
                        .filter(reason -> !reason.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                lines,
                Reckoning.ofRows(rows),
                // The short form is in sterling only.
                Optional.of(new DraftInvoice.Sterling(vat, "")),
                notes(shortOnes, replaced),
                List.of(),
                replaced,
                Optional.empty());
    }

    private static List<String> notes(List<Stored> shortOnes, List<Replaced> replaced) {
        var named = replaced.stream()
                .map(each -> each.number() + " of " + Written.longDay(each.issuedOn()))
                .collect(Collectors.joining(", "));
        return Stream.concat(
                        Stream.of(IN_PLACE_OF + named + ", which no longer count; it tells the same sales."),
                        shortOnes.stream()
                                .flatMap(each -> each.notes().stream())
                                .distinct())
                .toList();
    }
}

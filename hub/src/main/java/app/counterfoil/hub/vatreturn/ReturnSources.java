package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.EvidenceTurns;
import app.counterfoil.hub.invoice.ExportEvidence;
import app.counterfoil.hub.invoice.InvoicesDue;
import app.counterfoil.hub.invoice.RefundsToCredit;
import app.counterfoil.hub.invoice.SuppliesMade;
import app.counterfoil.hub.invoice.SuppliesMade.Asked;
import app.counterfoil.hub.invoice.SuppliesMade.Supplied;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a return is made of: issued documents, evidence of exports, purchases; and what of it is still missing. */
@Component
class ReturnSources {

    /** More than so many are told as "so many or more". */
    private static final int MOST = 200;

    private final SuppliesMade supplies;
    private final EvidenceTurns turns;
    private final ExportEvidence evidence;
    private final Purchases purchases;
    private final VatStandings standings;
    private final InvoicesDue due;
    private final RefundsToCredit refunds;
    private final Orders orders;

    ReturnSources(
            SuppliesMade supplies,
            EvidenceTurns turns,
            ExportEvidence evidence,
            Purchases purchases,
            VatStandings standings,
            InvoicesDue due,
            RefundsToCredit refunds,
            Orders orders) {
        this.supplies = supplies;
        this.turns = turns;
        this.evidence = evidence;
        this.purchases = purchases;
        this.standings = standings;
        this.due = due;
        this.refunds = refunds;
        this.orders = orders;
    }

    /**
     * What there is.
     *
     * @param entries all that may count, in the order of tax points; of earlier periods too
     * @param missing what is not among it
     */
    record Found(List<Entry> entries, List<Missing> missing) {}

    /**
     * All with a tax point in the period, and of earlier ones what came up since.
     *
     * @param first no tax point before this day
     * @param issuedSince documents with an earlier tax point count if they were issued on this day or later
     */
    Found of(SellerId seller, VatPeriod period, LocalDate first, LocalDate issuedSince) {
        var before = period.end().plusDays(1);
        var counting = new Counting(Scheme.of(standings.of(seller)));
        var supplied = supplies.of(seller, new Asked(first, period.start(), before, issuedSince));
        var late = turns.of(seller, first, before);
        var bought = purchases.between(seller, first, before);
        var entries = new ArrayList<Entry>();
        supplied.forEach(each -> entries.addAll(counting.ofSupply(each)));
        late.forEach(each -> entries.addAll(counting.ofEvidence(each)));
        bought.forEach(each -> counting.ofPurchase(each).ifPresent(entries::add));
        entries.removeIf(
                entry -> entry.taxPoint().isBefore(first) || !entry.taxPoint().isBefore(before));
        entries.sort(Comparator.comparing(Entry::taxPoint)
                .thenComparing(Entry::document)
                .thenComparing(Entry::part));
        var missing = new ArrayList<Missing>();
        notInSterling(supplied, late.stream().anyMatch(each -> each.vat().isEmpty()))
                .ifPresent(missing::add);
        onMargin(supplied).ifPresent(missing::add);
        missing.addAll(notInvoiced(seller, period));
        missing.addAll(evidence(seller, period));
        unpaid(bought, counting).ifPresent(missing::add);
        return new Found(List.copyOf(entries), List.copyOf(missing));
    }

    List<Entry> withFlatRate(SellerId seller, List<Entry> entries) {
        return new Counting(Scheme.of(standings.of(seller))).withFlatRate(entries);
    }

    private static Optional<Missing> notInSterling(List<Supplied> supplied, boolean ofEvidence) {
        var without = supplied.stream()
                .filter(each -> each.shares().stream()
                        .anyMatch(share -> share.sterling().isEmpty() && Counting.isInReturn(share.treatment())))
                .count();
        return without == 0 && !ofEvidence
                ? Optional.empty()
                : Optional.of(new Missing(
                        without == 1
                                ? "1 document is in a currency without an exchange rate for its month."
                                : "%,d documents are in a currency without an exchange rate for their month."
                                        .formatted(without),
                        "/invoices/rates",
                        true));
    }

    private static Optional<Missing> onMargin(List<Supplied> supplied) {
        return supplied.stream()
                        .flatMap(each -> each.shares().stream())
                        .anyMatch(share -> share.treatment() == VatTreatment.MARGIN_SCHEME)
                ? Optional.of(new Missing(
                        "Something was sold under the margin scheme. Note the VAT on its margin as an adjustment of VAT on"
                                + " sales, and take that VAT off its value.",
                        "/vat/purchases",
                        false))
                : Optional.empty();
    }

    /** What was paid for counts, sent or not; without an invoice it is in no box. */
    private List<Missing> notInvoiced(SellerId seller, VatPeriod period) {
        var missing = new ArrayList<Missing>();
        var notSent = Arrays.stream(OrderState.values())
                .filter(state -> state.isOpen() && state != OrderState.AWAITING_PAYMENT)
                .mapToInt(state -> orders.page(seller, placed(state, period), Optional.empty(), MOST)
                        .size())
                .sum();
        if (notSent > 0) {
            missing.add(new Missing(
                    count(notSent, "order was", "orders were")
                            + " placed in this period and not sent yet. Invoices are issued when they leave; until then they"
                            + " are not in these figures.",
                    "/orders",
                    false));
        }
        var refused = due.refused(seller, MOST).size();
        if (refused > 0) {
            missing.add(new Missing(
                    count(refused, "order has", "orders have")
                            + " left without an invoice, because something has to be said first.",
                    "/invoices",
                    false));
        }
        var open = refunds.list(seller, false, MOST).size();
        if (open > 0) {
            missing.add(new Missing(
                    count(open, "refund that a channel tells of has", "refunds that channels tell of have")
                            + " no credit note yet; it takes VAT off in the period of its payment.",
                    "/invoices/refunds",
                    false));
        }
        return missing;
    }

    private static OrderFilter placed(OrderState state, VatPeriod period) {
        return new OrderFilter(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.of(period.start()),
                Optional.of(period.end()),
                Optional.empty());
    }

    private List<Missing> evidence(SellerId seller, VatPeriod period) {
        var missing = evidence.missingBy(seller, period.end());
        return missing == 0
                ? List.of()
                : List.of(new Missing(
                        count(missing, "export needs", "exports need")
                                + " evidence by the end of this period. Where the day passes without it, VAT is due.",
                        "/invoices/evidence",
                        false));
    }

    private static Optional<Missing> unpaid(List<Purchase> bought, Counting counting) {
        var unpaid = bought.stream()
                .filter(each -> counting.ofPurchase(each).isEmpty())
                .count();
        return unpaid == 0
                ? Optional.empty()
                : Optional.of(new Missing(
                        count(unpaid, "purchase is", "purchases are")
                                + " not paid; under cash accounting they count once they are.",
                        "/vat/purchases",
                        false));
    }

    private static String count(long many, String one, String more) {
        return many == 1 ? "1 " + one : "%,d%s %s".formatted(many, many >= MOST ? " or more" : "", more);
    }
}

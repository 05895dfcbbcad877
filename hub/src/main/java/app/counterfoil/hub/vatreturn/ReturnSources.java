package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.EvidenceTurns;
import app.counterfoil.hub.invoice.ExportEvidence;
import app.counterfoil.hub.invoice.SuppliesMade;
import app.counterfoil.hub.invoice.SuppliesMade.Asked;
import app.counterfoil.hub.invoice.SuppliesMade.Supplied;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.tax.VatTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a return is made of: issued documents, evidence of exports, purchases; and what of it is still missing. */
@Component
class ReturnSources {

    private final SuppliesMade supplies;
    private final EvidenceTurns turns;
    private final ExportEvidence evidence;
    private final Purchases purchases;
    private final VatStandings standings;
    private final NotInvoiced notInvoiced;

    ReturnSources(
            SuppliesMade supplies,
            EvidenceTurns turns,
            ExportEvidence evidence,
            Purchases purchases,
            VatStandings standings,
            NotInvoiced notInvoiced) {
        this.supplies = supplies;
        this.turns = turns;
        this.evidence = evidence;
        this.purchases = purchases;
        this.standings = standings;
        this.notInvoiced = notInvoiced;
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
        missing.addAll(notInvoiced.of(seller, period.start(), period.end()));
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

    private List<Missing> evidence(SellerId seller, VatPeriod period) {
        var missing = evidence.missingBy(seller, period.end());
        return missing == 0
                ? List.of()
                : List.of(new Missing(
                        NotInvoiced.count(missing, "export needs", "exports need")
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
                        NotInvoiced.count(unpaid, "purchase is", "purchases are")
                                + " not paid; under cash accounting they count once they are.",
                        "/vat/purchases",
                        false));
    }
}

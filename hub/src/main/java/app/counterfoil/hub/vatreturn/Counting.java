package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.invoice.EvidenceTurns.Turn;
import app.counterfoil.hub.invoice.SuppliesMade.Share;
import app.counterfoil.hub.invoice.SuppliesMade.Supplied;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.tax.VatTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How documents add to the boxes, under the scheme of their day (RULES 1.9; Notice 700/12, 731, 733). Pure: facts in, entries
 * out. An order of a channel is paid when it is placed, which is its tax point, so cash accounting moves purchases alone.
 */
final class Counting {

    /** From this price with VAT on, the Flat Rate Scheme reclaims the VAT of capital goods (Notice 733 §15). */
    private static final long CAPITAL_FROM = 2_000_00;

    private final Function<LocalDate, Scheme> schemes;

    Counting(Function<LocalDate, Scheme> schemes) {
        this.schemes = schemes;
    }

    /** What a document adds, part by part. A part whose exchange rate is not known, or that is of another state, adds nothing. */
    List<Entry> ofSupply(Supplied supplied) {
        var entries = new ArrayList<Entry>();
        var scheme = schemes.apply(supplied.suppliedOn());
        for (var share : supplied.shares()) {
            if (isInReturn(share.treatment()) && share.sterling().isPresent()) {
                entries.add(ofShare(supplied, share, scheme));
            }
        }
        return entries;
    }

    /** Another state's VAT has a return of its own; what is outside the scope has none. */
    static boolean isInReturn(VatTreatment treatment) {
        return switch (treatment) {
            case CHARGED,
                    EXEMPT,
                    EXPORTED,
                    IMPORT_ONE_STOP_SHOP,
                    MARKETPLACE_ACCOUNTS,
                    TO_EU_BUSINESS,
                    REVERSE_CHARGE,
                    MARGIN_SCHEME -> true;
            case ONE_STOP_SHOP, REGISTERED_THERE, NOT_REGISTERED, OUTSIDE_SCOPE -> false;
        };
    }

    private static Entry ofShare(Supplied supplied, Share share, Scheme scheme) {
        var sterling = share.sterling().orElseThrow();
        var net = sterling.net().minor();
        var vat = share.treatment() == VatTreatment.CHARGED ? sterling.vat().minor() : 0;
        // Of a parcel in the Import One Stop Shop the price without the VAT of its state is the export.
        var turnover = scheme.scheme() == VatScheme.FLAT_RATE && isTurnover(share.treatment()) ? net + vat : 0;
        var amounts = scheme.scheme() == VatScheme.FLAT_RATE && turnover != 0
                ? Amounts.ofSale(0, turnover)
                : Amounts.ofSale(vat, net);
        return new Entry(
                supplied.id(),
                share.treatment().name() + "-" + share.rate().basisPoints(),
                net < 0 ? EntryKind.CREDIT : EntryKind.SALE,
                supplied.suppliedOn(),
                supplied.number(),
                detail(share, scheme),
                false,
                turnover,
                share.treatment() == VatTreatment.TO_EU_BUSINESS ? amounts.withEight(net) : amounts);
    }

    /** The reverse charge and the margin scheme stay outside the flat rate. */
    private static boolean isTurnover(VatTreatment treatment) {
        return treatment != VatTreatment.REVERSE_CHARGE && treatment != VatTreatment.MARGIN_SCHEME;
    }

    private static String detail(Share share, Scheme scheme) {
        var what = share.treatment() == VatTreatment.CHARGED
                ? share.treatment().title() + " at " + share.rate().shown()
                : share.treatment().title();
        return scheme.scheme() == VatScheme.FLAT_RATE
                ? what + ", flat rate " + scheme.flatRate().shown()
                : what;
    }

    /** What comes of evidence that was not held in time; under the flat rate nothing, for the price is turnover as it is. */
    List<Entry> ofEvidence(Turn turn) {
        var entries = new ArrayList<Entry>();
        var vat = turn.vat().filter(sum -> schemes.apply(turn.dueFrom()).scheme() != VatScheme.FLAT_RATE);
        vat.ifPresent(sum -> {
            entries.add(ofTurn(turn, "LATE", EntryKind.EVIDENCE_LATE, turn.dueFrom(), sum.minor()));
            turn.heldSince()
                    .ifPresent(day -> entries.add(ofTurn(turn, "CAME", EntryKind.EVIDENCE_CAME, day, -sum.minor())));
        });
        return entries;
    }

    private static Entry ofTurn(Turn turn, String part, EntryKind kind, LocalDate day, long vat) {
        return new Entry(
                turn.document(),
                part,
                kind,
                day,
                turn.number(),
                kind == EntryKind.EVIDENCE_LATE
                        ? "Evidence not held by " + Written.day(turn.dueFrom().minusDays(1))
                        : "Evidence held since " + Written.day(day),
                false,
                0,
                Amounts.ofSale(vat, 0));
    }

    /** What a purchase adds; nothing while cash accounting waits for it to be paid. */
    Optional<Entry> ofPurchase(Purchase purchase) {
        var scheme = schemes.apply(purchase.day());
        var waits = scheme.scheme() == VatScheme.CASH && purchase.kind().isCountedWhenPaid();
        var day = waits ? purchase.paidOn() : Optional.of(purchase.day());
        return day.map(taxPoint -> new Entry(
                purchase.id(),
                "PURCHASE",
                EntryKind.PURCHASE,
                taxPoint,
                purchase.reference(),
                purchase.kind().title(),
                false,
                0,
                amounts(purchase, scheme)));
    }

    private static Amounts amounts(Purchase purchase, Scheme scheme) {
        var net = purchase.net().minor();
        var vat = purchase.vat().minor();
        var flat = scheme.scheme() == VatScheme.FLAT_RATE;
        var reclaimed = flat ? 0 : vat;
        return switch (purchase.kind()) {
            case BOUGHT, IMPORT -> flat ? Amounts.NONE : Amounts.ofPurchase(vat, net);
            case CAPITAL -> flat && Math.abs(net + vat) < CAPITAL_FROM ? Amounts.NONE : Amounts.ofPurchase(vat, net);
            case IMPORT_POSTPONED, REVERSE_CHARGE -> new Amounts(vat, 0, reclaimed, 0, net, 0, 0);
            case SERVICE_FROM_ABROAD -> new Amounts(vat, 0, reclaimed, net, net, 0, 0);
            case ACQUISITION -> new Amounts(0, vat, reclaimed, 0, net, 0, net);
            case TO_SALES -> Amounts.ofSale(vat, net);
            case TO_PURCHASES -> Amounts.ofPurchase(vat, net);
        };
    }

    /**
     * Shares the flat rate of each percentage over its entries, in their order, so that they add up to the percentage of the
     * whole turnover to the penny.
     */
    List<Entry> withFlatRate(List<Entry> entries) {
        var turnovers = new HashMap<VatRate, Long>();
        var shared = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry.turnover() == 0) {
                shared.add(entry);
                continue;
            }
            var rate = schemes.apply(entry.taxPoint()).flatRate();
            var before = turnovers.getOrDefault(rate, 0L);
            var after = before + entry.turnover();
            turnovers.put(rate, after);
            shared.add(entry.with(entry.amounts().withOne(percentage(after, rate) - percentage(before, rate))));
        }
        return shared;
    }

    private static long percentage(long pence, VatRate rate) {
        return BigDecimal.valueOf(pence)
                .multiply(BigDecimal.valueOf(rate.basisPoints(), 4))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

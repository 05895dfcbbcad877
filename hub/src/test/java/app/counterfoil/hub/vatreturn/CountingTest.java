package app.counterfoil.hub.vatreturn;

import static app.counterfoil.hub.vatreturn.MadeUpDocuments.DAY;
import static app.counterfoil.hub.vatreturn.MadeUpDocuments.bought;
import static app.counterfoil.hub.vatreturn.MadeUpDocuments.sale;
import static app.counterfoil.hub.vatreturn.MadeUpDocuments.share;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.EvidenceTurns.Turn;
import app.counterfoil.hub.invoice.SuppliesMade.Share;
import app.counterfoil.hub.invoice.SuppliesMade.Supplied;
import app.counterfoil.hub.invoice.VatStandings.Said;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.tax.DistanceSales;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatScheme;
import app.counterfoil.hub.tax.VatTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents add to the nine boxes, under each scheme. */
class CountingTest {

    private static final Counting STANDARD = new Counting(day -> Scheme.STANDARD);
    private static final Counting CASH = new Counting(day -> new Scheme(VatScheme.CASH, VatRate.NOUGHT));
    private static final Counting FLAT = new Counting(day -> new Scheme(VatScheme.FLAT_RATE, new VatRate(750)));

    @ParameterizedTest
    @CsvSource({
        "CHARGED,                2000, 10000, 0",
        "EXEMPT,                    0, 10000, 0",
        "EXPORTED,                  0, 10000, 0",
        "IMPORT_ONE_STOP_SHOP,      0, 10000, 0",
        "MARKETPLACE_ACCOUNTS,      0, 10000, 0",
        "REVERSE_CHARGE,            0, 10000, 0",
        "MARGIN_SCHEME,             0, 10000, 0",
        "TO_EU_BUSINESS,            0, 10000, 10000",
        "ONE_STOP_SHOP,             0,     0, 0",
        "REGISTERED_THERE,          0,     0, 0",
        "NOT_REGISTERED,            0,     0, 0",
        "OUTSIDE_SCOPE,             0,     0, 0",
    })
    void aSaleGoesIntoTheBoxesOfItsTreatment(VatTreatment treatment, long one, long six, long eight) {
        var figures = figures(STANDARD, List.of(sale(treatment, 100_00, 20_00)), List.of());
        assertThat(figures.exact(Box.ONE)).isEqualTo(Money.pence(one));
        assertThat(figures.exact(Box.SIX)).isEqualTo(Money.pence(six));
        assertThat(figures.exact(Box.EIGHT)).isEqualTo(Money.pence(eight));
    }

    @ParameterizedTest
    @CsvSource({
        "BOUGHT,              0,    0, 2000,     0, 10000,     0",
        "CAPITAL,             0,    0, 2000,     0, 10000,     0",
        "IMPORT,              0,    0, 2000,     0, 10000,     0",
        "IMPORT_POSTPONED, 2000,    0, 2000,     0, 10000,     0",
        "ACQUISITION,         0, 2000, 2000,     0, 10000, 10000",
        "SERVICE_FROM_ABROAD, 2000, 0, 2000, 10000, 10000,     0",
        "REVERSE_CHARGE,   2000,    0, 2000,     0, 10000,     0",
        "TO_SALES,         2000,    0,    0, 10000,     0,     0",
        "TO_PURCHASES,        0,    0, 2000,     0, 10000,     0",
    })
    void aPurchaseGoesIntoTheBoxesOfItsKind(
            PurchaseKind kind, long one, long two, long four, long six, long seven, long nine) {
        var amounts =
                STANDARD.ofPurchase(bought(kind, 100_00, 20_00)).orElseThrow().amounts();
        assertThat(amounts).isEqualTo(new Amounts(one, two, four, six, seven, 0, nine));
    }

    @Test
    void cashAccountingWaitsForAPurchaseToBePaidAndForNothingElse() {
        assertThat(CASH.ofPurchase(bought(PurchaseKind.BOUGHT, 100_00, 20_00))).isEmpty();
        var paid = new Purchase(
                UUID.randomUUID(),
                PurchaseKind.BOUGHT,
                DAY,
                Optional.of(DAY.plusMonths(2)),
                "1",
                Money.pence(100_00),
                Money.pence(20_00));
        assertThat(CASH.ofPurchase(paid).orElseThrow().taxPoint()).isEqualTo(DAY.plusMonths(2));
        assertThat(CASH.ofPurchase(bought(PurchaseKind.IMPORT, 100_00, 20_00))
                        .orElseThrow()
                        .taxPoint())
                .isEqualTo(DAY);
        assertThat(CASH.ofSupply(sale(VatTreatment.CHARGED, 100_00, 20_00))
                        .get(0)
                        .taxPoint())
                .isEqualTo(DAY);
    }

    @Test
    void theFlatRateIsOfTheTurnoverWithVatAndReclaimsOnlyLargeCapitalGoods() {
        var figures = figures(
                FLAT,
                List.of(sale(VatTreatment.CHARGED, 100_00, 20_00), sale(VatTreatment.EXPORTED, 80_00, 0)),
                List.of(
                        bought(PurchaseKind.BOUGHT, 500_00, 100_00),
                        bought(PurchaseKind.CAPITAL, 1_666_66, 333_33),
                        bought(PurchaseKind.CAPITAL, 1_666_67, 333_33)));
        assertThat(figures.exact(Box.ONE)).as("7.5% of £200").isEqualTo(Money.pence(15_00));
        assertThat(figures.boxes().shown(Box.SIX)).isEqualTo("£200");
        assertThat(figures.exact(Box.FOUR)).as("the one of £2,000").isEqualTo(Money.pence(333_33));
        assertThat(figures.exact(Box.SEVEN)).isEqualTo(Money.pence(1_666_67));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 750", "2026-04-01, 650", "2027-03-31, 650", "2027-04-01, 750"})
    void theFirstYearOfRegistrationTakesOnePointOff(LocalDate day, int basisPoints) {
        var said = new Said(
                LocalDate.of(2026, 1, 1),
                Optional.of(LocalDate.of(2026, 4, 1)),
                true,
                Territory.GREAT_BRITAIN,
                VatScheme.FLAT_RATE,
                Optional.of(new VatRate(750)),
                DistanceSales.BELOW_LIMIT,
                false,
                Set.of());
        var scheme = Scheme.of(List.of(said)).apply(day);
        assertThat(scheme.flatRate()).isEqualTo(new VatRate(basisPoints));
        assertThat(Scheme.of(List.of(said)).apply(LocalDate.of(2025, 12, 31))).isEqualTo(Scheme.STANDARD);
    }

    @Test
    void evidenceThatIsLateMakesVatDueAndEvidenceThatComesTakesItBack() {
        var turn = new Turn(
                UUID.randomUUID(),
                "V2026-000007",
                new OrderId(UUID.randomUUID()),
                DAY,
                Optional.of(DAY.plusDays(40)),
                Optional.of(Money.pence(20_00)));
        var entries = STANDARD.ofEvidence(turn);
        assertThat(entries).extracting(Entry::taxPoint).containsExactly(DAY, DAY.plusDays(40));
        assertThat(entries).extracting(entry -> entry.amounts().one()).containsExactly(20_00L, -20_00L);
        assertThat(Figures.sum(entries)).isEqualTo(Amounts.NONE);
        assertThat(FLAT.ofEvidence(turn)).isEmpty();
    }

    @Test
    void boxFiveHasNoSignAndPenceAreLeftOutOfWholePounds() {
        var figures = figures(
                STANDARD,
                List.of(sale(VatTreatment.CHARGED, 100_99, 20_20)),
                List.of(bought(PurchaseKind.BOUGHT, 200_50, 40_10)));
        assertThat(figures.boxes().decimal(Box.FIVE)).isEqualTo(new BigDecimal("19.90"));
        assertThat(figures.boxes().net()).isEqualTo("£19.90 to reclaim");
        assertThat(figures.boxes().decimal(Box.SIX)).isEqualTo(new BigDecimal("100"));
        assertThat(figures.leftOut(Box.SIX)).isEqualTo(Money.pence(99));
        var back = figures(STANDARD, List.of(sale(VatTreatment.CHARGED, -100_99, -20_20)), List.of());
        assertThat(back.boxes().shown(Box.SIX)).isEqualTo("-£100");
        assertThat(back.boxes().shown(Box.ONE)).isEqualTo("-£20.20");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_00, 10_000_01, 30_000_00, 30_000_01})
    void whatWasLeftOutIsToldApartWhereItIsTooMuch(long late) {
        var small = entry(late, 900_000_00, true);
        assertThat(Figures.of(List.of(small)).isLateTooMuch()).isEqualTo(late > 10_000_00);
        var large = entry(late, 3_000_000_00, true);
        assertThat(Figures.of(List.of(large)).isLateTooMuch()).isEqualTo(late > 30_000_00);
        assertThat(Figures.of(List.of(entry(late, 0, false))).isLateTooMuch()).isFalse();
    }

    /** Whatever there is: figures are the sum of what they show as made of, under every scheme. */
    @ParameterizedTest
    @EnumSource(VatScheme.class)
    void everyFigureIsTheSumOfItsDocuments(VatScheme scheme) {
        var rate = scheme == VatScheme.FLAT_RATE ? new VatRate(1_150) : VatRate.NOUGHT;
        var counting = new Counting(day -> new Scheme(scheme, rate));
        for (var seed = 1; seed <= 200; seed++) {
            var made = new MadeUpDocuments(seed);
            var sales = new ArrayList<Supplied>();
            var purchases = new ArrayList<Purchase>();
            for (var each = seed % 60; each >= 0; each--) {
                sales.add(made.anySale());
                purchases.add(made.anyPurchase());
            }
            var figures = figures(counting, sales, purchases);
            var told = "seed " + seed + ", " + scheme;
            for (var box : Box.values()) {
                var listed = figures.of(box).stream()
                        .mapToLong(entry -> entry.amounts().of(box))
                        .sum();
                var whole = box.isWholePounds() ? listed / 100 * 100 : box == Box.FIVE ? Math.abs(listed) : listed;
                assertThat(figures.boxes().pence(box)).as(told + ", " + box).isEqualTo(whole);
            }
            assertThat(figures.exact(Box.ONE).minor()).as(told).isEqualTo(boxOne(scheme, rate, sales, purchases));
        }
    }

    /** Box 1 reckoned another way: from the sums of all documents at once. */
    private static long boxOne(VatScheme scheme, VatRate rate, List<Supplied> sales, List<Purchase> purchases) {
        var accounted = purchases.stream()
                .filter(each -> switch (each.kind()) {
                    case IMPORT_POSTPONED, SERVICE_FROM_ABROAD, REVERSE_CHARGE, TO_SALES -> true;
                    default -> false;
                })
                .mapToLong(each -> each.vat().minor())
                .sum();
        var shares = sales.stream().flatMap(each -> each.shares().stream()).toList();
        if (scheme != VatScheme.FLAT_RATE) {
            return accounted
                    + shares.stream()
                            .filter(share -> share.treatment() == VatTreatment.CHARGED)
                            .mapToLong(share -> share.vat().minor())
                            .sum();
        }
        var turnover = shares.stream().mapToLong(CountingTest::turnover).sum();
        return accounted
                + BigDecimal.valueOf(turnover)
                        .multiply(BigDecimal.valueOf(rate.basisPoints()))
                        .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long turnover(Share share) {
        return switch (share.treatment()) {
            case CHARGED -> share.net().minor() + share.vat().minor();
            case EXEMPT, EXPORTED, IMPORT_ONE_STOP_SHOP, MARKETPLACE_ACCOUNTS, TO_EU_BUSINESS ->
                share.net().minor();
            default -> 0;
        };
    }

    @Test
    void severalPartsOfADocumentAreEntriesOfTheirOwn() {
        var entries = STANDARD.ofSupply(sale(
                List.of(share(VatTreatment.CHARGED, 2000, 100_00, 20_00), share(VatTreatment.CHARGED, 0, 50_00, 0))));
        assertThat(entries).extracting(Entry::part).containsExactly("CHARGED-2000", "CHARGED-0");
        assertThat(entries).extracting(Entry::detail).contains("United Kingdom VAT at 20%");
    }

    private static Figures figures(Counting counting, List<Supplied> sales, List<Purchase> purchases) {
        var entries = new ArrayList<Entry>();
        sales.forEach(each -> entries.addAll(counting.ofSupply(each)));
        purchases.forEach(each -> counting.ofPurchase(each).ifPresent(entries::add));
        return Figures.of(counting.withFlatRate(entries));
    }

    private static Entry entry(long vat, long net, boolean late) {
        return new Entry(UUID.randomUUID(), "x", EntryKind.SALE, DAY, "V1", "", late, 0, Amounts.ofSale(vat, net));
    }
}

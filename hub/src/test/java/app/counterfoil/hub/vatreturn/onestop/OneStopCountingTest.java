package app.counterfoil.hub.vatreturn.onestop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.invoice.OneStopShopSupplies.Share;
import app.counterfoil.hub.invoice.OneStopShopSupplies.Supplied;
import app.counterfoil.hub.invoice.VatStandings;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.order.NeedsAttention;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.vatreturn.onestop.OneStopCounting.RateOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which document counts in which return, over many made-up histories, and what is owed to whom. */
class OneStopCountingTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int HISTORIES = 200;
    private static final List<String> STATES = List.of("DE", "FR", "IE", "EE", "SK");
    private static final List<String> CURRENCIES = List.of("EUR", "GBP", "SEK");
    private static final OneStopCounting WITH_RATES = new OneStopCounting(
            rate -> Optional.of(new EuroRate(rate.currency(), rate.periodEnd(), units(rate))), day -> "XI");

    /** Another rate for each currency and period. */
    private static BigDecimal units(RateOf rate) {
        return BigDecimal.valueOf(rate.currency().getCurrencyCode().equals("GBP") ? 8_654 : 112_340, 4)
                .add(BigDecimal.valueOf(rate.periodEnd().toEpochDay() % 97, 4));
    }

    /** A document and when it was issued. */
    private record Issued(LocalDate on, Supplied document) {}

    /** A return that was declared, with what it counts. */
    private record Declared(TaxPeriod period, OneStopFigures figures) {}

    @ParameterizedTest
    @EnumSource(OneStopShop.class)
    void whatAllReturnsDeclareForAStateIsTheVatOfItsDocuments(OneStopShop shop) {
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            var random = new Random(seed);
            var history = history(random, seed % 2 == 0 ? List.of("EUR") : CURRENCIES);
            var declared = declared(shop, history, random);
            var told = new TreeMap<String, Long>();
            declared.forEach(each -> each.figures()
                    .balances()
                    .forEach(balance ->
                            told.merge(balance.state().code(), balance.owed().minor(), Long::sum)));
            var owed = new TreeMap<String, Long>();
            history.forEach(each -> owed.merge(each.document().to().code(), euros(shop, each.document()), Long::sum));
            assertThat(told).as("%s, seed %d", shop, seed).isEqualTo(owed);
            eachFigureIsTheSumOfItsDocuments(declared, seed);
        }
    }

    private static void eachFigureIsTheSumOfItsDocuments(List<Declared> declared, long seed) {
        var keys = new HashSet<OneStopEntry.Key>();
        for (var each : declared) {
            var figures = each.figures();
            figures.entries().forEach(entry -> assertThat(keys.add(entry.key()))
                    .as("seed %d", seed)
                    .isTrue());
            figures.lines().forEach(line -> assertThat(OneStopFigures.sum(figures.of(line), OneStopEntry::euroVat))
                    .as("seed %d", seed)
                    .isEqualTo(line.vat()));
            figures.corrections()
                    .forEach(correction -> assertThat(OneStopFigures.sum(figures.of(correction), OneStopEntry::euroVat))
                            .as("seed %d", seed)
                            .isEqualTo(correction.vat()));
            assertThat(figures.entries())
                    .as("seed %d: what is given back later changes no supply of the period", seed)
                    .allMatch(entry -> entry.correction()
                            ? entry.period().compareTo(each.period()) < 0
                            : entry.period().equals(each.period()));
        }
    }

    /** What of documents is owed, each turned into euros at the rate of the period of its supply. */
    private static long euros(OneStopShop shop, Supplied document) {
        var end = shop.periodOf(document.suppliedOn()).end();
        return document.shares().stream()
                .mapToLong(share -> share.vat().currency().getCurrencyCode().equals("EUR")
                        ? share.vat().minor()
                        : new EuroRate(
                                        share.vat().currency(),
                                        end,
                                        units(new RateOf(share.vat().currency(), end)))
                                .inEuros(share.vat())
                                .minor())
                .sum();
    }

    /** Sales over a year and a half, some issued late, some given back in part or whole up to a year later. */
    private static List<Issued> history(Random random, List<String> currencies) {
        var issued = new ArrayList<Issued>();
        for (var number = 1; number <= 60; number++) {
            var sold = FIRST.plusDays(random.nextInt(540));
            var state = STATES.get(random.nextInt(STATES.size()));
            var currency = currencies.get(random.nextInt(currencies.size()));
            var shares = new ArrayList<Share>();
            for (var rate : random.nextInt(4) == 0 ? List.of(1900, 700) : List.of(1900)) {
                shares.add(share(rate, 100 + random.nextInt(20_000), currency));
            }
            var on = sold.plusDays(random.nextInt(5) == 0 ? random.nextInt(200) : random.nextInt(3));
            issued.add(new Issued(on, document(random, "V-" + number, false, sold, sold, state, shares)));
            if (random.nextInt(3) == 0) {
                var back = on.plusDays(random.nextInt(300));
                var first = shares.get(0);
                var part = random.nextBoolean() ? 1 : 2;
                var note = new Share(
                        first.rate(),
                        new Money(-first.net().minor() / part, first.net().currency()),
                        new Money(-first.vat().minor() / part, first.vat().currency()));
                issued.add(new Issued(back, document(random, "CV-" + number, true, sold, back, state, List.of(note))));
            }
        }
        return issued;
    }

    private static Supplied document(
            Random random,
            String number,
            boolean credit,
            LocalDate sold,
            LocalDate day,
            String state,
            List<Share> shares) {
        return new Supplied(
                new UUID(random.nextLong(), random.nextLong()),
                number,
                credit,
                sold,
                day,
                new Territory(state),
                shares);
    }

    private static Share share(int rate, long net, String currency) {
        var of = Currency.getInstance(currency);
        return new Share(new VatRate(rate), new Money(net, of), new Money(net * rate / 10_000, of));
    }

    /** Each period is declared some days after its end, with the documents that were issued by then. */
    private static List<Declared> declared(OneStopShop shop, List<Issued> history, Random random) {
        var declared = new ArrayList<Declared>();
        var counted = new HashSet<OneStopEntry.Key>();
        var periods = new HashSet<TaxPeriod>();
        var last = FIRST.plusYears(4);
        for (var period = shop.periodOf(FIRST); period.start().isBefore(last); period = period.next()) {
            var on = period.end().plusDays(1 + random.nextInt(30));
            var known = history.stream()
                    .filter(each -> !each.on().isAfter(on))
                    .map(Issued::document)
                    .toList();
            var found = WITH_RATES.of(period, known, periods, counted, on);
            assertThat(found.tooLate()).isEmpty();
            var figures = OneStopFigures.of(found.entries());
            figures.entries().forEach(entry -> counted.add(entry.key()));
            periods.add(period);
            declared.add(new Declared(period, figures));
        }
        return declared;
    }

    @Test
    void aStateThatOwesMoreThanItGetsPaysItBackAndIsSetAgainstNoOther() {
        var figures = OneStopFigures.of(List.of(
                entry("DE", "2026-04-10", 20_00, false),
                entry("FR", "2026-04-10", 5_00, false),
                entry("FR", "2026-01-10", -8_00, true)));
        assertThat(figures.balances()).hasSize(2);
        var france = figures.balances().get(1);
        assertThat(france.owed().decimal()).isEqualTo("-3.00");
        assertThat(france.isPaidBack()).isTrue();
        assertThat(figures.payable().decimal()).as("Germany alone").isEqualTo("20.00");
        assertThat(figures.suppliedVat().decimal()).isEqualTo("25.00");
    }

    private static OneStopEntry entry(String state, String day, long vat, boolean correction) {
        var sold = LocalDate.parse(day);
        var found = WITH_RATES.of(
                OneStopShop.UNION.periodOf(correction ? LocalDate.of(2026, 4, 1) : sold),
                List.of(new Supplied(
                        UUID.randomUUID(),
                        "V-1",
                        vat < 0,
                        sold,
                        sold,
                        new Territory(state),
                        List.of(new Share(
                                new VatRate(2000),
                                new Money(vat * 5, OneStopFigures.EURO),
                                new Money(vat, OneStopFigures.EURO))))),
                correction ? Set.of(OneStopShop.UNION.periodOf(sold)) : Set.of(),
                Set.of(),
                LocalDate.of(2026, 7, 2));
        return found.entries().get(0);
    }

    @Test
    void theRateOfAStateIsTheStandardOneOfTheDayOrAReducedOne() {
        var found = WITH_RATES.of(
                OneStopShop.UNION.periodOf(LocalDate.of(2026, 1, 10)),
                List.of(document(
                        new Random(1),
                        "V-1",
                        false,
                        LocalDate.of(2026, 1, 10),
                        LocalDate.of(2026, 1, 10),
                        "DE",
                        List.of(share(1900, 100_00, "EUR"), share(700, 100_00, "EUR")))),
                Set.of(),
                Set.of(),
                LocalDate.of(2026, 4, 2));
        assertThat(found.entries())
                .extracting(entry -> entry.line().kind())
                .containsExactlyInAnyOrder(RateKind.STANDARD, RateKind.REDUCED);
    }

    @Test
    void whatHasNoRateOrNoStateIsNamedAndNotCounted() {
        var day = LocalDate.of(2026, 1, 10);
        var found = new OneStopCounting(rate -> Optional.empty(), from -> "XI")
                .of(
                        OneStopShop.UNION.periodOf(day),
                        List.of(
                                document(new Random(1), "V-1", false, day, day, "DE", List.of(share(1900, 100, "GBP"))),
                                document(new Random(2), "V-2", false, day, day, "JE", List.of(share(1900, 100, "EUR"))),
                                document(
                                        new Random(3), "V-3", false, day, day, "MC", List.of(share(2000, 100, "EUR")))),
                        Set.of(),
                        Set.of(),
                        day);
        assertThat(found.withoutRate())
                .containsExactly(new RateOf(Currency.getInstance("GBP"), LocalDate.of(2026, 3, 31)));
        assertThat(found.withoutState()).containsExactly("V-2");
        assertThat(found.entries())
                .as("Monaco counts as France")
                .extracting(entry -> entry.line().state().code())
                .containsExactly("FR");
    }

    @Test
    void aFileOfTheBankIsReadForTheDaysThatCount() {
        var pounds = Set.of(Currency.getInstance("GBP"));
        var today = LocalDate.of(2024, 4, 10);
        var file =
                """
                Date,USD,JPY,GBP,
                2024-04-03,1.08,163.6,0.8575,
                2024-04-02,1.07,162.8,0.8551,
                2024-03-28,1.08,163.4,0.8551,
                2024-02-29,1.08,163.2,N/A,
                2023-12-29,1.1,156.3,0.8690,
                2024-01-02,1.09,156.0,0.8664,
                """;
        assertThat(TypedEuroRates.ofFile(file, pounds, today))
                .extracting(rate -> rate.periodEnd() + " " + rate.units())
                .containsExactly("2024-03-31 0.8551", "2023-12-31 0.8664");
        assertThat(TypedEuroRates.ofFile("Date, USD, GBP, \n02 April 2024, 1.07, 0.8551, \n", pounds, today))
                .hasSize(1);
        assertThatThrownBy(() -> TypedEuroRates.ofFile("Day,GBP\n2024-04-02,1", pounds, today))
                .hasMessageContaining("does not name the column Date");
        assertThatThrownBy(() -> TypedEuroRates.ofFile("Date,GBP\nsoon,1", pounds, today))
                .hasMessageContaining("does not begin with a day");
        assertThatThrownBy(() -> TypedEuroRates.ofFile("Date,GBP\n2024-04-02,-1", pounds, today))
                .hasMessageContaining("this is no rate");
    }

    @Test
    void whatIsNoRateIsRefused() {
        for (var wrong : List.of("EUR", "EURO", "", "XTS")) {
            assertThatThrownBy(() -> TypedEuroRates.read(wrong, "2026-03", "0.86"))
                    .hasMessageContaining("Currency");
        }
        for (var wrong : List.of("", "2026-13", "2021-05", "March")) {
            assertThatThrownBy(() -> TypedEuroRates.read("GBP", wrong, "0.86")).hasMessageContaining("Month");
        }
        for (var wrong : List.of("", "0", "-1", "x", "1e9", "0.123456789")) {
            assertThatThrownBy(() -> TypedEuroRates.read("GBP", "2026-03", wrong))
                    .hasMessageContaining("this is no rate");
        }
    }

    @Test
    void anIossNumberInTheNumberOfAReturnIsCutToItsLastDigits() {
        var day = LocalDate.of(2026, 4, 2);
        assertThat(new PortalReceipt(day, " DE/IM2760001234/M03.2026 ").reference())
                .isEqualTo("DE/IM-1234/M03.2026");
        var period = OneStopShop.UNION.periodOf(LocalDate.of(2026, 1, 1));
        for (var wrong : List.of("", "no digit", "GB 1", "Pat")) {
            assertThatThrownBy(() -> new PortalReceipt(day, wrong).refuseUnfit(period, day))
                    .hasMessageContaining("Number of the return");
        }
        assertThatThrownBy(() -> new PortalReceipt(period.end(), "GB/1").refuseUnfit(period, day))
                .hasMessageContaining("Submitted on");
        assertThatThrownBy(() -> new PortalReceipt(day.plusDays(1), "GB/1").refuseUnfit(period, day))
                .hasMessageContaining("Submitted on");
    }

    @Test
    void periodsGoFromWhenTheSellerTookPartOrSoldSo() {
        var said = List.of(
                OneStopBench.said(LocalDate.of(2026, 8, 15), false),
                OneStopBench.said(LocalDate.of(2025, 2, 10), true));
        var today = LocalDate.of(2026, 11, 28);
        assertThat(begun(said, LocalDate.of(2026, 1, 5), List.of(), today))
                .containsExactly("Q1 2026", "Q2 2026", "Q3 2026");
        assertThat(begun(said, LocalDate.of(2025, 6, 1), List.of(LocalDate.of(2026, 10, 1)), today))
                .as("and what was sold so after that")
                .containsExactly("Q2 2025", "Q3 2025", "Q4 2025", "Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026");
        assertThat(begun(List.of(), FIRST, List.of(), today)).isEmpty();
        assertThat(begun(said.subList(1, 2), LocalDate.of(2026, 7, 1), List.of(), today))
                .containsExactly("Q3 2026", "Q4 2026");
    }

    @Test
    void aReminderComesTwoWeeksBeforeTheDayAndChangesOnceItHasPassed() {
        var march = OneStopShop.IMPORT.periodOf(LocalDate.of(2026, 3, 1));
        var april = march.next();
        assertThat(OneStopNeedsAttention.of(OneStopShop.IMPORT, List.of(march), LocalDate.of(2026, 4, 15)))
                .isEmpty();
        assertThat(OneStopNeedsAttention.of(OneStopShop.IMPORT, List.of(march), LocalDate.of(2026, 4, 16)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Import One Stop Shop: return for March 2026");
                    assertThat(item.wrong()).isEqualTo("It is due by 30 Apr 2026, also if nothing was sold");
                    assertThat(item.path()).isEqualTo("/vat/one-stop-shop/import/2026-03-01");
                });
        assertThat(OneStopNeedsAttention.of(OneStopShop.IMPORT, List.of(march, april), LocalDate.of(2026, 5, 17)))
                .extracting(NeedsAttention.Item::wrong)
                .containsExactly(
                        "It was due by 30 Apr 2026, also if nothing was sold",
                        "It is due by 31 May 2026, also if nothing was sold");
        assertThat(OneStopNeedsAttention.of(OneStopShop.IMPORT, List.of(march, april), LocalDate.of(2026, 6, 1)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Import One Stop Shop: 2 returns, the first for March 2026");
                    assertThat(item.wrong()).isEqualTo("The first was due by 30 Apr 2026, also if nothing was sold");
                });
    }

    private static List<String> begun(
            List<VatStandings.Said> said, LocalDate first, List<LocalDate> sold, LocalDate today) {
        return OneStopPeriods.begun(OneStopShop.UNION, said, first, sold, Set.of(), today).stream()
                .map(TaxPeriod::shown)
                .toList();
    }
}

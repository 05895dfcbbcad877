package app.counterfoil.hub.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.invoice.IssuedSales.Sale;
import app.counterfoil.hub.invoice.IssuedSales.Share;
import app.counterfoil.hub.invoice.Sold;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.tax.VatRate;
import app.counterfoil.hub.tax.VatTreatment;
import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Double entry: whatever a document says, its debits come to what its credits come to. */
class JournalTest {

    private static final long SEED = 20261128;

    @Test
    void debitsEqualCreditsOfAnyDocument() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        for (int each = 0; each < 2_000; each++) {
            var sale = any(random);
            var lines = Journal.of(sale);
            assertThat(sum(sale, lines, JournalEntry.Line::debit))
                    .as("document %s of seed %s", each, SEED)
                    .isEqualTo(sum(sale, lines, JournalEntry.Line::credit));
            assertThat(lines)
                    .allMatch(line -> line.debit().isZero() != line.credit().isZero());
            var owed = sale.shares().stream().map(Journal::gross).reduce(Money.zero(sale.currency()), Money::plus);
            var debtors = lines.stream()
                    .filter(line -> line.place() == JournalPlace.DEBTORS)
                    .map(line -> line.debit().minus(line.credit()))
                    .reduce(Money.zero(sale.currency()), Money::plus);
            assertThat(debtors).as("what the customer owes").isEqualTo(owed);
        }
    }

    @Test
    void aSaleAndItsCreditStandOnOppositeSides() {
        var sale = sale(share(Sold.GOODS, VatTreatment.CHARGED, 12_50, 2_50));
        assertThat(Journal.of(sale))
                .containsExactly(
                        new JournalEntry.Line(JournalPlace.DEBTORS, Money.pence(15_00), Money.pence(0)),
                        new JournalEntry.Line(JournalPlace.SALES, Money.pence(0), Money.pence(12_50)),
                        new JournalEntry.Line(JournalPlace.VAT, Money.pence(0), Money.pence(2_50)));
        var credit = sale(share(Sold.GOODS, VatTreatment.CHARGED, -12_50, -2_50));
        assertThat(Journal.of(credit))
                .containsExactly(
                        new JournalEntry.Line(JournalPlace.DEBTORS, Money.pence(0), Money.pence(15_00)),
                        new JournalEntry.Line(JournalPlace.SALES, Money.pence(12_50), Money.pence(0)),
                        new JournalEntry.Line(JournalPlace.VAT, Money.pence(2_50), Money.pence(0)));
    }

    @Test
    void vatOfAnotherStateIsOwedThere() {
        assertThat(Journal.of(sale(share(Sold.GOODS, VatTreatment.ONE_STOP_SHOP, 10_00, 2_10))))
                .extracting(JournalEntry.Line::place)
                .containsExactly(JournalPlace.DEBTORS, JournalPlace.SALES, JournalPlace.VAT_ABROAD);
    }

    private static Sale any(Random random) {
        var shares = IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(each -> share(
                        any(random, Sold.values()),
                        any(random, VatTreatment.values()),
                        random.nextInt(40_000) - 20_000,
                        random.nextInt(8_000) - 4_000))
                .toArray(Share[]::new);
        return sale(shares);
    }

    private static <T> T any(Random random, T[] of) {
        return List.of(of).get(random.nextInt(of.length));
    }

    private static Share share(Sold sold, VatTreatment treatment, long net, long vat) {
        return new Share(sold, treatment, new VatRate(20_00), Money.pence(net), Money.pence(vat));
    }

    private static Sale sale(Share... shares) {
        return new Sale(
                new UUID(1, 1),
                "V-1",
                new OrderId(new UUID(2, 2)),
                new SubjectId(new UUID(3, 3)),
                LocalDate.of(2026, 3, 1),
                false,
                Optional.empty(),
                Currency.getInstance("GBP"),
                List.of(shares));
    }

    private static Money sum(Sale sale, List<JournalEntry.Line> lines, Function<JournalEntry.Line, Money> side) {
        return lines.stream().map(side).reduce(Money.zero(sale.currency()), Money::plus);
    }
}

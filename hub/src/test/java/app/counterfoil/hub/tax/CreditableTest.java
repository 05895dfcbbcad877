package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.tax.Reckoning.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** However an invoice is credited, part by part, never more than was invoiced is credited, of no row and of no rate. */
class CreditableTest {

    private static final Money NONE = Money.pence(0);
    private static final VatRate TWENTY = new VatRate(2000);
    private static final VatRate FIVE = new VatRate(500);

    @Test
    void aRefundOfEverythingTakesNetAndVatOfTheInvoiceToThePenny() {
        var invoice = mixed();
        var credit = Creditable.of(invoice).byAmount(invoice.total().gross());
        assertThat(sum(credit)).isEqualTo(invoice.total());
        assertThat(Creditable.of(invoice).after(credit).remaining()).isEqualTo(NONE);
    }

    @Test
    void aPartIsSharedByTheRatesAndTheirRows() {
        var credit = Creditable.of(mixed()).byAmount(Money.pence(22_00));
        assertThat(credit.stream()
                        .map(row -> row.gross().minor() + "/" + row.vat().minor()))
                .as("half of a lamp of 30.00, of a book of 10.00, and of 4.00 delivery that goes with both")
                .containsExactly("500/0", "1500/250", "50/0", "150/25");
    }

    @Test
    void aDiscountGoesBackWithTheLastOfItsRateAndNotBefore() {
        var line = new SaleLine(1, Money.pence(10_00), NONE, VatTreatment.CHARGED, TWENTY);
        var book = new SaleLine(1, Money.pence(90_00), NONE, VatTreatment.CHARGED, VatRate.NOUGHT);
        var off = Extra.of("Discount", 0, Money.pence(-10_00));
        var invoice = new Sale(List.of(line, book), List.of(off), Money.pence(90_00)).reckon();
        var half = Creditable.of(invoice).byAmount(Money.pence(45_00));
        assertThat(half.stream().map(row -> row.gross().minor()))
                .as("of the rate of the lamp nothing was left to credit")
                .containsExactly(0L, 45_00L, 0L);
        var rest = Creditable.of(invoice).after(half).byAmount(Money.pence(45_00));
        assertThat(sum(Stream.concat(half.stream(), rest.stream()).toList())).isEqualTo(invoice.total());
    }

    @Test
    void moreThanIsLeftIsRefusedWithWhatIsLeft() {
        var invoice = mixed();
        var fresh = Creditable.of(invoice);
        assertThatThrownBy(() -> fresh.byAmount(Money.pence(44_01))).hasMessageContaining("£44.00 is left");
        assertThatThrownBy(() -> fresh.byAmount(NONE)).hasMessageContaining("£0.00");
        assertThatThrownBy(() -> fresh.byAmount(Money.pence(-1))).hasMessageContaining("-£0.01");
        var ofTheBook = rows(invoice, 10_01, 0, 0, 0);
        assertThatThrownBy(() -> fresh.byRows(ofTheBook)).hasMessageContaining("£10.00 is left");
        var used = fresh.after(fresh.byRows(rows(invoice, 6_00, 0, 0, 0)));
        assertThatThrownBy(() -> used.byRows(rows(invoice, 5_00, 0, 0, 0))).hasMessageContaining("£4.00 is left");
        assertThat(sum(used.byRows(rows(invoice, 4_00, 30_00, 0, 0)))).satisfies(figures -> {
            assertThat(figures.gross()).isEqualTo(Money.pence(34_00));
            assertThat(figures.vat()).isEqualTo(Money.pence(5_00));
        });
    }

    @Test
    void ofADiscountedRateNoMoreIsCreditedThanWasPaidForIt() {
        var line = new SaleLine(1, Money.pence(10_00), NONE, VatTreatment.CHARGED, TWENTY);
        var off = Extra.of("Discount", 0, Money.pence(-4_00));
        var invoice = new Sale(List.of(line), List.of(off), Money.pence(6_00)).reckon();
        assertThatThrownBy(() -> Creditable.of(invoice).byRows(rows(invoice, 10_00, 0)))
                .hasMessageContaining("£6.00 is left");
        assertThat(sum(Creditable.of(invoice).byRows(rows(invoice, 10_00, -4_00))))
                .isEqualTo(invoice.total());
    }

    @Test
    void whateverIsCreditedInWhateverStepsNothingIsCreditedTwiceAndAllOfItComesBack() {
        var seed = 20261128L;
        var chance = new Random(seed);
        for (int document = 0; document < 2_000; document++) {
            var what = "seed " + seed + ", document " + document;
            var invoice = any(chance);
            var left = Creditable.of(invoice);
            var all = new ArrayList<Figures>();
            while (left.remaining().minor() > 0) {
                var credit = step(chance, left);
                assertThat(sum(credit).gross().minor()).as(what).isPositive();
                all.addAll(credit);
                left = left.after(credit);
                holds(what, invoice, left);
            }
            assertThat(all.isEmpty() ? invoice.total() : sum(all)).as(what).isEqualTo(invoice.total());
        }
    }

    private static List<Figures> step(Random chance, Creditable left) {
        if (chance.nextInt(4) == 0) {
            return left.byAmount(left.remaining());
        }
        return left.byAmount(Money.pence(1 + chance.nextLong(left.remaining().minor())));
    }

    /** Of each row and each rate what was credited lies between nothing and what was invoiced, VAT as well. */
    private static void holds(String what, Reckoning invoice, Creditable left) {
        for (int row = 0; row < invoice.rows().size(); row++) {
            between(
                    what,
                    left.credited().get(row).gross(),
                    invoice.rows().get(row).figures().gross());
            between(
                    what,
                    left.credited().get(row).vat(),
                    invoice.rows().get(row).figures().vat());
            between(
                    what,
                    left.credited().get(row).net(),
                    invoice.rows().get(row).figures().net());
        }
        invoice.rates().forEach(rate -> {
            var credited = IntStream.range(0, invoice.rows().size())
                    .filter(row -> invoice.rows().get(row).rate().equals(rate.rate())
                            && invoice.rows().get(row).treatment() == rate.treatment())
                    .mapToObj(left.credited()::get)
                    .toList();
            between(what, sum(credited).gross(), rate.figures().gross());
        });
    }

    private static void between(String what, Money credited, Money invoiced) {
        var low = Math.min(0, invoiced.minor());
        var high = Math.max(0, invoiced.minor());
        assertThat(credited.minor()).as(what).isBetween(low, high);
    }

    private static Reckoning any(Random chance) {
        var rates = List.of(VatRate.NOUGHT, FIVE, TWENTY);
        var lines = IntStream.range(0, 1 + chance.nextInt(4))
                .mapToObj(line -> new SaleLine(
                        1 + chance.nextInt(3),
                        Money.pence(chance.nextInt(5_000)),
                        NONE,
                        VatTreatment.CHARGED,
                        rates.get(chance.nextInt(3))))
                .collect(Collectors.toList());
        var goods = lines.stream().mapToLong(line -> line.value().minor()).sum();
        var extras = new ArrayList<Extra>();
        if (chance.nextBoolean()) {
            extras.add(Extra.ofAll("Delivery", Money.pence(chance.nextInt(900))));
        }
        if (chance.nextBoolean() && goods > 0) {
            extras.add(Extra.ofAll("Discount", Money.pence(-chance.nextLong(goods))));
        }
        var paid = goods
                + extras.stream().mapToLong(extra -> extra.amount().minor()).sum();
        return new Sale(lines, extras, Money.pence(paid)).reckon();
    }

    private static Reckoning mixed() {
        var book = new SaleLine(1, Money.pence(10_00), NONE, VatTreatment.CHARGED, VatRate.NOUGHT);
        var lamp = new SaleLine(1, Money.pence(30_00), NONE, VatTreatment.CHARGED, TWENTY);
        return new Sale(List.of(book, lamp), List.of(Extra.ofAll("Delivery", Money.pence(4_00))), Money.pence(44_00))
                .reckon();
    }

    private static List<Money> rows(Reckoning invoice, long... pence) {
        assertThat(pence).hasSameSizeAs(invoice.rows());
        return IntStream.range(0, pence.length)
                .mapToObj(row -> Money.pence(pence[row]))
                .toList();
    }

    private static Figures sum(List<Figures> rows) {
        return rows.stream().reduce(Figures::plus).orElseThrow();
    }
}

package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final Money NONE = Money.pence(0);

    @Test
    void tenPiecesAtTwentyThreeNinetyLessAQuarterComeToWhatTheChannelSays() {
        var line = new SaleLine(10, Money.pence(2390), Money.pence(5975), VatTreatment.CHARGED, new VatRate(2000));
        var total =
                new Sale(List.of(line), NONE, NONE, Money.pence(17925)).reckon().total();
        assertThat(total.gross()).isEqualTo(Money.pence(17925));
        assertThat(total.vat()).isEqualTo(Money.pence(2988));
        assertThat(total.net()).isEqualTo(Money.pence(14937));
    }

    @Test
    void shippingTakesTheRatesOfTheGoodsByValue() {
        var book = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, VatRate.NOUGHT);
        var lamp = new SaleLine(1, Money.pence(3000), NONE, VatTreatment.CHARGED, new VatRate(2000));
        var reckoned = new Sale(List.of(book, lamp), NONE, Money.pence(400), Money.pence(4400)).reckon();
        assertThat(reckoned.rates().get(0).figures().gross()).isEqualTo(Money.pence(3300));
        assertThat(reckoned.rates().get(0).figures().vat()).isEqualTo(Money.pence(550));
        assertThat(reckoned.rates().get(1).figures().gross()).isEqualTo(Money.pence(1100));
    }

    @Test
    void aSumThatRoundingDoesNotExplainIsRefused() {
        var line = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, new VatRate(2000));
        assertThatThrownBy(() -> new Sale(List.of(line), NONE, NONE, Money.pence(1003)).reckon())
                .isInstanceOf(PaidDiffers.class);
    }

    @Test
    void vatInEurosIsToldInSterlingToo() {
        var euro = Currency.getInstance("EUR");
        var line = new SaleLine(1, new Money(12000, euro), Money.zero(euro), VatTreatment.CHARGED, new VatRate(2000));
        var reckoned = new Sale(List.of(line), Money.zero(euro), Money.zero(euro), new Money(12000, euro)).reckon();
        var rate = new SterlingRate(euro, new BigDecimal("0.85"), "an invented rate of the month");
        assertThat(reckoned.vatInSterling(rate)).isEqualTo(Money.pence(1700));
    }

    @Test
    void tenThousandSalesAddUpToThePenny() {
        var seed = 20260214L;
        var chance = new Random(seed);
        for (var document = 0; document < 10_000; document++) {
            var sale = aSale(chance);
            var reckoned = sale.reckon();
            var what = "seed " + seed + ", document " + document;
            assertThat(sum(reckoned.lines())).as(what).isEqualTo(reckoned.total());
            assertThat(sum(reckoned.rates().stream()
                            .map(Reckoning.RateTotal::figures)
                            .toList()))
                    .as(what)
                    .isEqualTo(reckoned.total());
            assertThat(reckoned.total().gross()).as(what).isEqualTo(sale.paid());
            assertThat(reckoned.lines()).as(what).allSatisfy(line -> {
                assertThat(line.net().plus(line.vat())).isEqualTo(line.gross());
                assertThat(line.net().minor()).isNotNegative();
                assertThat(line.vat().minor()).isNotNegative();
            });
            assertThat(reckoned.rates()).as(what).allSatisfy(rate -> assertThat(
                            rate.figures().vat())
                    .isEqualTo(rate.rate().within(rate.figures().gross())));
        }
    }

    private static Sale aSale(Random chance) {
        var rates = new int[] {2000, 500, 0};
        var lines = IntStream.rangeClosed(1, 1 + chance.nextInt(8))
                .mapToObj(number -> {
                    var quantity = 1 + chance.nextInt(12);
                    var price = chance.nextInt(20_000);
                    var discount = chance.nextInt(quantity * price + 1);
                    return new SaleLine(
                            quantity,
                            Money.pence(price),
                            Money.pence(discount),
                            VatTreatment.CHARGED,
                            new VatRate(rates[chance.nextInt(3)]));
                })
                .toList();
        var goods = lines.stream().mapToLong(line -> line.value().minor()).sum();
        var discount = chance.nextBoolean() ? 0 : chance.nextLong(goods + 1);
        var shipping = chance.nextInt(2_000);
        var paid = Math.max(0, goods - discount + shipping + chance.nextInt(3) - 1);
        return new Sale(lines, Money.pence(discount), Money.pence(shipping), Money.pence(paid));
    }

    private static Reckoning.Figures sum(List<Reckoning.Figures> figures) {
        return figures.stream()
                .reduce(
                        new Reckoning.Figures(NONE, NONE, NONE),
                        (one, other) -> new Reckoning.Figures(
                                one.net().plus(other.net()),
                                one.vat().plus(other.vat()),
                                one.gross().plus(other.gross())));
    }
}

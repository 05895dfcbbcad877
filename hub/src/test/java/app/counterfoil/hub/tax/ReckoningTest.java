package app.counterfoil.hub.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final Money NONE = Money.pence(0);

    private static final VatRate TWENTY = new VatRate(2000);

    @Test
    void tenPiecesAtTwentyThreeNinetyLessAQuarterComeToWhatTheChannelSays() {
        var line = new SaleLine(10, Money.pence(2390), Money.pence(5975), VatTreatment.CHARGED, TWENTY);
        var total =
                new Sale(List.of(line), List.of(), Money.pence(17925)).reckon().total();
        assertThat(total.gross()).isEqualTo(Money.pence(17925));
        assertThat(total.vat()).isEqualTo(Money.pence(2988));
        assertThat(total.net()).isEqualTo(Money.pence(14937));
    }

    @Test
    void deliveryTakesTheRatesOfTheGoodsByValueInRowsOfItsOwn() {
        var book = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, VatRate.NOUGHT);
        var lamp = new SaleLine(1, Money.pence(3000), NONE, VatTreatment.CHARGED, TWENTY);
        var delivery = Extra.ofAll("Delivery", Money.pence(400));
        var reckoned = new Sale(List.of(book, lamp), List.of(delivery), Money.pence(4400)).reckon();
        assertThat(reckoned.rates().get(0).figures().gross()).isEqualTo(Money.pence(3300));
        assertThat(reckoned.rates().get(0).figures().vat()).isEqualTo(Money.pence(550));
        assertThat(reckoned.rates().get(1).figures().gross()).isEqualTo(Money.pence(1100));
        assertThat(reckoned.rows().stream()
                        .map(row -> row.extra() + row.rate().shown() + " "
                                + row.figures().gross()))
                .containsExactly("0% 10.00 GBP", "20% 30.00 GBP", "Delivery0% 1.00 GBP", "Delivery20% 3.00 GBP");
    }

    @Test
    void theNetOfGoodsHoldsNothingOfTheDelivery() {
        var tea = new SaleLine(1, Money.pence(695), NONE, VatTreatment.CHARGED, TWENTY);
        var reckoned =
                new Sale(List.of(tea), List.of(Extra.ofAll("Delivery", Money.pence(395))), Money.pence(1090)).reckon();
        assertThat(reckoned.rows().get(0).figures().net()).isEqualTo(Money.pence(579));
        assertThat(reckoned.total().net()).isEqualTo(Money.pence(908));
    }

    @Test
    void anExtraOfOneLineTakesItsRateAlone() {
        var book = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, VatRate.NOUGHT);
        var lamp = new SaleLine(1, Money.pence(3000), NONE, VatTreatment.CHARGED, TWENTY);
        var wrapping = Extra.of("Gift wrapping", 0, Money.pence(300));
        var reckoned = new Sale(List.of(book, lamp), List.of(wrapping), Money.pence(4300)).reckon();
        assertThat(reckoned.total().vat()).isEqualTo(Money.pence(500));
    }

    @Test
    void whatThePartsDoNotExplainIsShownAsARowOfItsOwn() {
        var line = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, TWENTY);
        var less = new Sale(List.of(line), List.of(), Money.pence(850)).reckon();
        assertThat(less.rows().get(1).extra()).isEqualTo(Extra.ADJUSTMENT);
        assertThat(less.rows().get(1).figures().gross()).isEqualTo(Money.pence(-150));
        assertThat(less.total().gross()).isEqualTo(Money.pence(850));
        assertThat(less.total().vat()).isEqualTo(Money.pence(142));
        var penny = new Sale(List.of(line), List.of(), Money.pence(1001)).reckon();
        assertThat(penny.rows().get(1).extra()).isEqualTo(Extra.ROUNDING);
    }

    @Test
    void aSumThatNoAdjustmentExplainsIsRefusedWithItsFigures() {
        var line = new SaleLine(1, Money.pence(1000), NONE, VatTreatment.CHARGED, TWENTY);
        var sale = new Sale(List.of(line), List.of(Extra.ofAll("Delivery", Money.pence(399))), Money.pence(3003));
        assertThatThrownBy(sale::reckon)
                .isInstanceOf(PaidDiffers.class)
                .hasMessageContaining("£13.99 (goods £10.00, delivery £3.99)")
                .hasMessageContaining("£30.03 was paid: £16.04 is not explained");
    }

    @Test
    void vatInEurosIsToldInSterlingToo() {
        var euro = Currency.getInstance("EUR");
        var line = new SaleLine(1, new Money(12000, euro), Money.zero(euro), VatTreatment.CHARGED, TWENTY);
        var reckoned = new Sale(List.of(line), List.of(), new Money(12000, euro)).reckon();
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
            assertThat(sum(reckoned.rows().stream().map(Reckoning.Row::figures)))
                    .as(what)
                    .isEqualTo(reckoned.total());
            assertThat(sum(reckoned.rates().stream().map(Reckoning.RateTotal::figures)))
                    .as(what)
                    .isEqualTo(reckoned.total());
            assertThat(reckoned.total().gross()).as(what).isEqualTo(sale.paid());
            assertThat(reckoned.rows()).as(what).allSatisfy(row -> {
                var figures = row.figures();
                assertThat(figures.net().plus(figures.vat())).isEqualTo(figures.gross());
                assertThat(Math.abs(row.rate().within(figures.gross()).minor()
                                - figures.vat().minor()))
                        .isLessThanOrEqualTo(1);
            });
            for (var line = 0; line < sale.lines().size(); line++) {
                assertThat(reckoned.rows().get(line).figures().gross())
                        .as(what)
                        .isEqualTo(sale.lines().get(line).value());
            }
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
                    var price = 1 + chance.nextInt(20_000);
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
        return new Sale(
                lines,
                List.of(
                        Extra.ofAll("Discount", Money.pence(-discount)),
                        Extra.ofAll("Delivery", Money.pence(shipping)),
                        Extra.of("Gift wrapping", chance.nextInt(lines.size()), Money.pence(0))),
                Money.pence(paid));
    }

    private static Reckoning.Figures sum(Stream<Reckoning.Figures> figures) {
        return figures.reduce(new Reckoning.Figures(NONE, NONE, NONE), Reckoning.Figures::plus);
    }
}

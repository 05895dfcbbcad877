package app.counterfoil.hub.channel.ebay;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.PriceParts;
import app.counterfoil.hub.order.PriceParts.Kind;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every part of eBay's pricing summary finds its place, and all of them come to the total. */
class EbayPricesTest {

    @Test
    void aDeliveryDiscountMakesDeliveryCheaperWhateverItsSign() {
        for (var discount : new String[] {"-1.50", "1.50"}) {
            var order = read("", sum("deliveryCost", "4.00"), sum("deliveryDiscount", discount), sum("total", "22.50"));
            assertThat(order.shipping()).isEqualTo(Money.pence(2_50));
            addsUp(order);
        }
    }

    @Test
    void anAdjustmentCountsAsTheTotalSays() {
        var less = read("", sum("deliveryCost", "0.00"), sum("adjustment", "-2.00"), sum("total", "18.00"));
        assertThat(less.parts().parts()).containsExactly(part(Kind.ADJUSTMENT, -2_00));
        addsUp(less);
        var subtracted = read("", sum("deliveryCost", "0.00"), sum("adjustment", "2.00"), sum("total", "18.00"));
        assertThat(subtracted.parts().parts()).containsExactly(part(Kind.ADJUSTMENT, -2_00));
        addsUp(subtracted);
        var more = read("", sum("deliveryCost", "0.00"), sum("adjustment", "2.00"), sum("total", "22.00"));
        assertThat(more.parts().parts()).containsExactly(part(Kind.ADJUSTMENT, 2_00));
        addsUp(more);
    }

    @Test
    void feesAndTaxesOfTheCheckoutAreNamed() {
        var order =
                read("", sum("deliveryCost", "1.00"), sum("fee", "0.50"), sum("tax", "4.30"), sum("total", "25.80"));
        assertThat(order.parts().parts()).containsExactly(part(Kind.FEE, 50), part(Kind.TAX, 4_30));
        addsUp(order);
    }

    @Test
    void whatEbayRemitsItselfIsNotTheSellers() {
        var order = read(
                "\"ebayCollectAndRemitTaxes\": [{\"taxType\": \"VAT\", \"amount\": " + amount("4.00") + "}],",
                sum("deliveryCost", "0.00"),
                sum("tax", "4.00"),
                sum("total", "20.00"));
        assertThat(order.parts().parts()).isEmpty();
        assertThat(order.vatByChannel()).isTrue();
        addsUp(order);
    }

    @Test
    void aDiscountThatTheLinesDoNotHoldIsOneOfTheWholeOrder() {
        var order = read(
                "",
                sum("priceSubtotal", "20.00"),
                sum("priceDiscount", "-5.00"),
                sum("deliveryCost", "0.00"),
                sum("total", "15.00"));
        assertThat(order.parts().parts()).containsExactly(part(Kind.DISCOUNT, -5_00));
        addsUp(order);
    }

    @Test
    void deliveryIsAddedUpFromTheLinesIfTheSummaryIsSilent() {
        var order = read(
                "\"deliveryCost\": {\"shippingCost\": " + amount("3.00") + ", \"handlingCost\": " + amount("1.00")
                        + ", \"discountAmount\": " + amount("-0.50") + "},",
                sum("total", "23.50"));
        assertThat(order.shipping()).isEqualTo(Money.pence(3_50));
        addsUp(order);
    }

    @Test
    void refundsAreCountedOnceWhereverTheyAreTold() {
        var refund = "{\"refundId\": \"R1\", \"refundStatus\": \"REFUNDED\", \"amount\": " + amount("5.00")
                + ", \"refundDate\": \"2026-02-15T10:00:00.000Z\"}";
        var failed = "{\"refundId\": \"R2\", \"refundStatus\": \"FAILED\", \"amount\": " + amount("9.00") + "}";
        var ofLine = "{\"refundId\": \"R3\", \"amount\": " + amount("2.00")
                + ", \"refundDate\": \"2026-02-16T10:00:00.000Z\"}";
        var json = json("\"refunds\": [" + refund + ", " + ofLine + "],", sum("total", "20.00"))
                .replace("\"refunds\": []", "\"refunds\": [" + refund + ", " + failed + "]");
        assertThat(read(json).parts().refunded()).isEqualTo(Money.pence(7_00));
    }

    private static OrderDraft read(String json) {
        return EbayOrder.read(OrderJson.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void addsUp(OrderDraft order) {
        var lines = order.lines().stream()
                .map(OrderDraft.Line::total)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(lines.plus(order.shipping()).plus(order.parts().sum())).isEqualTo(order.total());
    }

    private static PriceParts.Part part(Kind kind, long pence) {
        return new PriceParts.Part(kind, 0, Money.pence(pence));
    }

    private static OrderDraft read(String ofLine, String first, String... more) {
        var summary = Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
        return read(json(ofLine, summary));
    }

    private static String json(String ofLine, String... summary) {
        return """
                {"orderId": "01-1", "creationDate": "2026-02-14T10:00:00.000Z",
                 "lastModifiedDate": "2026-02-14T10:00:00.000Z", "orderFulfillmentStatus": "FULFILLED",
                 "orderPaymentStatus": "PAID", "cancelStatus": {"cancelState": "NONE_REQUESTED"},
                 "buyer": {"username": "demo"}, "pricingSummary": {%s}, "paymentSummary": {"refunds": []},
                 "lineItems": [{"lineItemId": "1", "sku": "LAMP", "title": "A lamp", "quantity": 1, %s
                   "lineItemCost": %s}]}
                """
                .formatted(String.join(", ", summary), ofLine, amount("20.00"));
    }

    private static String sum(String name, String amount) {
        return "\"" + name + "\": " + amount(amount);
    }

    private static String amount(String decimal) {
        return "{\"value\": \"" + decimal + "\", \"currency\": \"GBP\"}";
    }
}

package app.counterfoil.hub.channel.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.PriceParts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every category of Amazon's proceeds finds its place, and all of them come to the grand total. */
class AmazonPricesTest {

    @Test
    void taxGoesToWhatItIsTheTaxOf() {
        var order = read(
                "103.97",
                "",
                "103.97",
                part("ITEM", "89.97"),
                part("SHIPPING", "10.00"),
                tax("4.00", "ITEM", "3.00", "SHIPPING", "1.00"));
        assertThat(order.lines().get(0).total()).isEqualTo(Money.pence(92_97));
        assertThat(order.shipping()).isEqualTo(Money.pence(11_00));
        addsUp(order);
    }

    @Test
    void taxThatThePriceHoldsIsNotAddedAgain() {
        var order = read("36.00", "", "36.00", part("ITEM", "36.00"), tax("6.00"));
        assertThat(order.lines().get(0).total()).isEqualTo(Money.pence(36_00));
        addsUp(order);
    }

    @Test
    void wrappingCashOnDeliveryAndWhateverElseIsChargedAreNamed() {
        var order = read(
                "29.50",
                "",
                "29.50",
                part("ITEM", "20.00"),
                part("GIFT_WRAP", "3.00"),
                part("COD_FEE", "2.50"),
                part("OTHER", "1.00"),
                part("SOMETHING_NEW", "3.00"));
        assertThat(order.lines().get(0).total()).isEqualTo(Money.pence(20_00));
        assertThat(order.parts().parts())
                .containsExactly(
                        new PriceParts.Part(PriceParts.Kind.GIFT_WRAP, 1, Money.pence(3_00)),
                        new PriceParts.Part(PriceParts.Kind.CASH_ON_DELIVERY, 1, Money.pence(2_50)),
                        new PriceParts.Part(PriceParts.Kind.OTHER, 1, Money.pence(4_00)));
        addsUp(order);
    }

    @Test
    void aDiscountIsTakenOffWhatItIsADiscountOfWhateverItsSign() {
        for (var sign : new String[] {"-", ""}) {
            var order = read(
                    "20.00",
                    "",
                    "20.00",
                    part("ITEM", "20.00"),
                    part("SHIPPING", "4.00"),
                    detailed("DISCOUNT", sign + "4.00", "SHIPPING", sign + "3.00"));
            assertThat(order.lines().get(0).total()).isEqualTo(Money.pence(19_00));
            assertThat(order.shipping()).isEqualTo(Money.pence(1_00));
            addsUp(order);
        }
    }

    @Test
    void aTipIsNoPartOfThePrice() {
        var order = read("25.00", part("DELIVERY_TIP", "5.00"), "20.00", part("ITEM", "20.00"));
        assertThat(order.total()).isEqualTo(Money.pence(20_00));
        addsUp(order);
    }

    @Test
    void theMarketplaceTellsTheCountryAndAnUnknownOneNothing() {
        assertThat(read("20.00", "", "20.00", part("ITEM", "20.00")).parts().soldIn())
                .isEqualTo("GB");
        var elsewhere = AmazonOrder.read(OrderJson.of(json("20.00", "", "20.00", part("ITEM", "20.00"))
                .replace("A1F83G8C2ARO7P", "A1PA6795UKMFR9")
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(elsewhere.parts().soldIn()).isEmpty();
    }

    private static void addsUp(OrderDraft order) {
        var lines = order.lines().stream()
                .map(OrderDraft.Line::total)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(lines.plus(order.shipping()).plus(order.parts().sum())).isEqualTo(order.total());
    }

    private static OrderDraft read(String grandTotal, String ofOrder, String itemTotal, String... parts) {
        return AmazonOrder.read(
                OrderJson.of(json(grandTotal, ofOrder, itemTotal, parts).getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(String grandTotal, String ofOrder, String itemTotal, String... parts) {
        return """
                {"orderId": "202-1", "createdTime": "2026-02-14T10:00:00Z", "lastUpdatedTime": "2026-02-14T10:00:00Z",
                 "salesChannel": {"channelName": "AMAZON", "marketplaceId": "A1F83G8C2ARO7P"},
                 "fulfillment": {"fulfillmentStatus": "SHIPPED", "fulfilledBy": "AMAZON"},
                 "proceeds": {"grandTotal": %s, "breakdowns": [%s]},
                 "orderItems": [{"orderItemId": "1", "quantityOrdered": 1, "product": {"title": "A lamp"},
                   "proceeds": {"proceedsTotal": %s, "breakdowns": [%s]}}]}
                """
                .formatted(amount(grandTotal), ofOrder, amount(itemTotal), String.join(", ", parts));
    }

    private static String part(String type, String amount) {
        return "{\"type\": \"" + type + "\", \"subtotal\": " + amount(amount) + "}";
    }

    private static String tax(String amount, String... details) {
        return detailed("TAX", amount, details);
    }

    private static String detailed(String type, String amount, String... details) {
        var told = new StringBuilder();
        for (int i = 0; i < details.length; i += 2) {
            told.append(i == 0 ? "" : ", ")
                    .append("{\"subtype\": \"" + details[i] + "\", \"value\": " + amount(details[i + 1]) + "}");
        }
        return "{\"type\": \"" + type + "\", \"subtotal\": " + amount(amount) + ", \"detailedBreakdowns\": [" + told
                + "]}";
    }

    private static String amount(String decimal) {
        return "{\"amount\": \"" + decimal + "\", \"currencyCode\": \"GBP\"}";
    }
}

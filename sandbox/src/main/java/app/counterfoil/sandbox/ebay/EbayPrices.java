package app.counterfoil.sandbox.ebay;

import java.math.BigDecimal;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The money of an order: its summaries always are the sums of its lines. */
final class EbayPrices {

    private EbayPrices() {}

    static long pence(JsonNode money) {
        return new BigDecimal(money.path("value").asString("0"))
                .movePointRight(2)
                .longValueExact();
    }

    static String currency(JsonNode line) {
        return line.path("total").path("currency").asString("GBP");
    }

    /** Writes what a line costs with the given quantity; its delivery stays. */
    static void reprice(ObjectNode line, int before, int after) {
        long goods = pence(line.get("lineItemCost")) * after / before;
        long toPay = goods;
        line.set("lineItemCost", EbayOrderJson.money(goods, currency(line)));
        if (line.has("discountedLineItemCost")) {
            toPay = pence(line.get("discountedLineItemCost")) * after / before;
            line.set("discountedLineItemCost", EbayOrderJson.money(toPay, currency(line)));
        }
        var delivery = line.path("deliveryCost");
        line.set(
                "total",
                EbayOrderJson.money(
                        toPay + pence(delivery.path("shippingCost")) - pence(delivery.path("discountAmount")),
                        currency(line)));
    }

    /** Makes the order's summaries those of its lines. */
    static void summarise(ObjectNode order) {
        var summary = (ObjectNode) order.get("pricingSummary");
        var currency = summary.path("total").path("currency").asString("GBP");
        long goods = sum(order, line -> pence(line.path("lineItemCost")));
        long discounted = sum(
                order,
                line -> pence(
                        line.has("discountedLineItemCost")
                                ? line.get("discountedLineItemCost")
                                : line.path("lineItemCost")));
        summary.set("priceSubtotal", EbayOrderJson.money(goods, currency));
        summary.remove("priceDiscount");
        if (discounted < goods) {
            summary.set("priceDiscount", EbayOrderJson.money(discounted - goods, currency));
        }
        var total = EbayOrderJson.money(sum(order, line -> pence(line.path("total"))), currency);
        summary.set("total", total);
        if (order.path("paymentSummary") instanceof ObjectNode payment) {
            payment.set("totalDueSeller", total.deepCopy());
            payment.path("payments").valueStream().limit(1).forEach(paid -> ((ObjectNode) paid)
                    .set("amount", total.deepCopy()));
        }
    }

    /** What has gone back so far, of the order and of its lines. */
    static long refunded(ObjectNode order) {
        return order.path("paymentSummary")
                        .path("refunds")
                        .valueStream()
                        .mapToLong(EbayPrices::amount)
                        .sum()
                + sum(order, line -> line.path("refunds")
                        .valueStream()
                        .mapToLong(EbayPrices::amount)
                        .sum());
    }

    private static long amount(JsonNode refund) {
        return pence(refund.path("amount"));
    }

    private static long sum(ObjectNode order, ToLongFunction<JsonNode> part) {
        return order.get("lineItems").valueStream().mapToLong(part).sum();
    }
}

package app.counterfoil.sandbox.amazon;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The money of an order: totals always are the sums of their parts. */
final class AmazonProceeds {

    private AmazonProceeds() {}

    static long pence(JsonNode money) {
        return new BigDecimal(money.path("amount").asString("0"))
                .movePointRight(2)
                .longValueExact();
    }

    static String currency(JsonNode item) {
        return item.path("proceeds").path("proceedsTotal").path("currencyCode").asString("GBP");
    }

    static boolean hasPrices(ObjectNode order) {
        return order.has("proceeds")
                && order.get("orderItems")
                        .valueStream()
                        .allMatch(
                                item -> item.path("proceeds").path("breakdowns").isArray()
                                        && item.path("proceeds").has("proceedsTotal"));
    }

    /** The order as long as Amazon does not tell prices. */
    static ObjectNode withoutPrices(ObjectNode order) {
        var bare = order.deepCopy();
        bare.remove("proceeds");
        bare.get("orderItems").valueStream().forEach(item -> {
            ((ObjectNode) item).remove("proceeds");
            ((ObjectNode) item.get("product")).remove("price");
        });
        return bare;
    }

    /** Writes what an item costs with the given quantity: goods and discount go by the unit, delivery stays. */
    static void reprice(ObjectNode item, int before, int after) {
        for (var part : parts(item)) {
            var type = part.path("type").asString("");
            if (type.equals("ITEM") || (type.equals("DISCOUNT") && !part.has("detailedBreakdowns"))) {
                long now = pence(part.get("subtotal")) * after / before;
                ((ObjectNode) part).set("subtotal", AmazonOrderJson.money(now, currency(item)));
            }
        }
        total(item);
    }

    /** Takes an amount off an item. The contract has no kind for money that goes back; {@code OTHER} is the one left. */
    static void giveBack(ObjectNode item, long pence) {
        parts(item).addObject().put("type", "OTHER").set("subtotal", AmazonOrderJson.money(-pence, currency(item)));
        total(item);
    }

    /** Makes the order's total the sum of its items. */
    static void total(ObjectNode order, ArrayNode items) {
        if (items.isEmpty() || !hasPrices(order)) {
            return;
        }
        long sum = items.valueStream()
                .mapToLong(item -> pence(item.path("proceeds").path("proceedsTotal")))
                .sum();
        ((ObjectNode) order.get("proceeds")).set("grandTotal", AmazonOrderJson.money(sum, currency(items.get(0))));
    }

    private static void total(ObjectNode item) {
        long sum = parts(item)
                .valueStream()
                .mapToLong(part -> pence(part.path("subtotal")))
                .sum();
        ((ObjectNode) item.get("proceeds")).set("proceedsTotal", AmazonOrderJson.money(sum, currency(item)));
    }

    private static ArrayNode parts(ObjectNode item) {
        return (ArrayNode) item.get("proceeds").get("breakdowns");
    }
}

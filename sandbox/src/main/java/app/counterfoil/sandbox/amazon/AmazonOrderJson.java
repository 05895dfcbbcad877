package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.world.Sale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a sale down as Amazon's orders 2026-01-01 do, with every data set; the API leaves out what was not asked for. */
public final class AmazonOrderJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AmazonOrderJson() {}

    /** The order of a sale. */
    public static ObjectNode of(Sale sale, int account) {
        var order = JSON.createObjectNode();
        var id = "20%d-%07d-%07d".formatted(account, 1_000_000 + sale.number() * 7, 2_000_000 + sale.number() * 13);
        order.put("orderId", id);
        order.put("createdTime", time(sale.at()));
        order.put("lastUpdatedTime", time(sale.at().plus(Duration.ofMinutes(2))));
        order.putObject("salesChannel")
                .put("channelName", "AMAZON")
                .put("marketplaceId", "A1F83G8C2ARO7P")
                .put("marketplaceName", "Amazon.co.uk");
        var buyer = order.putObject("buyer")
                .put("buyerName", sale.buyer().name())
                .put("buyerEmail", sale.buyer().email());
        sale.buyer().company().ifPresent(company -> buyer.put("buyerCompanyName", company));
        recipient(order, sale);
        proceeds(order, sale);
        fulfillment(order, sale);
        sale.buyer().vatNumber().ifPresent(number -> order.putObject("tax")
                .putArray("taxRegistrations")
                .addObject()
                .put("entityType", "BUYER")
                .put("legalName", sale.buyer().company().orElse(""))
                .put("taxRegistrationType", "VAT")
                .put("taxRegistrationNumber", number));
        items(order, sale);
        return order;
    }

    private static void recipient(ObjectNode order, Sale sale) {
        var to = sale.to();
        var recipient = order.putObject("recipient");
        var address = recipient.putObject("deliveryAddress");
        address.put("name", sale.buyer().name());
        sale.buyer().company().ifPresent(company -> address.put("companyName", company));
        address.put("addressLine1", to.line1())
                .put("addressLine2", to.line2())
                .put("city", to.city())
                .put("stateOrRegion", to.county())
                .put("postalCode", to.postcode())
                .put("countryCode", to.country())
                .put("phone", to.phone())
                .put("addressType", sale.buyer().company().isPresent() ? "COMMERCIAL" : "RESIDENTIAL");
        if (!sale.note().isEmpty()) {
            recipient.putObject("deliveryPreference").put("addressInstruction", sale.note());
        }
    }

    private static void proceeds(ObjectNode order, Sale sale) {
        order.putObject("proceeds").set("grandTotal", money(sale.totalPence(), sale.currency()));
    }

    private static void fulfillment(ObjectNode order, Sale sale) {
        var fulfillment = order.putObject("fulfillment");
        fulfillment.put(
                "fulfillmentStatus",
                sale.byMarketplace() && sale.state() == Sale.State.UNSHIPPED
                        ? "SHIPPED"
                        : sale.state().name());
        fulfillment.put("fulfilledBy", sale.byMarketplace() ? "AMAZON" : "MERCHANT");
        fulfillment.put("fulfillmentServiceLevel", "STANDARD");
        fulfillment
                .putObject("shipByWindow")
                .put("earliestDateTime", time(sale.at()))
                .put("latestDateTime", time(sale.at().plus(Duration.ofDays(2))));
    }

    private static void items(ObjectNode order, Sale sale) {
        var items = order.putArray("orderItems");
        int index = 0;
        for (var line : sale.lines()) {
            index++;
            long shipping = index == 1 ? sale.shippingPence() : 0;
            long offShipping = index == 1 ? sale.shippingDiscountPence() : 0;
            var item = items.addObject();
            item.put("orderItemId", "%d%02d".formatted(60_000_000_000L + sale.number(), index));
            item.put("quantityOrdered", line.quantity());
            var product = item.putObject("product");
            product.put("asin", "B0DEMO%04d".formatted(Math.abs(line.sku().hashCode() % 10_000)))
                    .put("title", line.title())
                    .put("sellerSku", line.sku());
            product.putObject("price").set("unitPrice", money(line.unitPence(), sale.currency()));
            var proceeds = item.putObject("proceeds");
            proceeds.set("proceedsTotal", money(line.totalPence() + shipping - offShipping, sale.currency()));
            var parts = proceeds.putArray("breakdowns");
            part(parts.addObject(), "ITEM", line.unitPence() * line.quantity(), sale.currency());
            discount(parts, line, offShipping, sale.currency());
            if (shipping > 0) {
                part(parts.addObject(), "SHIPPING", shipping, sale.currency());
            }
            if (sale.has(Sale.Circumstance.VAT_BY_MARKETPLACE)) {
                vatByAmazon(item);
            }
            var shipped = sale.state() == Sale.State.SHIPPED || sale.byMarketplace();
            var fulfillment =
                    item.get("fulfillment") instanceof ObjectNode given ? given : item.putObject("fulfillment");
            fulfillment.put("quantityFulfilled", shipped ? line.quantity() : 0);
            fulfillment.put("quantityUnfulfilled", shipped ? 0 : line.quantity());
            if (!sale.giftMessage().isEmpty() && index == 1) {
                fulfillment
                        .putObject("packing")
                        .putObject("giftOption")
                        .put("giftMessage", sale.giftMessage())
                        .put("giftWrapLevel", "STANDARD");
            }
        }
    }

    private static void discount(ArrayNode parts, Sale.Line line, long offShipping, String currency) {
        if (line.discountPence() + offShipping == 0) {
            return;
        }
        var discount = parts.addObject();
        part(discount, "DISCOUNT", -line.discountPence() - offShipping, currency);
        if (offShipping > 0) {
            var details = discount.putArray("detailedBreakdowns");
            details.addObject().put("subtype", "ITEM").set("value", money(-line.discountPence(), currency));
            details.addObject().put("subtype", "SHIPPING").set("value", money(-offShipping, currency));
        }
    }

    /** What the buyer paid as VAT is Amazon's affair then, and no part of the proceeds. */
    private static void vatByAmazon(ObjectNode item) {
        var tax = item.putObject("tax");
        tax.putArray("taxCalculationBreakdowns").addObject().put("reportingScheme", "IOSS");
        tax.putArray("taxCollections")
                .addObject()
                .put("model", "MARKETPLACE_FACILITATOR")
                .put("responsibleParty", "Marketplace Services (made up)");
        item.putObject("fulfillment")
                .putObject("shipping")
                .putObject("internationalShipping")
                .put("iossNumber", "IM0000000000");
    }

    private static void part(ObjectNode node, String type, long pence, String currency) {
        node.put("type", type).set("subtotal", money(pence, currency));
    }

    /** An unpaid order as Amazon shows it: without prices. */
    public static ObjectNode withoutPrices(ObjectNode order) {
        return AmazonProceeds.withoutPrices(order);
    }

    static ObjectNode money(long pence, String currency) {
        return JSON.createObjectNode()
                .put("amount", BigDecimal.valueOf(pence, 2).toPlainString())
                .put("currencyCode", currency);
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

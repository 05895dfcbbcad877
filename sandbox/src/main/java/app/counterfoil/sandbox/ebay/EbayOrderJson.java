package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.world.Sale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a sale down as eBay's Fulfillment API does. */
public final class EbayOrderJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EbayOrderJson() {}

    /** The order of a sale. */
    public static ObjectNode of(Sale sale, int account) {
        var order = JSON.createObjectNode();
        order.put("orderId", "%02d-%05d-%05d".formatted(account, 10_000 + sale.number(), 50_000 + sale.number() * 3));
        order.put("creationDate", time(sale.at()));
        order.put("lastModifiedDate", time(sale.at().plus(Duration.ofMinutes(2))));
        order.put("orderFulfillmentStatus", sale.state() == Sale.State.SHIPPED ? "FULFILLED" : "NOT_STARTED");
        order.put("orderPaymentStatus", sale.state() == Sale.State.PENDING ? "PENDING" : "PAID");
        order.put("sellerId", "demo-seller-" + account);
        var cancel = order.putObject("cancelStatus");
        cancel.put("cancelState", sale.state() == Sale.State.CANCELLED ? "CANCELED" : "NONE_REQUESTED");
        cancel.putArray("cancelRequests");
        order.putObject("buyer").put("username", sale.buyer().userName());
        if (!sale.note().isEmpty()) {
            order.put("buyerCheckoutNotes", sale.note());
        }
        if (sale.has(Sale.Circumstance.VAT_BY_MARKETPLACE)) {
            order.put("ebayCollectAndRemitTax", true);
        }
        prices(order, sale);
        delivery(order, sale);
        lines(order, sale);
        return order;
    }

    private static void prices(ObjectNode order, Sale sale) {
        var summary = order.putObject("pricingSummary");
        long goods = sale.lines().stream()
                .mapToLong(line -> line.unitPence() * line.quantity())
                .sum();
        long discount =
                sale.lines().stream().mapToLong(Sale.Line::discountPence).sum();
        summary.set("priceSubtotal", money(goods, sale.currency()));
        if (discount > 0) {
            summary.set("priceDiscount", money(-discount, sale.currency()));
        }
        summary.set("deliveryCost", money(sale.shippingPence(), sale.currency()));
        if (sale.shippingDiscountPence() > 0) {
            summary.set("deliveryDiscount", money(-sale.shippingDiscountPence(), sale.currency()));
        }
        summary.set("total", money(sale.totalPence(), sale.currency()));
        var payment = order.putObject("paymentSummary");
        payment.set("totalDueSeller", money(sale.totalPence(), sale.currency()));
        payment.putArray("refunds");
        var paid = payment.putArray("payments").addObject();
        paid.put("paymentMethod", "EBAY").put("paymentReferenceId", "demo-" + sale.number());
        if (sale.state() != Sale.State.PENDING) {
            paid.put("paymentDate", time(sale.at()));
        }
        paid.put("paymentStatus", sale.state() == Sale.State.PENDING ? "PENDING" : "PAID");
        paid.set("amount", money(sale.totalPence(), sale.currency()));
    }

    private static void delivery(ObjectNode order, Sale sale) {
        var to = sale.to();
        var step = order.putArray("fulfillmentStartInstructions").addObject();
        step.put("fulfillmentInstructionsType", "SHIP_TO").put("ebaySupportedFulfillment", false);
        var shipping = step.putObject("shippingStep");
        shipping.put("shippingServiceCode", "UK_RoyalMailTracked");
        var shipTo = shipping.putObject("shipTo");
        shipTo.put("fullName", sale.buyer().name());
        sale.buyer().company().ifPresent(company -> shipTo.put("companyName", company));
        var address = shipTo.putObject("contactAddress");
        address.put("addressLine1", to.line1());
        if (!to.line2().isEmpty()) {
            address.put("addressLine2", to.line2());
        }
        address.put("city", to.city());
        if (!to.county().isEmpty()) {
            address.put("stateOrProvince", to.county());
        }
        address.put("postalCode", to.postcode()).put("countryCode", to.country());
        shipTo.putObject("primaryPhone").put("phoneNumber", to.phone());
        shipTo.put("email", sale.buyer().email());
    }

    private static void lines(ObjectNode order, Sale sale) {
        var lines = order.putArray("lineItems");
        int index = 0;
        for (var line : sale.lines()) {
            index++;
            var item = lines.addObject();
            item.put("lineItemId", "%d%02d".formatted(1_000_000_000L + sale.number(), index));
            item.put("legacyItemId", "1100%08d".formatted(sale.number()));
            item.put("sku", line.sku()).put("title", line.title()).put("quantity", line.quantity());
            item.put("soldFormat", "FIXED_PRICE")
                    .put("listingMarketplaceId", "EBAY_GB")
                    .put("purchaseMarketplaceId", "EBAY_GB");
            item.put("lineItemFulfillmentStatus", sale.state() == Sale.State.SHIPPED ? "FULFILLED" : "NOT_STARTED");
            item.set("lineItemCost", money(line.unitPence() * line.quantity(), sale.currency()));
            if (line.discountPence() > 0) {
                item.set("discountedLineItemCost", money(line.totalPence(), sale.currency()));
            }
            long shipping = index == 1 ? sale.shippingPence() : 0;
            long offShipping = index == 1 ? sale.shippingDiscountPence() : 0;
            var delivery = item.putObject("deliveryCost");
            delivery.set("shippingCost", money(shipping, sale.currency()));
            if (offShipping > 0) {
                delivery.set("discountAmount", money(offShipping, sale.currency()));
            }
            item.set("total", money(line.totalPence() + shipping - offShipping, sale.currency()));
            if (sale.has(Sale.Circumstance.VAT_BY_MARKETPLACE)) {
                vatByEbay(item, sale, line.totalPence() + shipping - offShipping);
            }
            item.putArray("taxes");
            item.putArray("refunds");
            item.putArray("appliedPromotions");
            if (index == 1 && !sale.giftMessage().isEmpty()) {
                item.putObject("giftDetails")
                        .put("message", sale.giftMessage())
                        .put("senderName", sale.buyer().name());
            }
        }
    }

    /** Added on top for the buyer and kept by eBay: no total includes it unless TAX_BREAKDOWN is asked for. */
    private static void vatByEbay(ObjectNode item, Sale sale, long pence) {
        int percent = sale.to().country().equals("IE") ? 23 : 19;
        var tax = item.putArray("ebayCollectAndRemitTaxes").addObject();
        tax.put("taxType", "VAT").put("collectionMethod", "NET");
        tax.set("amount", money((pence * percent + 50) / 100, sale.currency()));
        tax.putObject("ebayReference").put("name", "IOSS").put("value", "IM0000000000");
    }

    static ObjectNode money(long pence, String currency) {
        return JSON.createObjectNode()
                .put("value", BigDecimal.valueOf(pence, 2).toPlainString())
                .put("currency", currency);
    }

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}

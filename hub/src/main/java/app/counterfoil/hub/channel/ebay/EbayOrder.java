package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.OrderUnreadable;
import app.counterfoil.hub.channel.TakenIn;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.OrderDraft.Standing;
import app.counterfoil.hub.order.Recipient;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an order of Sell Fulfillment v1. The fields named here are all that is taken in. */
final class EbayOrder {

    /** What is taken in; a field read below stands here too, or it would be missing at a second try. */
    static final TakenIn FIELDS = new TakenIn(
            Set.of(
                    "additionalSavings",
                    "addressLine1",
                    "addressLine2",
                    "adjustment",
                    "amount",
                    "buyer",
                    "buyerCheckoutNotes",
                    "cancelState",
                    "cancelStatus",
                    "city",
                    "companyName",
                    "contactAddress",
                    "county",
                    "deliveryCost",
                    "deliveryDiscount",
                    "discountAmount",
                    "discountedLineItemCost",
                    "ebayCollectAndRemitTaxes",
                    "fee",
                    "fulfillmentStartInstructions",
                    "fullName",
                    "giftDetails",
                    "handlingCost",
                    "importCharges",
                    "lineItemCost",
                    "lineItems",
                    "message",
                    "orderFulfillmentStatus",
                    "orderPaymentStatus",
                    "paymentSummary",
                    "priceDiscount",
                    "priceSubtotal",
                    "pricingSummary",
                    "primaryPhone",
                    "refundStatus",
                    "refunds",
                    "shipTo",
                    "shippingCost",
                    "shippingStep",
                    "stateOrProvince",
                    "tax",
                    "taxIdentifier",
                    "title",
                    "total"),
            Set.of(
                    "countryCode",
                    "creationDate",
                    "currency",
                    "email",
                    "lastModifiedDate",
                    "lineItemId",
                    "orderId",
                    "phoneNumber",
                    "postalCode",
                    "purchaseMarketplaceId",
                    "quantity",
                    "refundDate",
                    "refundId",
                    "shipToReferenceId",
                    "sku",
                    "taxpayerId",
                    "username",
                    "value"));

    private EbayOrder() {}

    static OrderDraft read(OrderJson order) {
        var items = order.at("lineItems").each();
        if (items.isEmpty()) {
            throw new OrderUnreadable("lineItems", "is empty", "Look at the order at eBay; it is tried again.");
        }
        var lines = items.stream().map(EbayOrder::line).toList();
        var vatByEbay = items.stream()
                .anyMatch(item -> !item.at("ebayCollectAndRemitTaxes").each().isEmpty());
        var prices = EbayPrices.of(order, lines, vatByEbay);
        return new OrderDraft(
                order.at("orderId").requiredCode(),
                standing(order),
                false,
                order.at("creationDate").time(),
                order.at("lastModifiedDate").time(),
                Optional.empty(),
                lines,
                prices.delivery(),
                prices.total(),
                prices.parts(),
                vatByEbay,
                recipient(order),
                buyer(order),
                order.at("cancelStatus").at("cancelState").text().equals("IN_PROGRESS"),
                items.get(0).at("purchaseMarketplaceId").code());
    }

    private static OrderDraft.Line line(OrderJson item) {
        var cost = item.at("discountedLineItemCost").exists()
                ? item.at("discountedLineItemCost")
                : item.at("lineItemCost");
        return new OrderDraft.Line(
                item.at("lineItemId").requiredCode(),
                item.at("sku").code(),
                item.at("title").text(),
                item.at("quantity").count(),
                cost.money("value", "currency"));
    }

    private static Standing standing(OrderJson order) {
        if (order.at("cancelStatus").at("cancelState").text().equals("CANCELED")) {
            return Standing.CANCELLED;
        }
        return switch (order.at("orderFulfillmentStatus").required()) {
            case "FULFILLED" -> Standing.SENT;
            case "NOT_STARTED", "IN_PROGRESS" ->
                switch (order.at("orderPaymentStatus").required()) {
                    case "PAID", "PARTIALLY_REFUNDED" -> Standing.TO_SEND;
                    case "FULLY_REFUNDED" -> Standing.CANCELLED;
                    default -> Standing.UNPAID;
                };
            default ->
                throw new OrderUnreadable(
                        "orderFulfillmentStatus", "has a value we do not know", "Tell us; the order is kept.");
        };
    }

    static Optional<Recipient> recipient(OrderJson order) {
        var steps = order.at("fulfillmentStartInstructions").each();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var to = steps.get(0).at("shippingStep").at("shipTo");
        var address = to.at("contactAddress");
        // eBay leaves names and streets out after 90 days: that is fading, not a change.
        if (address.at("addressLine1").text().isBlank()) {
            return Optional.empty();
        }
        var lines = Stream.of(
                        hubReference(steps.get(0)),
                        address.at("addressLine1").text(),
                        address.at("addressLine2").text())
                .filter(line -> !line.isBlank())
                .toList();
        var county = address.at("stateOrProvince").text();
        return Optional.of(new Recipient(
                to.at("fullName").text(),
                to.at("companyName").text(),
                lines,
                address.at("city").text(),
                county.isBlank() ? address.at("county").text() : county,
                address.at("postalCode").code(),
                address.at("countryCode").checked(Country::of).code(),
                to.at("primaryPhone").at("phoneNumber").code(),
                to.at("email").text(),
                "",
                gift(order)));
    }

    /**
     * What eBay's forwarding hub knows the parcel by: the contract's {@code shipToReferenceId} wants it on the label
     * immediately above the hub's street.
     */
    private static String hubReference(OrderJson instruction) {
        var reference = instruction.at("shippingStep").at("shipToReferenceId").code();
        return reference.isBlank() ? "" : "Reference #" + reference;
    }

    private static Optional<Buyer> buyer(OrderJson order) {
        var steps = order.at("fulfillmentStartInstructions").each();
        var buyer = order.at("buyer");
        // Of a parcel that eBay forwards the name is the buyer's too; where they live is not asked for.
        var to = steps.isEmpty()
                ? order.at("none")
                : steps.get(0).at("shippingStep").at("shipTo");
        return Optional.of(new Buyer(
                to.at("fullName").text(),
                to.at("email").text(),
                buyer.at("username").text(),
                order.at("buyerCheckoutNotes").text(),
                buyer.at("taxIdentifier").at("taxpayerId").code()));
    }

    private static String gift(OrderJson order) {
        return String.join(
                "\n",
                order.at("lineItems").each().stream()
                        .map(item -> item.at("giftDetails").at("message").text())
                        .filter(message -> !message.isBlank())
                        .toList());
    }
}

package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.OrderUnreadable;
import app.counterfoil.hub.channel.TakenIn;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.OrderDraft.Standing;
import app.counterfoil.hub.order.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an order of orders 2026-01-01. The fields named here are all that is taken in. */
final class AmazonOrder {

    /** What is taken in; a field read below stands here too, or it would be missing at a second try. */
    static final TakenIn FIELDS = new TakenIn(
            Set.of(
                    "addressInstruction",
                    "addressLine1",
                    "addressLine2",
                    "addressLine3",
                    "breakdowns",
                    "buyer",
                    "buyerName",
                    "cancellation",
                    "cancellationRequest",
                    "city",
                    "companyName",
                    "deliveryAddress",
                    "deliveryPreference",
                    "dropOffLocation",
                    "entityType",
                    "fulfilledBy",
                    "fulfillment",
                    "fulfillmentStatus",
                    "giftMessage",
                    "giftOption",
                    "grandTotal",
                    "model",
                    "name",
                    "orderItems",
                    "packing",
                    "price",
                    "proceeds",
                    "product",
                    "recipient",
                    "salesChannel",
                    "shipByWindow",
                    "stateOrRegion",
                    "subtotal",
                    "tax",
                    "taxCollections",
                    "taxRegistrations",
                    "title",
                    "type",
                    "unitPrice"),
            Set.of(
                    "amount",
                    "buyerEmail",
                    "countryCode",
                    "createdTime",
                    "currencyCode",
                    "lastUpdatedTime",
                    "latestDateTime",
                    "marketplaceId",
                    "orderId",
                    "orderItemId",
                    "phone",
                    "postalCode",
                    "quantityOrdered",
                    "sellerSku",
                    "taxRegistrationNumber"));

    private static final Money NOTHING = Money.pence(0);

    private AmazonOrder() {}

    static OrderDraft read(OrderJson order) {
        var lines = new ArrayList<OrderDraft.Line>();
        Optional<Money> shipping = Optional.empty();
        var cancelRequested = false;
        var vatByAmazon = false;
        var standing = standing(order.at("fulfillment").at("fulfillmentStatus"));
        for (var item : order.at("orderItems").each()) {
            cancelRequested |= item.at("cancellation").at("cancellationRequest").exists();
            vatByAmazon |= item.at("tax").at("taxCollections").each().stream()
                    .anyMatch(collection -> collection.at("model").text().equals("MARKETPLACE_FACILITATOR"));
            if (item.at("quantityOrdered").isZero()) {
                // Called off: Amazon leaves the line in and takes its pieces away.
                continue;
            }
            var goods = part(item, "ITEM").or(() -> unitPrice(item)).or(() -> noPriceYet(standing));
            if (goods.isPresent()) {
                shipping = plus(shipping, part(item, "SHIPPING"));
                lines.add(line(item, paidFor(item, goods)));
            }
        }
        if (lines.isEmpty() && standing != Standing.CANCELLED) {
            throw new OrderUnreadable(
                    "orderItems", "has no line with a price", "Amazon adds prices later; it is tried again.");
        }
        var goods =
                lines.stream().map(OrderDraft.Line::total).reduce(Money::plus).orElse(NOTHING);
        var delivery = shipping.orElse(Money.zero(goods.currency()));
        var total = order.at("proceeds").at("grandTotal").exists()
                ? order.at("proceeds").at("grandTotal").money("amount", "currencyCode")
                : goods.plus(delivery);
        return new OrderDraft(
                order.at("orderId").requiredCode(),
                standing,
                order.at("fulfillment").at("fulfilledBy").text().equals("AMAZON"),
                order.at("createdTime").time(),
                order.at("lastUpdatedTime").time(),
                shipBy(order),
                lines,
                delivery,
                total,
                vatByAmazon,
                recipient(order),
                buyer(order),
                cancelRequested,
                order.at("salesChannel").at("marketplaceId").code(),
                // Orders 2026-01-01 tells nothing of refunds.
                Money.zero(total.currency()));
    }

    private static Money paidFor(OrderJson item, Optional<Money> goods) {
        var discounted = plus(goods, part(item, "DISCOUNT"));
        var wrapped = plus(discounted, part(item, "GIFT_WRAP"));
        return plus(wrapped, part(item, "TAX")).orElseThrow();
    }

    private static Optional<Money> part(OrderJson item, String type) {
        return item.at("proceeds").at("breakdowns").each().stream()
                .filter(part -> part.at("type").text().equals(type))
                .map(part -> part.at("subtotal").money("amount", "currencyCode"))
                .reduce(Money::plus);
    }

    private static Optional<Money> unitPrice(OrderJson item) {
        var price = item.at("product").at("price").at("unitPrice");
        return price.exists()
                ? Optional.of(price.money("amount", "currencyCode")
                        .times(item.at("quantityOrdered").count()))
                : Optional.empty();
    }

    /** Amazon tells no prices of an order that is not paid, and none of one that was called off before. */
    private static Optional<Money> noPriceYet(Standing standing) {
        return standing == Standing.UNPAID || standing == Standing.CANCELLED ? Optional.of(NOTHING) : Optional.empty();
    }

    private static Optional<Money> plus(Optional<Money> one, Optional<Money> other) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce(Money::plus);
    }

    private static OrderDraft.Line line(OrderJson item, Money total) {
        var product = item.at("product");
        return new OrderDraft.Line(
                item.at("orderItemId").requiredCode(),
                product.at("sellerSku").code(),
                product.at("title").text(),
                item.at("quantityOrdered").count(),
                total);
    }

    private static Standing standing(OrderJson status) {
        return switch (status.required()) {
            case "PENDING_AVAILABILITY", "PENDING" -> Standing.UNPAID;
            case "UNSHIPPED", "PARTIALLY_SHIPPED" -> Standing.TO_SEND;
            case "SHIPPED" -> Standing.SENT;
            case "CANCELLED", "UNFULFILLABLE" -> Standing.CANCELLED;
            default ->
                throw new OrderUnreadable(
                        "fulfillment.fulfillmentStatus", "has a value we do not know", "Tell us; the order is kept.");
        };
    }

    private static Optional<Instant> shipBy(OrderJson order) {
        var latest = order.at("fulfillment").at("shipByWindow").at("latestDateTime");
        return latest.exists() ? Optional.of(latest.time()) : Optional.empty();
    }

    private static Optional<Recipient> recipient(OrderJson order) {
        var address = order.at("recipient").at("deliveryAddress");
        // Amazon fills roles and outages with blanks: no first line means "not yet", never "nowhere".
        if (address.at("addressLine1").text().isBlank()
                && address.at("addressLine2").text().isBlank()) {
            return Optional.empty();
        }
        var lines = Stream.of("addressLine1", "addressLine2", "addressLine3")
                .map(field -> address.at(field).text())
                .filter(line -> !line.isBlank())
                .toList();
        var preference = order.at("recipient").at("deliveryPreference");
        return Optional.of(new Recipient(
                address.at("name").text(),
                address.at("companyName").text(),
                lines,
                address.at("city").text(),
                address.at("stateOrRegion").text(),
                address.at("postalCode").code(),
                address.at("countryCode").checked(Country::of).code(),
                address.at("phone").code(),
                "",
                joined(
                        preference.at("dropOffLocation").text(),
                        preference.at("addressInstruction").text()),
                gift(order)));
    }

    private static Optional<Buyer> buyer(OrderJson order) {
        var buyer = order.at("buyer");
        if (!buyer.exists()) {
            return Optional.empty();
        }
        var vatNumber = order.at("tax").at("taxRegistrations").each().stream()
                .filter(registration -> registration.at("entityType").text().equals("BUYER"))
                .map(registration -> registration.at("taxRegistrationNumber").code())
                .findFirst()
                .orElse("");
        return Optional.of(
                new Buyer(buyer.at("buyerName").text(), buyer.at("buyerEmail").text(), "", "", vatNumber));
    }

    private static String gift(OrderJson order) {
        List<String> messages = order.at("orderItems").each().stream()
                .map(item -> item.at("fulfillment")
                        .at("packing")
                        .at("giftOption")
                        .at("giftMessage")
                        .text())
                .filter(message -> !message.isBlank())
                .toList();
        return String.join("\n", messages);
    }

    private static String joined(String one, String other) {
        return one.isBlank() || other.isBlank() ? one + other : one + "; " + other;
    }
}

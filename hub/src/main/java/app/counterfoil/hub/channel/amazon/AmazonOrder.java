package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.OrderUnreadable;
import app.counterfoil.hub.channel.TakenIn;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.OrderDraft;
import app.counterfoil.hub.order.OrderDraft.Standing;
import app.counterfoil.hub.order.PriceParts;
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
                    "detailedBreakdowns",
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
                    "proceedsTotal",
                    "product",
                    "recipient",
                    "salesChannel",
                    "shipByWindow",
                    "stateOrRegion",
                    "subtotal",
                    "subtype",
                    "tax",
                    "taxCollections",
                    "taxRegistrations",
                    "title",
                    "type",
                    "unitPrice",
                    "value"),
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
        var standing = standing(order.at("fulfillment").at("fulfillmentStatus"));
        var told = order.at("orderItems").each();
        var items = items(told, standing);
        var total = AmazonPrices.total(order, items.sum());
        return new OrderDraft(
                order.at("orderId").requiredCode(),
                standing,
                order.at("fulfillment").at("fulfilledBy").text().equals("AMAZON"),
                order.at("createdTime").time(),
                order.at("lastUpdatedTime").time(),
                shipBy(order),
                items.lines(),
                items.shipping(),
                total,
                items.parts(AmazonPrices.soldIn(order, total)),
                collected(told),
                recipient(order, told),
                buyer(order),
                cancelRequested(told),
                order.at("salesChannel").at("marketplaceId").code());
    }

    /** The lines that are still wanted, and what was charged beside them. */
    private record Items(List<OrderDraft.Line> lines, Money shipping, List<PriceParts.Part> extra) {

        Money sum() {
            var goods = lines.stream().map(OrderDraft.Line::total).reduce(shipping, Money::plus);
            return extra.stream().map(PriceParts.Part::amount).reduce(goods, Money::plus);
        }

        PriceParts parts(PriceParts none) {
            var parts = none;
            for (var part : extra) {
                parts = parts.with(part.kind(), part.line(), part.amount());
            }
            return parts;
        }
    }

    private static Items items(List<OrderJson> all, Standing standing) {
        var lines = new ArrayList<OrderDraft.Line>();
        var parts = new ArrayList<PriceParts.Part>();
        Optional<Money> shipping = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            var item = all.get(i);
            if (item.at("quantityOrdered").isZero()) {
                // Called off: Amazon leaves the line in and takes its pieces away.
                continue;
            }
            var prices = AmazonPrices.of(item);
            if (prices.isPresent()) {
                shipping = plus(shipping, prices.map(AmazonPrices.Item::shipping));
                lines.add(line(item, prices.get().goods()));
                prices.get()
                        .parts()
                        .forEach((kind, amount) -> parts.add(new PriceParts.Part(kind, lines.size(), amount)));
            } else if (mayLackPrices(standing)) {
                lines.add(line(item, NOTHING));
            } else {
                // Left out, it would be missing from the parcel and from the invoice.
                throw new OrderUnreadable(
                        "orderItems[" + i + "].proceeds",
                        "has no price",
                        "Amazon adds prices later; try it again then.");
            }
        }
        if (lines.isEmpty() && standing != Standing.CANCELLED) {
            throw new OrderUnreadable(
                    "orderItems",
                    "has no line that is wanted",
                    "Look at the order at Amazon; it is tried again when it changes there.");
        }
        var currency =
                lines.isEmpty() ? NOTHING.currency() : lines.get(0).total().currency();
        return new Items(List.copyOf(lines), shipping.orElse(Money.zero(currency)), List.copyOf(parts));
    }

    /** Amazon tells no prices of an order that is not paid, and none of one that was called off before. */
    private static boolean mayLackPrices(Standing standing) {
        return standing == Standing.UNPAID || standing == Standing.CANCELLED;
    }

    private static boolean cancelRequested(List<OrderJson> items) {
        return items.stream()
                .anyMatch(item ->
                        item.at("cancellation").at("cancellationRequest").exists());
    }

    private static boolean collected(List<OrderJson> items) {
        return items.stream()
                .flatMap(item -> item.at("tax").at("taxCollections").each().stream())
                .anyMatch(collection -> collection.at("model").text().equals("MARKETPLACE_FACILITATOR"));
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

    static Optional<Recipient> recipient(OrderJson order) {
        return recipient(order, order.at("orderItems").each());
    }

    private static Optional<Recipient> recipient(OrderJson order, List<OrderJson> items) {
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
                gift(items)));
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

    private static String gift(List<OrderJson> items) {
        List<String> messages = items.stream()
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

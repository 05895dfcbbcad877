package app.counterfoil.sandbox.amazon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The packages of an order: what each holds, and what of the order is still to be sent. */
final class AmazonPackages {

    private AmazonPackages() {}

    /** Puts a package of {@code confirmShipment} into the order, or tells why it cannot be. */
    static Optional<String> add(ObjectNode order, JsonNode detail, Instant now) {
        var wrong = wrong(order, detail);
        if (wrong.isPresent()) {
            return wrong;
        }
        var parcel = packages(order).addObject();
        parcel.put("packageReferenceId", detail.get("packageReferenceId").asString());
        parcel.put("createdTime", AmazonOrderJson.time(now));
        parcel.putObject("packageStatus").put("status", "SHIPPED");
        parcel.put(
                "carrier",
                detail.path("carrierName").asString(detail.get("carrierCode").asString()));
        parcel.put(
                "shipTime",
                AmazonOrderJson.time(
                        OffsetDateTime.parse(detail.get("shipDate").asString()).toInstant()));
        parcel.put("trackingNumber", detail.get("trackingNumber").asString());
        var inside = parcel.putArray("packageItems");
        for (var line : detail.get("orderItems")) {
            var fulfillment =
                    fulfillment(item(order, line.get("orderItemId").asString()).orElseThrow());
            int quantity = line.get("quantity").asInt();
            fulfillment.put(
                    "quantityFulfilled", fulfillment.path("quantityFulfilled").asInt(0) + quantity);
            fulfillment.put(
                    "quantityUnfulfilled",
                    fulfillment.path("quantityUnfulfilled").asInt(0) - quantity);
            inside.addObject()
                    .put("orderItemId", line.get("orderItemId").asString())
                    .put("quantity", quantity);
        }
        ((ObjectNode) order.get("fulfillment"))
                .put("fulfillmentStatus", unsent(order) == 0 ? "SHIPPED" : "PARTIALLY_SHIPPED");
        order.put("lastUpdatedTime", AmazonOrderJson.time(now));
        return Optional.empty();
    }

    /** Whether the order has a package of this reference. */
    static boolean knows(ObjectNode order, String reference) {
        return order.path("packages").valueStream().anyMatch(parcel -> parcel.path("packageReferenceId")
                .asString("")
                .equals(reference));
    }

    /** How many units are still to be sent. */
    static int unsent(ObjectNode order) {
        return order.get("orderItems")
                .valueStream()
                .mapToInt(AmazonPackages::unsentOf)
                .sum();
    }

    static int unsentOf(JsonNode item) {
        return item.path("fulfillment")
                .path("quantityUnfulfilled")
                .asInt(item.path("quantityOrdered").asInt(0));
    }

    /** A package for one unit of the first line that has one to send. */
    static ObjectNode oneUnit(ObjectNode order, ObjectNode detail, Instant at) {
        var first = order.get("orderItems")
                .valueStream()
                .filter(item -> unsentOf(item) > 0)
                .findFirst()
                .orElseThrow();
        detail.put("packageReferenceId", Integer.toString(packages(order).size() + 1))
                .put("carrierCode", "Royal Mail")
                .put("trackingNumber", "ZZ000000000GB")
                .put("shipDate", AmazonOrderJson.time(at))
                .putArray("orderItems")
                .addObject()
                .put("orderItemId", first.get("orderItemId").asString())
                .put("quantity", 1);
        return detail;
    }

    private static Optional<String> wrong(ObjectNode order, JsonNode detail) {
        for (var field : new String[] {"packageReferenceId", "carrierCode", "trackingNumber", "shipDate"}) {
            if (detail.path(field).asString("").isBlank() || !detail.path(field).isString()) {
                return Optional.of(field + " is missing or not a text.");
            }
        }
        if (!detail.get("packageReferenceId").asString().matches("0*[1-9]\\d*")) {
            return Optional.of("packageReferenceId must be a positive number.");
        }
        if (detail.get("carrierCode").asString().equals("Other")
                && detail.path("carrierName").asString("").isBlank()) {
            return Optional.of("carrierName is required when carrierCode is Other.");
        }
        try {
            OffsetDateTime.parse(detail.get("shipDate").asString());
        } catch (DateTimeException notATime) {
            return Optional.of("shipDate is not a time in ISO 8601.");
        }
        return wrongItems(order, detail.path("orderItems"));
    }

    private static Optional<String> wrongItems(ObjectNode order, JsonNode lines) {
        if (!lines.isArray() || lines.isEmpty()) {
            return Optional.of("orderItems is missing.");
        }
        Map<String, Integer> wanted = new HashMap<>();
        for (var line : lines) {
            var id = line.path("orderItemId").asString("");
            var quantity = line.path("quantity");
            if (item(order, id).isEmpty()) {
                return Optional.of("orderItemId is not one of this order.");
            }
            if (!quantity.isIntegralNumber() || quantity.asInt() < 1) {
                return Optional.of("quantity must be a whole number of at least 1.");
            }
            if (wanted.merge(id, quantity.asInt(), Integer::sum)
                    > unsentOf(item(order, id).orElseThrow())) {
                return Optional.of("quantity is more than is left to ship.");
            }
        }
        return Optional.empty();
    }

    private static Optional<ObjectNode> item(ObjectNode order, String id) {
        return order.get("orderItems")
                .valueStream()
                .filter(item -> item.path("orderItemId").asString("").equals(id))
                .map(item -> (ObjectNode) item)
                .findFirst();
    }

    private static ObjectNode fulfillment(ObjectNode item) {
        if (item.get("fulfillment") instanceof ObjectNode given) {
            if (!given.has("quantityUnfulfilled")) {
                given.put("quantityUnfulfilled", item.path("quantityOrdered").asInt(0));
            }
            return given;
        }
        return item.putObject("fulfillment")
                .put("quantityFulfilled", 0)
                .put("quantityUnfulfilled", item.path("quantityOrdered").asInt(0));
    }

    private static ArrayNode packages(ObjectNode order) {
        return order.get("packages") instanceof ArrayNode given ? given : order.putArray("packages");
    }
}

package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.world.Account;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shipping fulfilments of an order: one for each package, and what they make of the order's states. */
final class EbayFulfilments {

    /** What is wrong with a fulfilment, by the numbers of the contract. */
    record Wrong(int errorId, String message) {}

    /** The id of a fulfilment that has no tracking number (contract, trackingNumber). */
    private static final String WITHOUT_TRACKING = "999";

    private static final JsonMapper JSON = new JsonMapper();

    private EbayFulfilments() {}

    static Optional<Wrong> wrong(ObjectNode order, JsonNode body, Instant now) {
        var lines = body.path("lineItems");
        if (!lines.isArray() || lines.isEmpty()) {
            return Optional.of(new Wrong(32600, "Invalid input data: lineItems"));
        }
        var seen = new HashSet<String>();
        for (var line : lines) {
            var id = line.path("lineItemId").asString("");
            if (order.get("lineItems").valueStream().noneMatch(own -> id(own).equals(id))) {
                return Optional.of(new Wrong(32200, "Invalid line item id: " + id));
            }
            if (!seen.add(id)) {
                return Optional.of(new Wrong(32210, "Duplicate line item in the request"));
            }
            if (line.has("quantity")
                    && (!line.get("quantity").isIntegralNumber()
                            || line.get("quantity").asInt() < 1)) {
                return Optional.of(new Wrong(32600, "Invalid input data: quantity"));
            }
        }
        var tracking = body.path("trackingNumber").asString("");
        var carrier = body.path("shippingCarrierCode").asString("");
        if (tracking.isEmpty() != carrier.isEmpty() || !tracking.matches("[A-Za-z0-9]*")) {
            return Optional.of(new Wrong(32300, "Invalid shipment tracking number or carrier"));
        }
        try {
            if (body.has("shippedDate")
                    && Instant.parse(body.get("shippedDate").asString("")).isAfter(now.plusSeconds(300))) {
                return Optional.of(new Wrong(32500, "Invalid shipped date"));
            }
        } catch (DateTimeException notATime) {
            return Optional.of(new Wrong(32500, "Invalid shipped date"));
        }
        return Optional.empty();
    }

    /** Notes the fulfilment and brings the order's states and its time in line; returns the fulfilment's id. */
    static String add(Account account, ObjectNode order, JsonNode body, Instant now) {
        var orderId = order.get("orderId").asString();
        account.confirm(orderId, body);
        var all = account.confirmations(orderId);
        for (var line : order.get("lineItems")) {
            ((ObjectNode) line).put("lineItemFulfillmentStatus", state(sent(all, id(line)), quantity(line)));
        }
        int units = order.get("lineItems")
                .valueStream()
                .mapToInt(EbayFulfilments::quantity)
                .sum();
        int sent = order.get("lineItems")
                .valueStream()
                .mapToInt(line -> Math.min(quantity(line), sent(all, id(line))))
                .sum();
        order.put("orderFulfillmentStatus", state(sent, units));
        var hrefs = order.putArray("fulfillmentHrefs");
        all.forEach(
                each -> hrefs.add(EbayOrders.ORDERS + "/" + orderId + "/shipping_fulfillment/" + fulfilmentId(each)));
        order.put("lastModifiedDate", EbayOrderJson.time(now));
        return fulfilmentId(body);
    }

    /** How many units of the order are not sent yet. */
    static int unsent(Account account, ObjectNode order) {
        var all = account.confirmations(order.get("orderId").asString());
        return order.get("lineItems")
                .valueStream()
                .mapToInt(line -> Math.max(0, quantity(line) - sent(all, id(line))))
                .sum();
    }

    /** A fulfilment for one unit of the first line that has one to send. */
    static ObjectNode oneUnit(Account account, ObjectNode order, Instant at) {
        var all = account.confirmations(order.get("orderId").asString());
        var first = order.get("lineItems")
                .valueStream()
                .filter(line -> sent(all, id(line)) < quantity(line))
                .findFirst()
                .orElseThrow();
        var body = JSON.createObjectNode();
        body.putArray("lineItems").addObject().put("lineItemId", id(first)).put("quantity", 1);
        return body.put("shippedDate", EbayOrderJson.time(at))
                .put("shippingCarrierCode", "RoyalMail")
                .put("trackingNumber", "ZZ" + (100_000_000 + all.size()) + "GB");
    }

    static ObjectNode list(List<JsonNode> all) {
        var body = JSON.createObjectNode();
        var list = body.putArray("fulfillments");
        all.forEach(told -> list.add(one(told)));
        return body.put("total", list.size());
    }

    static Optional<ObjectNode> find(List<JsonNode> all, String fulfilmentId) {
        return all.stream()
                .filter(told -> fulfilmentId(told).equals(fulfilmentId))
                .findFirst()
                .map(EbayFulfilments::one);
    }

    private static ObjectNode one(JsonNode told) {
        var fulfilment = JSON.createObjectNode().put("fulfillmentId", fulfilmentId(told));
        if (told.has("trackingNumber")) {
            fulfilment
                    .put("shipmentTrackingNumber", told.get("trackingNumber").asString())
                    .put("shippingCarrierCode", told.path("shippingCarrierCode").asString(""));
        }
        if (told.has("shippedDate")) {
            fulfilment.put("shippedDate", told.get("shippedDate").asString());
        }
        fulfilment.set("lineItems", told.get("lineItems"));
        return fulfilment;
    }

    private static String fulfilmentId(JsonNode told) {
        return told.path("trackingNumber").asString(WITHOUT_TRACKING);
    }

    private static int sent(List<JsonNode> all, String lineItemId) {
        return all.stream()
                .flatMap(told -> told.path("lineItems").valueStream())
                .filter(line -> id(line).equals(lineItemId))
                .mapToInt(line -> line.path("quantity").asInt(1))
                .sum();
    }

    private static String state(int sent, int of) {
        return sent == 0 ? "NOT_STARTED" : sent < of ? "IN_PROGRESS" : "FULFILLED";
    }

    private static int quantity(JsonNode line) {
        return line.path("quantity").asInt(1);
    }

    private static String id(JsonNode line) {
        return line.path("lineItemId").asString("");
    }
}

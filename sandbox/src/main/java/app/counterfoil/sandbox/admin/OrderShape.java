package app.counterfoil.sandbox.admin;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an order put in by hand must have, so that the APIs can serve it: the contract's required fields, and the ids. */
final class OrderShape {

    private static final Pattern AMAZON_ID = Pattern.compile("\\d{3}-\\d{7}-\\d{7}");
    private static final Pattern EBAY_ID = Pattern.compile("\\d{2}-\\d{5}-\\d{5}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,2})?");

    private final JsonNode order;
    private final String path;

    private OrderShape(JsonNode order, String path) {
        this.order = order;
        this.path = path;
    }

    /** Checks an order of the account; {@code path} is the place of the order in the call, or empty. */
    static void check(String account, JsonNode order, String path) {
        var shape = new OrderShape(order, path);
        if (!order.isObject()) {
            throw new BadCall(path.isEmpty() ? "the body" : path, "is not an order: it must be a JSON object");
        }
        if (account.startsWith("amazon")) {
            shape.amazon();
        } else {
            shape.ebay();
        }
    }

    private void amazon() {
        matches("orderId", AMAZON_ID, "must be three groups of 3, 7 and 7 digits, such as 201-1000007-2000013");
        time("createdTime");
        time("lastUpdatedTime");
        text("salesChannel.channelName");
        oneOf(
                "fulfillment.fulfillmentStatus",
                List.of(
                        "PENDING_AVAILABILITY",
                        "PENDING",
                        "UNSHIPPED",
                        "PARTIALLY_SHIPPED",
                        "SHIPPED",
                        "CANCELLED",
                        "UNFULFILLABLE"));
        oneOf("fulfillment.fulfilledBy", List.of("MERCHANT", "AMAZON"));
        moneyIfThere("proceeds.grandTotal", "amount");
        each("orderItems", item -> {
            item.text("orderItemId");
            item.count("quantityOrdered");
            item.object("product");
            item.moneyIfThere("proceeds.proceedsTotal", "amount");
        });
    }

    private void ebay() {
        matches("orderId", EBAY_ID, "must be three groups of 2, 5 and 5 digits, such as 01-10001-50003");
        time("creationDate");
        time("lastModifiedDate");
        oneOf("orderFulfillmentStatus", List.of("NOT_STARTED", "IN_PROGRESS", "FULFILLED"));
        oneOf("orderPaymentStatus", List.of("PENDING", "FAILED", "PAID", "PARTIALLY_REFUNDED", "FULLY_REFUNDED"));
        oneOf("cancelStatus.cancelState", List.of("NONE_REQUESTED", "IN_PROGRESS", "CANCELED"));
        moneyIfThere("pricingSummary.total", "value");
        each("lineItems", line -> {
            line.text("lineItemId");
            line.count("quantity");
            line.moneyIfThere("total", "value");
        });
    }

    private void each(String list, Consumer<OrderShape> check) {
        var items = order.path(list);
        require(list, items, item -> item.isArray() && !item.isEmpty(), "must be a list with at least one entry");
        for (int i = 0; i < items.size(); i++) {
            check.accept(new OrderShape(items.get(i), named(list + "[" + i + "]")));
        }
    }

    private void matches(String field, Pattern pattern, String wrong) {
        require(
                field,
                at(field),
                node -> node.isString() && pattern.matcher(node.asString()).matches(),
                wrong);
    }

    private void text(String field) {
        require(field, at(field), node -> node.isString() && !node.asString().isBlank(), "must be a text");
    }

    private void object(String field) {
        require(field, at(field), JsonNode::isObject, "must be an object");
    }

    private void count(String field) {
        require(
                field,
                at(field),
                node -> node.isIntegralNumber() && node.asInt() >= 0,
                "must be a whole number of at least 0");
    }

    private void oneOf(String field, List<String> values) {
        require(field, at(field), node -> values.contains(node.asString("")), "must be one of " + values);
    }

    private void time(String field) {
        require(field, at(field), OrderShape::isTime, "must be a time such as 2026-01-31T10:00:00Z");
    }

    private void moneyIfThere(String field, String amount) {
        if (!at(field).isMissingNode()) {
            require(
                    field + "." + amount,
                    at(field).path(amount),
                    node -> node.isString() && DECIMAL.matcher(node.asString()).matches(),
                    "must be a decimal number in a text, such as \"12.99\"");
        }
    }

    private JsonNode at(String field) {
        JsonNode node = order;
        for (var name : field.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    private void require(String field, JsonNode node, Predicate<JsonNode> good, String wrong) {
        if (node.isMissingNode()) {
            throw new BadCall(named(field), "is missing; it " + wrong);
        }
        if (!good.test(node)) {
            throw new BadCall(named(field), wrong);
        }
    }

    private String named(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static boolean isTime(JsonNode node) {
        try {
            return node.isString() && OffsetDateTime.parse(node.asString()).getYear() > 1990;
        } catch (DateTimeException notATime) {
            return false;
        }
    }
}

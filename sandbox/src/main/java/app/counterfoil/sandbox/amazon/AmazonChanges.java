package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.change.Change;
import app.counterfoil.sandbox.change.Changes;
import app.counterfoil.sandbox.world.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as orders 2026-01-01 can tell them. */
public final class AmazonChanges implements Changes {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> REASONS =
            List.of("Ordered by mistake (made up)", "Found it in a shop (made up)", "Would arrive too late (made up)");

    @Override
    public Optional<ObjectNode> make(Change change, Account account, ObjectNode order, Random random, Instant at) {
        var made =
                switch (change) {
                    case ADDRESS_EDITED -> addressEdited(order, random);
                    case QUANTITY_EDITED -> quantityEdited(order, random);
                    case LINE_CANCELLED -> lineCancelled(order, random);
                    case CANCEL_REQUESTED -> cancelRequested(order, random);
                    case CANCELLED -> cancelled(order);
                    case PAID -> {
                        var paid = paid(account, order);
                        paid.ifPresent(whole -> order.removeAll().setAll(whole));
                        yield paid.isPresent();
                    }
                    case PARTLY_REFUNDED -> partlyRefunded(order, random);
                    case PARTLY_SENT -> partlySent(account, order, at);
                    case TOUCHED -> true;
                };
        if (!made) {
            return Optional.empty();
        }
        order.put("lastUpdatedTime", AmazonOrderJson.time(at));
        return Optional.of(order);
    }

    @Override
    public Instant lastChange(ObjectNode order) {
        return Instant.parse(order.get("lastUpdatedTime").asString());
    }

    private static boolean addressEdited(ObjectNode order, Random random) {
        if (!merchant(order)
                || !is(order, "UNSHIPPED", "PENDING")
                || !(order.path("recipient").path("deliveryAddress") instanceof ObjectNode address)) {
            return false;
        }
        address.put("addressLine1", (1 + random.nextInt(99)) + " Corrected Row (made up)");
        return true;
    }

    private static boolean quantityEdited(ObjectNode order, Random random) {
        var many = live(order).stream()
                .filter(item -> item.path("quantityOrdered").asInt(0) > 1)
                .toList();
        if (!merchant(order) || !is(order, "UNSHIPPED") || many.isEmpty() || !AmazonProceeds.hasPrices(order)) {
            return false;
        }
        var item = many.get(random.nextInt(many.size()));
        int before = item.get("quantityOrdered").asInt();
        quantity(item, before, before - 1);
        AmazonProceeds.total(order, items(order));
        return true;
    }

    private static boolean lineCancelled(ObjectNode order, Random random) {
        var lines = live(order);
        if (!merchant(order) || !is(order, "UNSHIPPED") || lines.size() < 2 || !AmazonProceeds.hasPrices(order)) {
            return false;
        }
        // Not the first: it bears the delivery.
        var item = lines.get(1 + random.nextInt(lines.size() - 1));
        quantity(item, item.get("quantityOrdered").asInt(), 0);
        executed(item, "MERCHANT");
        AmazonProceeds.total(order, items(order));
        return true;
    }

    private static boolean cancelRequested(ObjectNode order, Random random) {
        if (!merchant(order) || !is(order, "UNSHIPPED") || requested(order)) {
            return false;
        }
        var reason = REASONS.get(random.nextInt(REASONS.size()));
        live(order).forEach(item -> cancellation(item)
                .putObject("cancellationRequest")
                .put("requester", "BUYER")
                .put("cancelReason", reason));
        return true;
    }

    private static boolean cancelled(ObjectNode order) {
        if (!is(order, "PENDING", "UNSHIPPED")) {
            return false;
        }
        var by = requested(order) || is(order, "PENDING") ? "BUYER" : "MERCHANT";
        fulfillment(order).put("fulfillmentStatus", "CANCELLED");
        live(order).forEach(item -> {
            executed(item, by);
            if (item.get("fulfillment") instanceof ObjectNode fulfillment) {
                fulfillment.put("quantityUnfulfilled", 0);
            }
        });
        return true;
    }

    private static Optional<ObjectNode> paid(Account account, ObjectNode order) {
        var id = order.get("orderId").asString();
        if (!is(order, "PENDING") || (!AmazonProceeds.hasPrices(order) && !account.hasWhenPaid(id))) {
            return Optional.empty();
        }
        var whole = account.takeWhenPaid(id).orElse(order.deepCopy());
        fulfillment(whole).put("fulfillmentStatus", merchant(whole) ? "UNSHIPPED" : "SHIPPED");
        return Optional.of(whole);
    }

    private static boolean partlyRefunded(ObjectNode order, Random random) {
        var refundable = live(order).stream()
                .filter(item -> AmazonProceeds.pence(item.path("proceeds").path("proceedsTotal")) > 100)
                .toList();
        if (!is(order, "SHIPPED", "PARTIALLY_SHIPPED") || refundable.isEmpty() || !AmazonProceeds.hasPrices(order)) {
            return false;
        }
        var item = refundable.get(random.nextInt(refundable.size()));
        long all = AmazonProceeds.pence(item.path("proceeds").path("proceedsTotal"));
        AmazonProceeds.giveBack(item, all * (10 + random.nextInt(41)) / 100);
        AmazonProceeds.total(order, items(order));
        return true;
    }

    private static boolean partlySent(Account account, ObjectNode order, Instant at) {
        if (!merchant(order) || !is(order, "UNSHIPPED", "PARTIALLY_SHIPPED") || AmazonPackages.unsent(order) < 2) {
            return false;
        }
        var told = JSON.createObjectNode()
                .put(
                        "marketplaceId",
                        order.path("salesChannel").path("marketplaceId").asString(""));
        var detail = AmazonPackages.oneUnit(order, told.putObject("packageDetail"), at);
        if (AmazonPackages.add(order, detail, at).isPresent()) {
            return false;
        }
        account.confirm(order.get("orderId").asString(), told);
        return true;
    }

    private static void quantity(ObjectNode item, int before, int after) {
        item.put("quantityOrdered", after);
        if (item.get("fulfillment") instanceof ObjectNode fulfillment) {
            fulfillment.put("quantityUnfulfilled", after);
        }
        AmazonProceeds.reprice(item, before, after);
    }

    private static void executed(ObjectNode item, String by) {
        cancellation(item)
                .putObject("cancellationExecution")
                .put("cancelledBy", by)
                .put("cancelReason", by.equals("BUYER") ? "Buyer cancelled (made up)" : "Out of stock (made up)");
    }

    private static ObjectNode cancellation(ObjectNode item) {
        return item.get("cancellation") instanceof ObjectNode given ? given : item.putObject("cancellation");
    }

    private static boolean requested(ObjectNode order) {
        return items(order).valueStream().anyMatch(item -> item.path("cancellation")
                .has("cancellationRequest"));
    }

    private static List<ObjectNode> live(ObjectNode order) {
        return items(order)
                .valueStream()
                .filter(item -> item.path("quantityOrdered").asInt(0) > 0)
                .map(item -> (ObjectNode) item)
                .toList();
    }

    private static ArrayNode items(ObjectNode order) {
        return (ArrayNode) order.get("orderItems");
    }

    private static ObjectNode fulfillment(ObjectNode order) {
        return (ObjectNode) order.get("fulfillment");
    }

    private static boolean merchant(JsonNode order) {
        return order.path("fulfillment").path("fulfilledBy").asString("").equals("MERCHANT");
    }

    private static boolean is(JsonNode order, String... statuses) {
        return List.of(statuses)
                .contains(order.path("fulfillment").path("fulfillmentStatus").asString(""));
    }
}

package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.change.Change;
import app.counterfoil.sandbox.change.Changes;
import app.counterfoil.sandbox.world.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as Sell Fulfillment v1 can tell them. */
public final class EbayChanges implements Changes {

    private static final List<String> REASONS =
            List.of("Order placed by mistake", "Order won't arrive in time", "Found it in a shop (made up)");

    @Override
    public Optional<ObjectNode> make(Change change, Account account, ObjectNode order, Random random, Instant at) {
        var made =
                switch (change) {
                    case ADDRESS_EDITED -> addressEdited(order, random);
                    case QUANTITY_EDITED -> quantityEdited(order, random);
                    case LINE_CANCELLED -> lineCancelled(order, random);
                    case CANCEL_REQUESTED -> cancelRequested(order, random, at);
                    case CANCELLED -> cancelled(order, at);
                    case PAID -> paid(order, at);
                    case PARTLY_REFUNDED -> partlyRefunded(order, random, at);
                    case PARTLY_SENT -> partlySent(account, order, at);
                    case TOUCHED -> true;
                };
        if (!made) {
            return Optional.empty();
        }
        order.put("lastModifiedDate", EbayOrderJson.time(at));
        return Optional.of(order);
    }

    @Override
    public Instant lastChange(ObjectNode order) {
        return Instant.parse(order.get("lastModifiedDate").asString());
    }

    private static boolean addressEdited(ObjectNode order, Random random) {
        var address = order.path("fulfillmentStartInstructions")
                .path(0)
                .path("shippingStep")
                .path("shipTo")
                .path("contactAddress");
        if (!open(order) || !(address instanceof ObjectNode written)) {
            return false;
        }
        written.put("addressLine1", (1 + random.nextInt(99)) + " Corrected Row (made up)");
        return true;
    }

    private static boolean quantityEdited(ObjectNode order, Random random) {
        var many = lines(order)
                .valueStream()
                .filter(line -> line.path("quantity").asInt(1) > 1 && line.has("lineItemCost"))
                .map(line -> (ObjectNode) line)
                .toList();
        if (!open(order) || many.isEmpty() || !priced(order)) {
            return false;
        }
        var line = many.get(random.nextInt(many.size()));
        int before = line.get("quantity").asInt();
        line.put("quantity", before - 1);
        EbayPrices.reprice(line, before, before - 1);
        EbayPrices.summarise(order);
        return true;
    }

    /** No line has a state of its own for this in the contract: the order lists one line fewer. */
    private static boolean lineCancelled(ObjectNode order, Random random) {
        var lines = lines(order);
        if (!open(order) || lines.size() < 2 || !priced(order)) {
            return false;
        }
        // Not the first: it bears the delivery.
        lines.remove(1 + random.nextInt(lines.size() - 1));
        EbayPrices.summarise(order);
        return true;
    }

    private static boolean cancelRequested(ObjectNode order, Random random, Instant at) {
        var cancel = cancelStatus(order);
        if (!open(order) || !cancel.path("cancelState").asString("").equals("NONE_REQUESTED")) {
            return false;
        }
        cancel.put("cancelState", "IN_PROGRESS");
        cancel.putArray("cancelRequests")
                .addObject()
                .put("cancelInitiator", "Buyer")
                .put("cancelReason", REASONS.get(random.nextInt(REASONS.size())))
                .put("cancelRequestId", Long.toString(5_000_000_000L + random.nextInt(1_000_000)))
                .put("cancelRequestState", "REQUESTED")
                .put("cancelRequestedDate", EbayOrderJson.time(at));
        return true;
    }

    private static boolean cancelled(ObjectNode order, Instant at) {
        if (!open(order)) {
            return false;
        }
        var cancel = cancelStatus(order);
        cancel.put("cancelState", "CANCELED").put("cancelledDate", EbayOrderJson.time(at));
        cancel.path("cancelRequests").valueStream().forEach(request -> ((ObjectNode) request)
                .put("cancelRequestState", "COMPLETED")
                .put("cancelCompletedDate", EbayOrderJson.time(at)));
        if (!unpaid(order)) {
            refund(
                    order,
                    EbayPrices.pence(order.path("pricingSummary").path("total")) - EbayPrices.refunded(order),
                    at);
            order.put("orderPaymentStatus", "FULLY_REFUNDED");
        }
        return true;
    }

    private static boolean paid(ObjectNode order, Instant at) {
        if (!unpaid(order) || cancelled(order)) {
            return false;
        }
        order.put("orderPaymentStatus", "PAID");
        order.path("paymentSummary").path("payments").valueStream().forEach(payment -> ((ObjectNode) payment)
                .put("paymentStatus", "PAID")
                .put("paymentDate", EbayOrderJson.time(at)));
        return true;
    }

    /** Half of the refunds are of the order, half of a line; the contract tells them in different places. */
    private static boolean partlyRefunded(ObjectNode order, Random random, Instant at) {
        var status = order.path("orderPaymentStatus").asString("");
        var whole = order.path("pricingSummary").path("total");
        if (!List.of("PAID", "PARTIALLY_REFUNDED").contains(status) || cancelled(order) || !priced(order)) {
            return false;
        }
        var line = (ObjectNode) lines(order).get(random.nextInt(lines(order).size()));
        boolean ofLine = random.nextBoolean();
        long left = EbayPrices.pence(whole) - EbayPrices.refunded(order);
        long most = ofLine ? Math.min(left, EbayPrices.pence(line.path("total"))) : left;
        if (most < 100) {
            return false;
        }
        long pence = most * (10 + random.nextInt(41)) / 100;
        if (ofLine) {
            var refunds = line.get("refunds") instanceof ArrayNode given ? given : line.putArray("refunds");
            refunds.addObject()
                    .put("refundId", "demo-" + line.get("lineItemId").asString() + "-" + refunds.size())
                    .put("refundDate", EbayOrderJson.time(at))
                    .set("amount", EbayOrderJson.money(pence, EbayPrices.currency(line)));
        } else {
            refund(order, pence, at);
        }
        order.put("orderPaymentStatus", "PARTIALLY_REFUNDED");
        return true;
    }

    private static void refund(ObjectNode order, long pence, Instant at) {
        var summary =
                order.get("paymentSummary") instanceof ObjectNode given ? given : order.putObject("paymentSummary");
        var refunds = summary.get("refunds") instanceof ArrayNode given ? given : summary.putArray("refunds");
        refunds.addObject()
                .put("refundId", "demo-" + order.get("orderId").asString() + "-" + refunds.size())
                .put("refundReferenceId", "demo-" + refunds.size())
                .put("refundDate", EbayOrderJson.time(at))
                .put("refundStatus", "REFUNDED")
                .set(
                        "amount",
                        EbayOrderJson.money(
                                pence,
                                order.path("pricingSummary")
                                        .path("total")
                                        .path("currency")
                                        .asString("GBP")));
    }

    private static boolean partlySent(Account account, ObjectNode order, Instant at) {
        if (unpaid(order) || cancelled(order) || EbayFulfilments.unsent(account, order) < 2) {
            return false;
        }
        if (order.path("orderFulfillmentStatus").asString("").equals("FULFILLED")) {
            return false;
        }
        EbayFulfilments.add(account, order, EbayFulfilments.oneUnit(account, order, at), at);
        return true;
    }

    private static boolean open(JsonNode order) {
        return order.path("orderFulfillmentStatus").asString("").equals("NOT_STARTED") && !cancelled(order);
    }

    private static boolean unpaid(JsonNode order) {
        return order.path("orderPaymentStatus").asString("").equals("PENDING");
    }

    private static boolean cancelled(JsonNode order) {
        return order.path("cancelStatus").path("cancelState").asString("").equals("CANCELED");
    }

    private static boolean priced(ObjectNode order) {
        return order.path("pricingSummary").has("total")
                && lines(order).valueStream().allMatch(line -> line.has("lineItemCost") && line.has("total"));
    }

    private static ObjectNode cancelStatus(ObjectNode order) {
        return (ObjectNode) order.get("cancelStatus");
    }

    private static ArrayNode lines(ObjectNode order) {
        return (ArrayNode) order.get("lineItems");
    }
}

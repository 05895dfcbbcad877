package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.OrderUnreadable;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.dispatch.StillWanted.Standing;
import app.counterfoil.hub.dispatch.StillWanted.Word;
import java.util.HashMap;
import java.util.Optional;

/** Reads from an order of orders 2026-01-01 whether it is to be sent, and how much of it. */
final class AmazonStanding {

    private AmazonStanding() {}

    /** @throws ServiceUnusable if the answer does not say */
    static Word of(OrderJson order) {
        try {
            var remaining = new HashMap<String, Integer>();
            var requested = false;
            for (var item : order.at("orderItems").each()) {
                // A buyer's request stands at the item; the order's status stays as it was.
                requested |= item.at("cancellation").at("cancellationRequest").exists()
                        && !item.at("cancellation").at("cancellationExecution").exists();
                remaining.put(item.at("orderItemId").requiredCode(), unfulfilled(item));
            }
            var standing =
                    standing(order.at("fulfillment").at("fulfillmentStatus").required());
            return new Word(
                    standing == Standing.WANTED && requested ? Standing.CANCEL_REQUESTED : standing,
                    remaining,
                    ioss(order));
        } catch (OrderUnreadable unreadable) {
            throw new ServiceUnusable(
                    "Amazon", ServiceUnusable.Kind.NOT_UNDERSTOOD, "the order's standing", Optional.empty());
        }
    }

    /** Amazon repeats its number at each item. */
    private static Optional<String> ioss(OrderJson order) {
        return order.at("orderItems").each().stream()
                .map(item -> item.at("fulfillment")
                        .at("shipping")
                        .at("internationalShipping")
                        .at("iossNumber")
                        .code())
                .filter(number -> !number.isBlank())
                .findFirst();
    }

    private static int unfulfilled(OrderJson item) {
        var told = item.at("fulfillment").at("quantityUnfulfilled").code();
        return told.matches("\\d{1,7}")
                ? Integer.parseInt(told)
                : item.at("quantityOrdered").count();
    }

    private static Standing standing(String status) {
        return switch (status) {
            case "UNSHIPPED", "PARTIALLY_SHIPPED" -> Standing.WANTED;
            case "SHIPPED" -> Standing.SENT;
            case "CANCELLED", "UNFULFILLABLE" -> Standing.CANCELLED;
            default -> Standing.NOT_RELEASED;
        };
    }
}

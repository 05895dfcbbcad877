package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.OrderJson;
import app.counterfoil.hub.channel.OrderUnreadable;
import app.counterfoil.hub.connection.ServiceUnusable;
import app.counterfoil.hub.dispatch.StillWanted.Standing;
import app.counterfoil.hub.dispatch.StillWanted.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads from an order of Sell Fulfillment v1 whether it is to be sent, and how much of it. */
final class EbayStanding {

    /** Requests that somebody has decided; any other, a state we do not know included, waits for a decision. */
    private static final Set<String> DECIDED = Set.of("COMPLETED", "REJECTED", "CLOSED");

    private EbayStanding() {}

    /**
     * The standing of an order.
     *
     * @param order what getOrder answered
     * @param fulfilments what was told as sent, if anything was
     * @throws ServiceUnusable if the answer does not say
     */
    static Word of(OrderJson order, List<OrderJson> fulfilments) {
        try {
            var remaining = new HashMap<String, Integer>();
            for (var item : order.at("lineItems").each()) {
                remaining.merge(
                        item.at("lineItemId").requiredCode(),
                        item.at("quantity").count(),
                        Integer::sum);
            }
            for (var fulfilment : fulfilments) {
                for (var item : fulfilment.at("lineItems").each()) {
                    var sent =
                            item.at("quantity").exists() ? item.at("quantity").count() : 1;
                    remaining.computeIfPresent(
                            item.at("lineItemId").code(), (line, quantity) -> Math.max(0, quantity - sent));
                }
            }
            var standing = standing(order);
            if (standing == Standing.SENT) {
                remaining.replaceAll((line, quantity) -> 0);
            }
            return new Word(standing, remaining, ioss(order));
        } catch (OrderUnreadable unreadable) {
            throw new ServiceUnusable(
                    "eBay", ServiceUnusable.Kind.NOT_UNDERSTOOD, "the order's standing", Optional.empty());
        }
    }

    /** The references of other countries, such as Norway's VOEC, stand under the same name as another kind. */
    private static Optional<String> ioss(OrderJson order) {
        return order.at("lineItems").each().stream()
                .flatMap(item -> item.at("ebayCollectAndRemitTaxes").each().stream())
                .map(tax -> tax.at("ebayReference"))
                .filter(reference -> reference.at("name").text().equals("IOSS"))
                .map(reference -> reference.at("value").code())
                .filter(number -> !number.isBlank())
                .findFirst();
    }

    private static Standing standing(OrderJson order) {
        var cancel = order.at("cancelStatus");
        if (cancel.at("cancelState").text().equals("CANCELED")) {
            return Standing.CANCELLED;
        }
        if (order.at("orderFulfillmentStatus").required().equals("FULFILLED")) {
            return Standing.SENT;
        }
        if (cancel.at("cancelState").text().equals("IN_PROGRESS")
                || cancel.at("cancelRequests").each().stream()
                        .anyMatch(request -> !DECIDED.contains(
                                request.at("cancelRequestState").text()))) {
            return Standing.CANCEL_REQUESTED;
        }
        return switch (order.at("orderPaymentStatus").text()) {
            case "PAID", "PARTIALLY_REFUNDED" -> Standing.WANTED;
            case "FULLY_REFUNDED" -> Standing.CANCELLED;
            default -> Standing.NOT_RELEASED;
        };
    }
}

package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.Channel.Confirmation;
import app.counterfoil.hub.channel.OrderJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shipping fulfilment of Sell Fulfillment v1. Carrier and tracking number go along both or not at all: untracked post
 * has neither.
 */
final class EbayFulfilment {

    private static final JsonMapper JSON = new JsonMapper();
    /** How eBay writes a moment. */
    static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EbayFulfilment() {}

    /**
     * What eBay is told of a parcel.
     *
     * @param lines what it still waits for of what is in the parcel
     * @param tracking the tracking number as eBay takes it, or empty
     */
    static ObjectNode of(Confirmation confirmation, List<Confirmation.Line> lines, String tracking) {
        var body = JSON.createObjectNode();
        var items = body.putArray("lineItems");
        lines.forEach(line ->
                items.addObject().put("lineItemId", line.channelLineId()).put("quantity", line.quantity()));
        body.put("shippedDate", MILLIS.format(confirmation.dispatchedAt()));
        if (!tracking.isEmpty()) {
            body.put("shippingCarrierCode", confirmation.carrier().replace(" ", ""))
                    .put("trackingNumber", tracking);
        }
        return body;
    }

    /**
     * Whether a fulfilment that eBay knows is this parcel: by its tracking number, or, where it was told without one, by
     * the moment the parcel left and what was in it. Two parcels of one order never leave at the same moment.
     */
    static boolean isOf(OrderJson known, Confirmation confirmation, String tracking) {
        var number = known.at("shipmentTrackingNumber").code();
        if (!number.isEmpty()) {
            return number.equals(tracking);
        }
        var inParcel = confirmation.lines().stream()
                .collect(Collectors.toMap(Confirmation.Line::channelLineId, Confirmation.Line::quantity, Integer::sum));
        return leftThen(known.at("shippedDate").code(), confirmation.dispatchedAt())
                && known.at("lineItems").each().stream()
                        .allMatch(item -> quantity(item)
                                <= inParcel.getOrDefault(item.at("lineItemId").code(), 0));
    }

    private static int quantity(OrderJson item) {
        return item.at("quantity").exists() ? item.at("quantity").count() : 1;
    }

    private static boolean leftThen(String shippedDate, Instant dispatchedAt) {
        try {
            // eBay shows milliseconds; it does not say that it keeps them.
            return Duration.between(Instant.parse(shippedDate), dispatchedAt)
                            .abs()
                            .compareTo(Duration.ofSeconds(1))
                    < 0;
        } catch (DateTimeParseException notSaid) {
            return false;
        }
    }
}

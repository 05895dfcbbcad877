package app.counterfoil.hub.channel;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What matters of an order, once read from the truth of a channel and once from what we hold, to be compared. It is read
 * from the channel's JSON anew, not by the adapters.
 *
 * @param number the channel's number
 * @param state where it stands
 * @param total what the buyer pays
 * @param lines what was ordered
 * @param name to whom it goes, or empty
 * @param postcode where it goes, or empty
 */
record ToldOrder(String number, OrderState state, Money total, List<Line> lines, String name, String postcode) {

    /** Amazon is asked for people only where something is still to be sent. */
    private static final Set<String> TO_SEND = Set.of("UNSHIPPED", "PARTIALLY_SHIPPED");

    /** A line: how many of what, for how much in all. */
    record Line(String sku, int quantity, Money total) {}

    /** As the channel has it. */
    static ToldOrder of(OutsideService channel, JsonNode order) {
        return channel == OutsideService.AMAZON ? ofAmazon(order) : ofEbay(order);
    }

    /** As we hold it, opened by somebody who may. */
    static ToldOrder of(OrderFacts order, Optional<Recipient> recipient) {
        return new ToldOrder(
                order.channelOrderId(),
                order.state(),
                order.total(),
                order.lines().stream()
                        .map(line -> new Line(line.sku(), line.quantity(), line.total()))
                        .toList(),
                recipient.map(Recipient::name).orElse(""),
                recipient.map(Recipient::postcode).orElse(""));
    }

    private static ToldOrder ofAmazon(JsonNode order) {
        var status = order.at("/fulfillment/fulfillmentStatus").asString();
        var toSend = TO_SEND.contains(status)
                && order.at("/fulfillment/fulfilledBy").asString().equals("MERCHANT");
        var address = order.at("/recipient/deliveryAddress");
        return new ToldOrder(
                order.get("orderId").asString(),
                switch (status) {
                    case "UNSHIPPED", "PARTIALLY_SHIPPED" -> OrderState.READY;
                    case "SHIPPED" -> OrderState.DISPATCHED;
                    case "CANCELLED" -> OrderState.CANCELLED;
                    default -> OrderState.AWAITING_PAYMENT;
                },
                amazonMoney(order.at("/proceeds/grandTotal")),
                order.get("orderItems").valueStream().map(ToldOrder::amazonLine).toList(),
                toSend ? address.get("name").asString() : "",
                toSend ? address.get("postalCode").asString() : "");
    }

    private static Line amazonLine(JsonNode item) {
        var proceeds = item.get("proceeds");
        var goods = proceeds.get("breakdowns")
                .valueStream()
                .filter(part -> part.get("type").asString().equals("SHIPPING"))
                .map(part -> amazonMoney(part.get("subtotal")))
                .reduce(amazonMoney(proceeds.get("proceedsTotal")), Money::minus);
        return new Line(
                item.at("/product/sellerSku").asString(),
                item.get("quantityOrdered").asInt(),
                goods);
    }

    private static ToldOrder ofEbay(JsonNode order) {
        var to = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
        return new ToldOrder(
                order.get("orderId").asString(),
                ebayState(order),
                ebayMoney(order.at("/pricingSummary/total")),
                order.get("lineItems")
                        .valueStream()
                        .map(item -> new Line(
                                item.get("sku").asString(),
                                item.get("quantity").asInt(),
                                ebayMoney(
                                        item.has("discountedLineItemCost")
                                                ? item.get("discountedLineItemCost")
                                                : item.get("lineItemCost"))))
                        .toList(),
                to.get("fullName").asString(),
                to.at("/contactAddress/postalCode").asString());
    }

    private static OrderState ebayState(JsonNode order) {
        if (order.at("/cancelStatus/cancelState").asString().equals("CANCELED")) {
            return OrderState.CANCELLED;
        }
        if (order.get("orderFulfillmentStatus").asString().equals("FULFILLED")) {
            return OrderState.DISPATCHED;
        }
        return order.get("orderPaymentStatus").asString().equals("PAID")
                ? OrderState.READY
                : OrderState.AWAITING_PAYMENT;
    }

    private static Money amazonMoney(JsonNode money) {
        return Money.of(
                money.get("amount").asString(), money.get("currencyCode").asString());
    }

    private static Money ebayMoney(JsonNode money) {
        return Money.of(money.get("value").asString(), money.get("currency").asString());
    }

    /** A person is not printed, not even a made-up one. */
    @Override
    public String toString() {
        return number + " " + state + " " + total + " " + lines + " for " + name.hashCode() + " in "
                + postcode.hashCode();
    }
}

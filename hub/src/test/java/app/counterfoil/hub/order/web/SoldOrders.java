package app.counterfoil.hub.order.web;

import app.counterfoil.sandbox.Sandbox;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the channels of the sandbox have sold, as they tell it themselves. */
final class SoldOrders {

    private final Sandbox sandbox;

    SoldOrders(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    JsonNode british() {
        return ebay().filter(order -> order.at("/orderFulfillmentStatus")
                                .asString()
                                .equals("NOT_STARTED")
                        && order.at("/orderPaymentStatus").asString().equals("PAID")
                        && order.at("/cancelStatus/cancelState").asString().equals("NONE_REQUESTED"))
                .filter(order -> {
                    var to = order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
                    return to.at("/contactAddress/postalCode").asString().startsWith("LS")
                            && to.path("fullName").asString().matches("[A-Z][a-z]+ [A-Z][a-z]+");
                })
                .findFirst()
                .orElseThrow();
    }

    /** Lets one of the orders to Bristol go to another country. */
    void goesTo(String country, String postcode, String phone) {
        var account = sandbox.world().account("ebay-1").orElseThrow();
        var order = account.orders().stream()
                .filter(each ->
                        shipTo(each).at("/contactAddress/postalCode").asString().startsWith("BS"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) shipTo(order).path("contactAddress"))
                .put("countryCode", country)
                .put("postalCode", postcode);
        ((ObjectNode) shipTo(order).path("primaryPhone")).put("phoneNumber", phone);
        account.put(number(order), order);
    }

    static JsonNode shipTo(JsonNode order) {
        return order.at("/fulfillmentStartInstructions/0/shippingStep/shipTo");
    }

    Stream<JsonNode> ebay() {
        return sandbox.world().account("ebay-1").orElseThrow().orders().stream().map(order -> order);
    }

    Stream<JsonNode> amazon() {
        return sandbox.world().account("amazon-1").orElseThrow().orders().stream()
                .map(order -> order);
    }

    static String number(JsonNode order) {
        return order.path("orderId").asString();
    }

    static Set<String> numbers(Stream<JsonNode> orders) {
        return orders.map(SoldOrders::number).collect(Collectors.toSet());
    }
}

package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order goes out in as many packages as one likes, and is sent once all of it is. */
class ConfirmedShipmentsTest {

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithSomeOrders() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generate("amazon-1", 120);
        sandbox.generate("ebay-1", 120);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void amazonKnowsEachPackageOnceAndWhatIsLeft() {
        var order = ofOneLineWithSeveral("amazon-1", "orderItems", "quantityOrdered");
        var item = order.get("orderItems").get(0);
        int all = item.get("quantityOrdered").asInt();
        assertThat(tellAmazon(order, "1", 1)).isEqualTo("204");
        assertThat(amazon(order).get("fulfillment").get("fulfillmentStatus").asString())
                .isEqualTo("PARTIALLY_SHIPPED");
        assertThat(tellAmazon(order, "1", 1)).contains("PackageToUpdateNotFound");
        assertThat(tellAmazon(order, "2", all)).contains("more than is left");
        assertThat(tellAmazon(order, "zero", 1)).contains("positive number");
        assertThat(tellAmazon(order, "2", all - 1)).isEqualTo("204");
        var sent = amazon(order);
        assertThat(sent.get("fulfillment").get("fulfillmentStatus").asString()).isEqualTo("SHIPPED");
        assertThat(sent.get("packages"))
                .extracting(parcel -> parcel.get("packageReferenceId").asString())
                .containsExactly("1", "2");
        assertThat(sent.get("orderItems")
                        .get(0)
                        .get("fulfillment")
                        .get("quantityFulfilled")
                        .asInt())
                .isEqualTo(all);
        assertThat(tellAmazon(order, "3", 1)).contains("PackageToUpdateNotFound");
        assertThat(Contract.AMAZON_SHIPMENTS.departures(sandbox)).isEmpty();
        assertThat(Contract.AMAZON_ORDERS.departures(sandbox)).isEmpty();
    }

    @Test
    void ebayCountsUnitsByLine() {
        var order = ofOneLineWithSeveral("ebay-1", "lineItems", "quantity");
        int all = order.get("lineItems").get(0).get("quantity").asInt();
        assertThat(tellEbay(order, "AB1", 1)).isEqualTo("201");
        assertThat(ebay(order).get("orderFulfillmentStatus").asString()).isEqualTo("IN_PROGRESS");
        assertThat(tellEbay(order, "AB 2", 1)).contains("32300");
        assertThat(tellEbay(order, "AB2", all - 1)).isEqualTo("201");
        var sent = ebay(order);
        assertThat(sent.get("orderFulfillmentStatus").asString()).isEqualTo("FULFILLED");
        assertThat(sent.get("fulfillmentHrefs")).hasSize(2);
        var id = order.get("orderId").asString();
        assertThat(caller.ebay("ebay-1", "/" + id + "/shipping_fulfillment")
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(caller.ebay("ebay-1", "/" + id + "/shipping_fulfillment/AB2")
                        .get("lineItems")
                        .get(0)
                        .get("quantity")
                        .asInt())
                .isEqualTo(all - 1);
        assertThat(Contract.EBAY_ORDERS.departures(sandbox)).isEmpty();
    }

    private String tellAmazon(JsonNode order, String reference, int quantity) {
        var body =
                """
                {"marketplaceId": "A1F83G8C2ARO7P", "packageDetail": {"packageReferenceId": "%s", "carrierCode": "Royal Mail",
                 "trackingNumber": "ZZ400010015GB", "shipDate": "%s",
                 "orderItems": [{"orderItemId": "%s", "quantity": %d}]}}
                """
                        .formatted(
                                reference,
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                order.get("orderItems")
                                        .get(0)
                                        .get("orderItemId")
                                        .asString(),
                                quantity);
        var reply = caller.post(
                "/orders/v0/orders/" + order.get("orderId").asString() + "/shipmentConfirmation",
                "x-amz-access-token",
                caller.amazonToken("amazon-1"),
                body);
        return reply.statusCode() == 204 ? "204" : Caller.json(reply).toString();
    }

    private String tellEbay(JsonNode order, String tracking, int quantity) {
        var body =
                """
                {"lineItems": [{"lineItemId": "%s", "quantity": %d}], "shippedDate": "2026-01-01T10:00:00.000Z",
                 "shippingCarrierCode": "RoyalMail", "trackingNumber": "%s"}
                """
                        .formatted(
                                order.get("lineItems").get(0).get("lineItemId").asString(), quantity, tracking);
        var reply = caller.post(
                "/sell/fulfillment/v1/order/" + order.get("orderId").asString() + "/shipping_fulfillment",
                "Authorization",
                "Bearer " + caller.ebayToken("ebay-1"),
                body);
        return reply.statusCode() == 201 ? "201" : Caller.json(reply).toString();
    }

    private JsonNode amazon(JsonNode order) {
        return caller.amazon("amazon-1", "/" + order.get("orderId").asString() + "?includedData=FULFILLMENT,PACKAGES")
                .get("order");
    }

    private JsonNode ebay(JsonNode order) {
        return caller.ebay("ebay-1", "/" + order.get("orderId").asString());
    }

    private ObjectNode ofOneLineWithSeveral(String account, String lines, String quantity) {
        return sandbox.world().account(account).orElseThrow().orders().stream()
                .filter(order -> order.get(lines).size() == 1
                        && order.get(lines).get(0).get(quantity).asInt() > 1)
                .filter(order -> order.toString().contains("\"UNSHIPPED\"")
                        || (order.toString().contains("\"NOT_STARTED\"")
                                && order.toString().contains("NONE_REQUESTED")))
                .findFirst()
                .orElseThrow();
    }
}

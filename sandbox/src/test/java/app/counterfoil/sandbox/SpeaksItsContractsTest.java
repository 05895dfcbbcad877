package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every exchange is what the vendor's published contract says, request and answer. */
class SpeaksItsContractsTest {

    private static final String ALL =
            "includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,TAX,PROMOTION,CANCELLATION,PACKAGES";

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
    void amazonOrders() {
        readAllAmazonOrders();
        caller.get("/orders/2026-01-01/orders/none?" + ALL, "x-amz-access-token", caller.amazonToken("amazon-1"));
        caller.get(
                "/orders/2026-01-01/orders?maxResultsPerPage=500",
                "x-amz-access-token",
                caller.amazonToken("amazon-1"));
        assertFits(Contract.AMAZON_ORDERS);
    }

    @Test
    void amazonShipmentConfirmation() {
        var order = open("amazon-1");
        var item = order.get("orderItems").get(0);
        var body =
                """
                {"marketplaceId": "A1F83G8C2ARO7P", "packageDetail": {"packageReferenceId": "1", "carrierCode": "Royal Mail",
                 "trackingNumber": "ZZ400010015GB", "shipDate": "%s",
                 "orderItems": [{"orderItemId": "%s", "quantity": 1}]}}
                """
                        .formatted(
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                item.get("orderItemId").asString());
        var path = "/orders/v0/orders/" + order.get("orderId").asString() + "/shipmentConfirmation";
        var token = caller.amazonToken("amazon-1");
        assertThat(caller.post(path, "x-amz-access-token", token, body).statusCode())
                .isEqualTo(204);
        assertThat(caller.post(path, "x-amz-access-token", token, body).statusCode())
                .isEqualTo(400);
        assertFits(Contract.AMAZON_SHIPMENTS);
    }

    @Test
    void ebayOrders() {
        readAllEbayOrders();
        var id = open("ebay-1").get("orderId").asString();
        var bearer = "Bearer " + caller.ebayToken("ebay-1");
        caller.get("/sell/fulfillment/v1/order/" + id, "Authorization", bearer);
        var line = open("ebay-1").get("lineItems").get(0).get("lineItemId").asString();
        var body =
                """
                {"lineItems": [{"lineItemId": "%s", "quantity": 1}], "shippedDate": "2026-01-01T10:00:00.000Z",
                 "shippingCarrierCode": "Royal Mail", "trackingNumber": "ZZ400010015GB"}
                """
                        .formatted(line);
        assertThat(caller.post(
                                "/sell/fulfillment/v1/order/" + id + "/shipping_fulfillment",
                                "Authorization",
                                bearer,
                                body)
                        .statusCode())
                .isEqualTo(201);
        assertFits(Contract.EBAY_ORDERS);
    }

    @Test
    void royalMailClickAndDrop() {
        var body =
                """
                {"items": [
                  {"orderReference": "REF-1", "recipient": {"address": {"fullName": "Demo Person", "addressLine1": "1 Example Row",
                    "city": "Leeds", "postcode": "LS1 9ZZ", "countryCode": "GB"}},
                   "packages": [{"weightInGrams": 500, "packageFormatIdentifier": "smallParcel"}],
                   "orderDate": "2026-01-01T10:00:00Z", "subtotal": 10, "shippingCostCharged": 2, "total": 12,
                   "currencyCode": "GBP", "postageDetails": {"serviceCode": "TPN24"},
                   "label": {"includeLabelInResponse": true}}]}
                """;
        var created = caller.post("/api/v1/orders", "Authorization", "Bearer demo-royalmail-1", body);
        assertThat(Caller.json(created).get("successCount").asInt()).isOne();
        caller.get("/api/v1/orders/1001", "Authorization", "Bearer demo-royalmail-1");
        caller.get("/api/v1/orders/%22REF-1%22", "Authorization", "Bearer demo-royalmail-1");
        var label = caller.get(
                "/api/v1/orders/1001/label?documentType=postageLabel&includeReturnsLabel=false",
                "Authorization",
                "Bearer demo-royalmail-1");
        assertThat(new String(label.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        caller.post("/api/v1/orders", "Authorization", "Bearer demo-royalmail-online", body);
        assertThat(caller.get(
                                "/api/v1/orders/1002/label?documentType=postageLabel&includeReturnsLabel=false",
                                "Authorization",
                                "Bearer demo-royalmail-online")
                        .statusCode())
                .isEqualTo(403);
        assertFits(Contract.ROYAL_MAIL);
    }

    @Test
    void anAnswerThatLeavesTheContractIsSeen() {
        var id = open("amazon-1").get("orderId").asString();
        var broken = sandbox.world().account("amazon-1").orElseThrow().order(id).orElseThrow();
        broken.remove("createdTime");
        sandbox.world().account("amazon-1").orElseThrow().put(id, broken);
        caller.get("/orders/2026-01-01/orders/" + id, "x-amz-access-token", caller.amazonToken("amazon-1"));
        assertThat(Contract.AMAZON_ORDERS.departures(sandbox)).anyMatch(departure -> departure.contains("createdTime"));
    }

    @Test
    void everyAmazonPageIsReadOnceAndTotalsAddUp() {
        var orders = readAllAmazonOrders();
        assertThat(orders)
                .hasSize(120)
                .extracting(order -> order.get("orderId").asString())
                .doesNotHaveDuplicates();
        assertThat(orders).allSatisfy(order -> assertThat(sum(order))
                .isEqualByComparingTo(
                        order.get("proceeds").get("grandTotal").get("amount").asString()));
    }

    @Test
    void everyEbayPageIsReadOnce() {
        assertThat(readAllEbayOrders())
                .hasSize(120)
                .extracting(order -> order.get("orderId").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void ordersThatAmazonSendsItselfNameNobody() {
        assertThat(readAllAmazonOrders())
                .filteredOn(order ->
                        order.get("fulfillment").get("fulfilledBy").asString().equals("AMAZON"))
                .isNotEmpty()
                .allSatisfy(order -> {
                    assertThat(order.has("buyer")).isFalse();
                    assertThat(order.has("recipient")).isFalse();
                });
    }

    @Test
    void nobodyIsNamedUnlessAskedFor() {
        var token = caller.amazonToken("amazon-1");
        var page = Caller.json(caller.get(
                "/orders/2026-01-01/orders?lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=FULFILLMENT",
                "x-amz-access-token",
                token));
        assertThat(page.get("orders").valueStream()).noneMatch(order -> order.has("buyer") || order.has("recipient"));
    }

    @Test
    void theSameSeedGivesTheSameOrders() {
        try (var again = Sandbox.start(SandboxSettings.forTests(7))) {
            again.generate("amazon-1", 120);
            assertThat(names(again)).isEqualTo(names(sandbox));
        }
    }

    private static List<String> names(Sandbox sandbox) {
        return sandbox.world().account("amazon-1").orElseThrow().orders().stream()
                .map(order -> order.get("buyer").toString() + order.get("proceeds"))
                .toList();
    }

    private List<ObjectNode> readAllAmazonOrders() {
        var token = caller.amazonToken("amazon-1");
        var orders = new ArrayList<ObjectNode>();
        var query = "lastUpdatedAfter=2026-01-01T00:00:00Z&maxResultsPerPage=50&" + ALL;
        var next = "";
        do {
            var page = Caller.json(caller.get(
                    "/orders/2026-01-01/orders?" + query
                            + (next.isEmpty() ? "" : "&paginationToken=" + Caller.encoded(next)),
                    "x-amz-access-token",
                    token));
            page.get("orders").valueStream().forEach(order -> orders.add((ObjectNode) order));
            next = page.path("pagination").path("nextToken").asString("");
        } while (!next.isEmpty());
        return orders;
    }

    private List<ObjectNode> readAllEbayOrders() {
        var bearer = "Bearer " + caller.ebayToken("ebay-1");
        var orders = new ArrayList<ObjectNode>();
        var next = "/sell/fulfillment/v1/order?limit=50";
        while (!next.isEmpty()) {
            var page = Caller.json(caller.get(next, "Authorization", bearer));
            page.get("orders").valueStream().forEach(order -> orders.add((ObjectNode) order));
            next = page.path("next").asString("").replace("https://api.ebay.com", "");
        }
        return orders;
    }

    private ObjectNode open(String account) {
        return sandbox.world().account(account).orElseThrow().orders().stream()
                .filter(order -> order.toString().contains("\"UNSHIPPED\"")
                        || order.toString().contains("\"NOT_STARTED\""))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sum(ObjectNode order) {
        return order.get("orderItems")
                .valueStream()
                .map(item -> new BigDecimal(
                        item.get("proceeds").get("proceedsTotal").get("amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void assertFits(Contract contract) {
        assertThat(contract.departures(sandbox)).isEmpty();
    }
}

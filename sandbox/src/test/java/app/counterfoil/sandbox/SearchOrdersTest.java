package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every parameter of a search counts, at both channels, and what the contract forbids is refused. */
class SearchOrdersTest {

    private static final String AFTER = "?lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=FULFILLMENT";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithSomeOrders() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generate("amazon-1", 90);
        sandbox.generate("ebay-1", 90);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void amazonSearchesByCreation() {
        var middle = Instant.parse(caller.amazon("amazon-1", AFTER)
                .get("orders")
                .get(40)
                .get("createdTime")
                .asString());
        var later = caller.amazon("amazon-1", "?createdAfter=" + middle);
        var earlier = caller.amazon("amazon-1", "?createdAfter=2026-01-01T00:00:00Z&createdBefore=" + middle);
        assertThat(later.get("orders").valueStream())
                .allMatch(order -> !created(order).isBefore(middle));
        assertThat(earlier.get("orders").valueStream())
                .allMatch(order -> !created(order).isAfter(middle));
        assertThat(later.get("orders").size() + earlier.get("orders").size()).isEqualTo(91);
        assertThat(earlier.has("createdBefore")).isTrue();
        assertThat(Contract.AMAZON_ORDERS.departures(sandbox)).isEmpty();
    }

    @Test
    void amazonNarrowsByStateSenderAndMarketplace() {
        var states = caller.amazon("amazon-1", AFTER + "&fulfillmentStatuses=PENDING,CANCELLED");
        assertThat(states.get("orders").valueStream()).isNotEmpty().allMatch(order -> List.of("PENDING", "CANCELLED")
                .contains(order.get("fulfillment").get("fulfillmentStatus").asString()));
        var own = caller.amazon("amazon-1", AFTER + "&fulfilledBy=AMAZON");
        assertThat(own.get("orders").valueStream())
                .isNotEmpty()
                .allMatch(order ->
                        order.get("fulfillment").get("fulfilledBy").asString().equals("AMAZON"));
        assertThat(caller.amazon("amazon-1", AFTER + "&marketplaceIds=A1F83G8C2ARO7P")
                        .get("orders"))
                .hasSize(90);
        assertThat(caller.amazon("amazon-1", AFTER + "&marketplaceIds=A1PA6795UKMFR9")
                        .get("orders"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?createdAfter=2026-01-01T00:00:00Z&lastUpdatedAfter=2026-01-01T00:00:00Z, Exactly one",
        "?maxResultsPerPage=10, Exactly one",
        "?createdAfter=2026-01-01T00:00:00Z&lastUpdatedBefore=2026-01-02T00:00:00Z, do not go with",
        "?createdAfter=2026-01-02T00:00:00Z&createdBefore=2026-01-01T00:00:00Z, before its beginning",
        "?lastUpdatedAfter=yesterday, not a time",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&lastUpdatedBefore=2999-01-01T00:00:00Z, two minutes",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&maxResultsPerPage=101, between 1 and 100",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&fulfilledBy=NOBODY, fulfilledBy",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&fulfillmentStatuses=LOST, fulfillmentStatuses",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=EVERYTHING, includedData",
        "?lastUpdatedAfter=2026-01-01T00:00:00Z&paginationToken=made-up, not valid"
    })
    void amazonRefusesWhatItsContractForbids(String query, String why) {
        var refused = caller.amazon("amazon-1", query);
        assertThat(refused.path("errors").path(0).path("code").asString("")).isEqualTo("InvalidInput");
        assertThat(refused.path("errors").path(0).path("message").asString("")).contains(why);
    }

    @Test
    void ebaySearchesByCreationStateAndId() {
        var sent = ebay("&filter=" + Caller.encoded("orderfulfillmentstatus:{FULFILLED|IN_PROGRESS}"));
        assertThat(sent.get("orders").valueStream()).isNotEmpty().allMatch(order -> order.get("orderFulfillmentStatus")
                .asString()
                .equals("FULFILLED"));
        var ids = sent.get("orders")
                .valueStream()
                .map(order -> order.get("orderId").asString())
                .limit(2)
                .toList();
        assertThat(ebay("&orderIds=" + String.join(",", ids)).get("orders")).hasSize(2);
        var none = ebay("&filter="
                + Caller.encoded("creationdate:[2026-01-01T00:00:00.000Z..2026-01-02T00:00:00.000Z],"
                        + "lastmodifieddate:[2026-01-01T00:00:00.000Z..]"));
        assertThat(none.get("total").asInt()).isZero();
        assertThat(Contract.EBAY_ORDERS.departures(sandbox)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=201, 31100",
        "?offset=-1, 31000",
        "?filter=colour:%5Bred..blue%5D, 30700",
        "?filter=lastmodifieddate:%5Byesterday..%5D, 30810",
        "?filter=lastmodifieddate:%5B..2026-01-01T00:00:00.000Z%5D, 30820",
        "?filter=lastmodifieddate:%5B2026-01-02T00:00:00.000Z..2026-01-01T00:00:00.000Z%5D, 30840",
        "?filter=lastmodifieddate:%5B2026-01-01T00:00:00.000Z..2999-01-01T00:00:00.000Z%5D, 30850",
        "?filter=orderfulfillmentstatus:%7BNOT_STARTED%7D, 30800"
    })
    void ebayRefusesByTheNumbersOfItsContract(String query, int errorId) {
        assertThat(caller.ebay("ebay-1", query)
                        .path("errors")
                        .path(0)
                        .path("errorId")
                        .asInt(0))
                .isEqualTo(errorId);
    }

    private JsonNode ebay(String rest) {
        return caller.ebay("ebay-1", "?limit=200" + rest);
    }

    private static Instant created(JsonNode order) {
        return Instant.parse(order.get("createdTime").asString());
    }
}

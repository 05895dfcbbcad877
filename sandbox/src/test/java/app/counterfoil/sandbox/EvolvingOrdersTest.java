package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.change.Change;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders change after they were downloaded, in the words of each channel's contract, and the same seed changes them alike. */
class EvolvingOrdersTest {

    private static final String ALL =
            "includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,TAX,PROMOTION,CANCELLATION,PACKAGES";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithOrdersOfAllKinds() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generateUnusual("amazon-1", 150);
        sandbox.generateUnusual("ebay-1", 150);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    static Stream<Arguments> everyChangeAtBothChannels() {
        return Stream.of("amazon-1", "ebay-1")
                .flatMap(account -> Arrays.stream(Change.values()).map(change -> Arguments.of(account, change)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyChangeAtBothChannels")
    void eachChangeHappensMovesTheTimeAndSpeaksTheContract(String account, Change change) {
        var before = sandbox.world().account(account).orElseThrow().orders();
        var asked = Instant.now();
        var told = Caller.json(caller.admin(
                "evolve",
                "{\"account\":\"%s\",\"count\":3,\"changes\":[\"%s\"],\"secondsAgo\":180}".formatted(account, change)));
        assertThat(told).hasSize(3).allSatisfy(done -> {
            assertThat(done.get("change").asString()).isEqualTo(change.name());
            var order = order(account, done.get("order").asString());
            assertThat(lastChange(order)).isBetween(asked.minusSeconds(190), Instant.now());
            var earlier = before.stream()
                    .filter(each -> each.get("orderId").equals(order.get("orderId")))
                    .findFirst()
                    .orElseThrow();
            assertThat(lastChange(order)).isAfter(lastChange(earlier));
            assertThat(withoutTime(order).equals(withoutTime(earlier))).isEqualTo(change == Change.TOUCHED);
        });
        assertThat(changedSince(account, Instant.now().minusSeconds(600)))
                .containsAll(told.valueStream()
                        .map(done -> done.get("order").asString())
                        .toList());
        told.forEach(done -> one(account, done.get("order").asString()));
        assertThat((account.startsWith("amazon") ? Contract.AMAZON_ORDERS : Contract.EBAY_ORDERS).departures(sandbox))
                .isEmpty();
    }

    @Test
    void theSameSeedChangesTheSameOrdersAlike() {
        try (var again = Sandbox.start(SandboxSettings.forTests(7))) {
            again.generateUnusual("ebay-1", 150);
            assertThat(changes(again)).hasSize(40).isEqualTo(changes(sandbox));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-1", "ebay-1"})
    void totalsAddUpWhateverHappened(String account) {
        assertThat(sandbox.evolve(account, 300, Duration.ZERO)).hasSize(300);
        assertThat(sandbox.world().account(account).orElseThrow().orders())
                .filteredOn(order -> order.has("pricingSummary") || order.has("proceeds"))
                .isNotEmpty()
                .allSatisfy(order -> assertThat(sumOfLines(order)).isEqualByComparingTo(total(order)));
    }

    @Test
    void ebayShowsACancelRequestInGetOrderAlone() {
        var id = sandbox.evolve("ebay-1", 1, Duration.ZERO, Change.CANCEL_REQUESTED)
                .get(0)
                .order();
        var listed = caller.ebay("ebay-1", "?orderIds=" + id).get("orders").get(0);
        assertThat(listed.get("cancelStatus").get("cancelRequests")).isEmpty();
        var alone = caller.ebay("ebay-1", "/" + id).get("cancelStatus");
        assertThat(alone.get("cancelRequests")).hasSize(1);
        assertThat(alone.get("cancelState").asString()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void amazonShowsACancelRequestAtTheItemsAndTheOrderStaysToBeSent() {
        var id = sandbox.evolve("amazon-1", 1, Duration.ZERO, Change.CANCEL_REQUESTED)
                .get(0)
                .order();
        var order = caller.amazon("amazon-1", "/" + id + "?" + ALL).get("order");
        assertThat(order.get("fulfillment").get("fulfillmentStatus").asString()).isEqualTo("UNSHIPPED");
        assertThat(order.get("orderItems").valueStream()).allMatch(item -> item.path("cancellation")
                .path("cancellationRequest")
                .path("requester")
                .asString("")
                .equals("BUYER"));
    }

    @Test
    void paymentBringsPricesAndThePerson() {
        var unpaid = sandbox.world().account("amazon-1").orElseThrow().orders().stream()
                .filter(order ->
                        order.get("fulfillment").get("fulfilledBy").asString().equals("MERCHANT"))
                .filter(order -> !order.has("proceeds"))
                .findFirst()
                .orElseThrow();
        var id = unpaid.get("orderId").asString();
        var before = caller.amazon("amazon-1", "/" + id + "?" + ALL).get("order");
        assertThat(before.has("recipient") || before.has("buyer")).isFalse();
        assertThat(before.toString()).doesNotContain("amount");
        caller.admin("evolve", "{\"account\":\"amazon-1\",\"changes\":[\"PAID\"],\"orders\":[\"%s\"]}".formatted(id));
        var after = caller.amazon("amazon-1", "/" + id + "?" + ALL).get("order");
        assertThat(after.get("fulfillment").get("fulfillmentStatus").asString()).isEqualTo("UNSHIPPED");
        assertThat(after.has("recipient") && after.has("buyer")).isTrue();
        assertThat(sumOfLines((ObjectNode) after)).isEqualByComparingTo(total((ObjectNode) after));
    }

    @Test
    void aRefundAtEbayIsLessThanWhatWasPaid() {
        var done = sandbox.evolve("ebay-1", 30, Duration.ZERO, Change.PARTLY_REFUNDED);
        assertThat(done).hasSize(30).allSatisfy(each -> {
            var order = order("ebay-1", each.order());
            assertThat(order.get("orderPaymentStatus").asString()).isEqualTo("PARTIALLY_REFUNDED");
            var back = Stream.concat(
                            order.get("paymentSummary").get("refunds").valueStream(),
                            order.get("lineItems").valueStream().flatMap(line -> line.get("refunds")
                                    .valueStream()))
                    .map(refund ->
                            new BigDecimal(refund.get("amount").get("value").asString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(back).isPositive().isLessThan(total(order));
        });
    }

    @Test
    void nothingUnusualIsMissingAmongManyOrders() {
        var amazon = sandbox.world().account("amazon-1").orElseThrow().orders().toString();
        assertThat(amazon)
                .contains(
                        "MARKETPLACE_FACILITATOR",
                        "cancellationRequest",
                        "PARTIALLY_SHIPPED",
                        "\"subtype\":\"SHIPPING\"");
        var ebay = sandbox.world().account("ebay-1").orElseThrow().orders().toString();
        assertThat(ebay).contains("ebayCollectAndRemitTaxes", "cancelRequestId", "IN_PROGRESS", "deliveryDiscount");
    }

    @Test
    void peopleArePlainlyMadeUpWhetherOrdersAreUnusualOrNot() {
        try (var plain = Sandbox.start(SandboxSettings.forTests(7))) {
            plain.generate("ebay-1", 150);
            assertThat(people(sandbox)).isEqualTo(people(plain));
        }
    }

    @Test
    void aChangeThatCannotBeNamedIsRefusedByItsField() {
        var refused = caller.admin("evolve", "{\"account\":\"ebay-1\",\"changes\":[\"EXPLODED\"]}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).get("field").asString()).isEqualTo("changes");
    }

    private static List<String> people(Sandbox sandbox) {
        return sandbox.world().account("ebay-1").orElseThrow().orders().stream()
                .map(order -> order.get("fulfillmentStartInstructions").toString() + order.get("buyer"))
                .toList();
    }

    private static List<String> changes(Sandbox sandbox) {
        return sandbox.evolve("ebay-1", 40, Duration.ZERO).stream()
                .map(done -> done.order() + done.change())
                .toList();
    }

    private List<String> changedSince(String account, Instant since) {
        var page = account.startsWith("amazon")
                ? caller.amazon(account, "?lastUpdatedAfter=" + since + "&" + ALL)
                : caller.ebay(account, "?limit=200&filter=" + Caller.encoded("lastmodifieddate:[" + since + "..]"));
        return page.get("orders")
                .valueStream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }

    private void one(String account, String id) {
        if (account.startsWith("amazon")) {
            caller.amazon(account, "/" + id + "?" + ALL);
        } else {
            caller.ebay(account, "/" + id);
        }
    }

    private ObjectNode order(String account, String id) {
        return sandbox.world().account(account).orElseThrow().order(id).orElseThrow();
    }

    private static Instant lastChange(JsonNode order) {
        return Instant.parse(order.path("lastUpdatedTime")
                .asString(order.path("lastModifiedDate").asString("")));
    }

    private static JsonNode withoutTime(ObjectNode order) {
        var copy = order.deepCopy();
        copy.remove(List.of("lastUpdatedTime", "lastModifiedDate"));
        return copy;
    }

    private static BigDecimal total(ObjectNode order) {
        return new BigDecimal(
                order.has("proceeds")
                        ? order.get("proceeds").get("grandTotal").get("amount").asString()
                        : order.get("pricingSummary").get("total").get("value").asString());
    }

    private static BigDecimal sumOfLines(ObjectNode order) {
        return Stream.concat(
                        order.path("orderItems").valueStream().map(item -> item.get("proceeds")
                                .get("proceedsTotal")
                                .get("amount")),
                        order.path("lineItems").valueStream().map(line -> line.get("total")
                                .get("value")))
                .map(amount -> new BigDecimal(amount.asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

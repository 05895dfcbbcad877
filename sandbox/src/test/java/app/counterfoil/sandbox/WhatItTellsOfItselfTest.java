package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Exchange;
import app.counterfoil.sandbox.http.Exchanges;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** It shows every request it got and what it answered, keeps no credentials, and says what is wrong with a call. */
class WhatItTellsOfItselfTest {

    private static final String SEARCH =
            "/orders/2026-01-01/orders?lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=BUYER";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithSomeOrders() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generate("amazon-1", 20);
        sandbox.generate("ebay-1", 20);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aRequestIsShownWholeWithItsAnswerButWithoutCredentials() {
        var token = caller.amazonToken("amazon-1");
        caller.get(SEARCH, "x-amz-access-token", token);
        caller.royalMail("POST", "orders", "demo-royalmail-1", ClickAndDropTest.order("REF-1", true));
        var all = caller.shown("exchanges");
        var search = one(all, "/orders/2026-01-01/orders");
        assertThat(search.get("method").asString()).isEqualTo("GET");
        assertThat(search.get("query").asString()).contains("includedData=BUYER");
        assertThat(search.get("headers").get("x-amz-access-token").asString()).isEqualTo("(removed)");
        assertThat(search.get("status").asInt()).isEqualTo(200);
        assertThat(search.get("answer").asString()).contains("\"orders\"");
        assertThat(one(all, "/api/v1/orders").get("body").asString()).contains("REF-1");
        var signIn = one(all, "/auth/o2/token");
        assertThat(signIn.get("body").asString()).contains("grant_type=refresh_token", "client_secret=(removed)");
        assertThat(signIn.get("answer").asString()).contains("expires_in");
        assertThat(all.toString())
                .doesNotContain(token, "demo-amazon-secret", "demo-refresh-amazon-1", "Bearer demo-royalmail-1");
    }

    @Test
    void unknownPathsAreShownToo() {
        caller.get("/no/such/path", "X-None", "none");
        assertThat(one(caller.shown("exchanges"), "/no/such/path").get("status").asInt())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TIMEOUT", "DONE_UNANSWERED", "SLOW_BODY", "TRUNCATED_JSON"})
    void whatAFaultMetIsShownWithTheFault(Fault fault) {
        sandbox.faults().switchOn(new Faults.Switched("royalmail-create", fault, 1, 1));
        impatiently("REF-1");
        var shown = one(caller.shown("exchanges"), "/api/v1/orders");
        assertThat(shown.get("fault").asString()).isEqualTo(fault.name());
        assertThat(shown.get("body").asString()).contains("REF-1");
        assertThat(shown.get("status").asInt() == 0)
                .isEqualTo(fault == Fault.TIMEOUT || fault == Fault.DONE_UNANSWERED);
    }

    @Test
    void doneButUnansweredIsDone() {
        sandbox.faults().switchOn(new Faults.Switched("royalmail-create", Fault.DONE_UNANSWERED, 1, 1));
        assertThat(impatiently("REF-1")).isEmpty();
        assertThat(sandbox.royalMail().bookingsOf("REF-1")).isOne();
        sandbox.faults().switchOn(new Faults.Switched("royalmail-create", Fault.TIMEOUT, 1, 1));
        assertThat(impatiently("REF-2")).isEmpty();
        assertThat(sandbox.royalMail().bookingsOf("REF-2")).isZero();
    }

    @Test
    void noMoreIsKeptThanSaid() {
        var exchanges = new Exchanges();
        for (int i = 0; i < 5_001; i++) {
            exchanges.record(exchange(10));
        }
        assertThat(exchanges.all()).hasSize(5_000);
        for (int i = 0; i < 10; i++) {
            exchanges.record(exchange(10_000_000));
        }
        assertThat(exchanges.all()).hasSize(6);
    }

    @Test
    void aGoodOrderIsPutInAndServed() {
        var order = sandbox.world().account("ebay-1").orElseThrow().orders().get(0);
        order.put("orderId", "09-00001-00001").put("buyerCheckoutNotes", "put in by hand (made up)");
        assertThat(caller.admin("orders/ebay-1", order.toString()).statusCode()).isEqualTo(204);
        assertThat(caller.ebay("ebay-1", "/09-00001-00001")
                        .get("buyerCheckoutNotes")
                        .asString())
                .contains("by hand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amazon-1 | \"orderId\":\"201-1000007-2000013\" | \"orderId\":\"7\" | orderId",
                "amazon-1 | \"createdTime\" | \"placed\" | createdTime",
                "amazon-1 | \"orderItemId\" | \"item\" | orderItems[0].orderItemId",
                "amazon-1 | \"fulfillmentStatus\" | \"status\" | fulfillment.fulfillmentStatus",
                "amazon-1 | \"channelName\" | \"name\" | salesChannel.channelName",
                "ebay-1 | \"orderId\":\"01-10001-50003\" | \"orderId\":\"\" | orderId",
                "ebay-1 | \"lineItemId\" | \"line\" | lineItems[0].lineItemId",
                "ebay-1 | \"lastModifiedDate\" | \"modified\" | lastModifiedDate",
                "amazon-1 | Z\",\"lastUpdatedTime\" | \",\"lastUpdatedTime\" | createdTime",
                "ebay-1 | \"cancelState\" | \"cancel\" | cancelStatus.cancelState",
                "amazon-9 | a | a | account"
            })
    void anOrderThatCannotBeServedIsRefusedByItsField(String account, String good, String bad, String field) {
        var known = account.replace('9', '1');
        var order = sandbox.world().account(known).orElseThrow().orders().get(0).toString();
        assertThat(order).contains(good);
        var refused = caller.admin("orders/" + account, order.replace(good, bad));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.json(refused).get("field").asString()).isEqualTo(field);
        assertThat(Caller.json(refused).get("wrong").asString()).isNotBlank();
        assertThat(sandbox.world().account(known).orElseThrow().orders()).hasSize(20);
    }

    /** The whole answer, if it comes before two seconds have passed. */
    private Optional<HttpResponse<byte[]>> impatiently(String reference) {
        var request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/api/v1/orders"))
                .header("Authorization", "Bearer demo-royalmail-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ClickAndDropTest.order(reference, false)))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), 2, TimeUnit.SECONDS)
                .exceptionally(broken -> Optional.empty())
                .join();
    }

    private static Exchange exchange(int bytes) {
        return new Exchange(
                Instant.EPOCH,
                "none",
                new Request("GET", "/", "", Map.of(), new byte[0]),
                Reply.file("text/plain", new byte[bytes]),
                Optional.empty());
    }

    private static JsonNode one(JsonNode all, String path) {
        return all.valueStream()
                .filter(each -> each.get("path").asString().equals(path))
                .findFirst()
                .orElseThrow();
    }
}

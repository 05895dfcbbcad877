package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, what an app without roles sees, how long tokens live, and how much may be asked. */
class SignInAndLimitsTest {

    private static final String PEOPLE =
            "/orders/2026-01-01/orders?lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=BUYER,RECIPIENT,FULFILLMENT,TAX";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void aSandboxWithSomeOrders() {
        sandbox = Sandbox.start(SandboxSettings.forTests(7));
        sandbox.generate("amazon-1", 60);
        sandbox.generate("ebay-1", 10);
        caller = new Caller(sandbox.address());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anAppWithoutRestrictedRolesGetsOrdersThatNameNobody() {
        var named = caller.get(PEOPLE, "x-amz-access-token", caller.amazonToken("amazon-1"));
        assertThat(text(named)).contains("recipient", "buyerName", "legalName", "giftMessage");
        var token = caller.amazonToken("amazon-1", "demo-amazon-noroles");
        var unnamed = caller.get(PEOPLE, "x-amz-access-token", token);
        assertThat(Caller.json(unnamed).get("orders")).hasSize(60);
        assertThat(text(unnamed)).doesNotContain("recipient", "buyer", "legalName", "giftMessage");
        assertThat(Contract.AMAZON_ORDERS.departures(sandbox)).isEmpty();
    }

    @Test
    void anotherIsRefusedWhenItAsksForPeopleAndServedWhenItDoesNot() {
        var token = caller.amazonToken("amazon-1", "demo-amazon-noroles-403");
        assertThat(caller.get(PEOPLE, "x-amz-access-token", token).statusCode()).isEqualTo(403);
        var without = PEOPLE.replace("BUYER,RECIPIENT,", "");
        assertThat(caller.get(without, "x-amz-access-token", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void amazonsTokensLiveAnHourOfTheSandboxClockAndEbaysTwo() {
        var amazon = caller.amazonToken("amazon-1");
        var ebay = "Bearer " + caller.ebayToken("ebay-1");
        ahead(Duration.ofMinutes(59));
        assertThat(caller.get(PEOPLE, "x-amz-access-token", amazon).statusCode())
                .isEqualTo(200);
        ahead(Duration.ofMinutes(61));
        assertThat(caller.get(PEOPLE, "x-amz-access-token", amazon).statusCode())
                .isEqualTo(403);
        assertThat(ebayStatus(ebay)).isEqualTo(200);
        ahead(Duration.ofMinutes(121));
        assertThat(ebayStatus(ebay)).isEqualTo(401);
        assertThat(ebayStatus("Bearer " + caller.ebayToken("ebay-1"))).isEqualTo(200);
    }

    @Test
    void ebayCountsCallsByTheAppAndDay() {
        var bearer = "Bearer " + caller.ebayToken("ebay-1");
        // Of 100,000 calls a day, two are left.
        scale(0.000_02);
        assertThat(ebayStatus(bearer)).isEqualTo(200);
        assertThat(ebayStatus(bearer)).isEqualTo(200);
        assertThat(ebayStatus(bearer)).isEqualTo(429);
    }

    @Test
    void ebayCountsSignInsByTheirGrant() {
        scale(0.001);
        assertThat(caller.ebaySignIn("grant_type=client_credentials").statusCode())
                .isEqualTo(200);
        assertThat(caller.ebaySignIn("grant_type=client_credentials").statusCode())
                .isEqualTo(429);
        assertThat(caller.ebaySignIn("grant_type=refresh_token&refresh_token=demo-refresh-ebay-1")
                        .statusCode())
                .isEqualTo(200);
        ahead(Duration.ofDays(1));
        assertThat(caller.ebaySignIn("grant_type=client_credentials").statusCode())
                .isEqualTo(200);
    }

    @Test
    void amazonLetsTwentySearchesThroughAndThenOneInThreeMinutes() {
        scale(1);
        var token = caller.amazonToken("amazon-1");
        for (int call = 0; call < 20; call++) {
            assertThat(caller.get(PEOPLE, "x-amz-access-token", token).statusCode())
                    .isEqualTo(200);
        }
        assertThat(caller.get(PEOPLE, "x-amz-access-token", token).statusCode()).isEqualTo(429);
        ahead(Duration.ofMinutes(3));
        assertThat(caller.get(PEOPLE, "x-amz-access-token", token).statusCode()).isEqualTo(200);
    }

    @Test
    void royalMailTakesFiveCallsASecond() {
        scale(0.2);
        assertThat(caller.royalMail("GET", "orders", "demo-royalmail-1", "").statusCode())
                .isEqualTo(200);
        assertThat(caller.royalMail("GET", "orders", "demo-royalmail-1", "").statusCode())
                .isEqualTo(429);
        ahead(Duration.ofSeconds(5));
        assertThat(caller.royalMail("GET", "orders", "demo-royalmail-1", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void royalMailTellsItsVersionToAnybodyAndOrdersOnlyToAKey() {
        assertThat(caller.royalMail("GET", "version", "not-a-key", "").statusCode())
                .isEqualTo(200);
        assertThat(caller.royalMail("GET", "orders?pageSize=1", "not-a-key", "").statusCode())
                .isEqualTo(401);
        assertThat(Contract.ROYAL_MAIL.departures(sandbox)).isEmpty();
    }

    @Test
    void aConsentWithoutTheScopeSignsInAndSeesNoOrders() {
        var bearer = "Bearer " + caller.ebayToken("ebay-noscope");
        assertThat(ebayStatus(bearer)).isEqualTo(403);
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private int ebayStatus(String bearer) {
        return caller.get("/sell/fulfillment/v1/order", "Authorization", bearer).statusCode();
    }

    private void ahead(Duration by) {
        caller.admin("clock", "{\"aheadSeconds\":" + by.toSeconds() + "}");
    }

    private void scale(double scale) {
        caller.admin("limits", "{\"scale\":" + scale + "}");
    }
}

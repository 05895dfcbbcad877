package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Sage's books as its contract has them: whatever is sent is taken again, refresh tokens serve once, and a business is named. */
class SageTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(3));
    private String access = "";
    private String refresh = "";
    private String business = "demo-sage-business-1";

    @BeforeEach
    void signedIn() throws Exception {
        signIn("demo-sage-refresh-1");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyExchangeIsWhatThePublishedContractSays() throws Exception {
        assertThat(read("ledger_accounts?visible_in=sales").body()).doesNotContain("Office costs");
        assertThat(read("tax_rates").statusCode()).isEqualTo(200);
        assertThat(post("sales_invoices", invoice(contact("CF-1"), "CF-1")).statusCode())
                .isEqualTo(201);
        assertThat(read("sales_invoices?search=CF-1&attributes=all").body()).contains("\"reference\":\"CF-1\"");
        assertThat(read("contacts?search=CF-1").body()).contains("Made-up customer");
        assertThat(Contract.SAGE.departures(sandbox)).isEmpty();
        post("sales_invoices", invoice(contact("CF-2"), "CF-2").replace("\"date\"", "\"day\""));
        assertThat(Contract.SAGE.departures(sandbox)).isNotEmpty();
    }

    @Test
    void theSameIsTakenAsOftenAsItIsSent() throws Exception {
        var contact = contact("CF-1");
        for (int time = 0; time < 2; time++) {
            assertThat(post("sales_invoices", invoice(contact, "CF-1")).statusCode())
                    .isEqualTo(201);
        }
        assertThat(sandbox.sage().invoices(1)).hasSize(2);
    }

    @Test
    void aRefreshTokenServesOnceAndAnAccessTokenFiveMinutes() throws Exception {
        var first = refresh;
        signIn(first);
        assertThat(refresh).isNotEqualTo(first);
        assertThat(asked(first).body()).contains("invalid_grant");
        assertThat(read("tax_rates").statusCode()).isEqualTo(200);
        sandbox.world().clock().setAhead(Duration.ofMinutes(6));
        assertThat(read("tax_rates").statusCode()).isEqualTo(401);
        signIn(refresh);
        assertThat(read("tax_rates").statusCode()).isEqualTo(200);
        sandbox.world().clock().setAhead(Duration.ofDays(32));
        assertThat(asked(refresh).statusCode()).isEqualTo(400);
    }

    @Test
    void aCallNamesItsBusiness() throws Exception {
        business = "demo-sage-business-2";
        assertThat(read("tax_rates").statusCode()).isEqualTo(404);
    }

    /** By these words the hub tells what is to be done. */
    @ParameterizedTest
    @CsvSource({
        "0a10000000000000000000000000a001, 0a10000000000000000000000000a999, ledger account",
        "GB_STANDARD, GB_OTHER, tax rate",
        "CF-1, CF-01234567890123456789012345, too long",
    })
    void whatCannotBeTakenSaysWhy(String part, String instead, String words) throws Exception {
        var refused = post("sales_invoices", invoice(contact("CF-A"), "CF-1").replace(part, instead));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("$message", words);
        assertThat(sandbox.sage().invoices(1)).isEmpty();
    }

    private String contact(String reference) throws Exception {
        var made = post(
                "contacts",
                """
                {"contact": {"name": "Made-up customer", "contact_type_ids": ["CUSTOMER"], "reference": "%s"}}
                """
                        .formatted(reference));
        return JSON.readTree(made.body()).path("id").asString();
    }

    private static String invoice(String contact, String reference) {
        return """
                {"sales_invoice": {"contact_id": "%s", "date": "2026-03-01", "due_date": "2026-03-01", "reference": "%s",
                  "notes": "made up", "currency_id": "GBP", "invoice_lines": [
                    {"description": "Goods", "ledger_account_id": "0a10000000000000000000000000a001", "quantity": 1,
                     "unit_price": 20.00, "tax_rate_id": "GB_STANDARD", "tax_amount": 4.00}]}}
                """
                .formatted(contact, reference);
    }

    private void signIn(String token) throws Exception {
        var granted = JSON.readTree(asked(token).body());
        access = granted.path("access_token").asString();
        refresh = granted.path("refresh_token").asString();
    }

    private HttpResponse<String> asked(String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token&client_id=demo-sage-client-1&client_secret="
                        + "demo-sage-secret-1&refresh_token="
                        + token.replace("+", "%2B").replace("=", "%3D"))));
    }

    private HttpResponse<String> read(String rest) throws Exception {
        return send(asking(rest));
    }

    private HttpResponse<String> post(String what, String body) throws Exception {
        return send(asking(what).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder asking(String rest) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + "/v3.1/" + rest))
                .header("Authorization", "Bearer " + access)
                .header("X-Business", business);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

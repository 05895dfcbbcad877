package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** QuickBooks' books as its guides have them: one request id is done once, and a refresh token of yesterday serves a day more. */
class QuickBooksTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(4));
    private String access = "";
    private String refresh = "";
    private String company = "913000000000001";

    @BeforeEach
    void signedIn() throws Exception {
        signIn("demo-quickbooks-refresh-1");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anInvoiceIsFoundByItsNumberWithWhatItComesTo() throws Exception {
        assertThat(post("invoice", "r-1", invoice(customer("A customer"), "CF-1"))
                        .statusCode())
                .isEqualTo(200);
        var found = JSON.readTree(
                        query("select * from Invoice where DocNumber = 'CF-1'").body())
                .path("QueryResponse")
                .path("Invoice");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("TotalAmt").decimalValue()).isEqualByComparingTo("24.00");
        assertThat(query("select * from Invoice where DocNumber = 'CF-2'").body())
                .doesNotContain("\"Invoice\"");
    }

    @Test
    void aRequestIdIsDoneOnceAndANumberAsOftenAsItIsSent() throws Exception {
        var invoice = invoice(customer("A customer"), "CF-1");
        var first = post("invoice", "r-1", invoice).body();
        assertThat(post("invoice", "r-1", invoice).body()).isEqualTo(first);
        assertThat(sandbox.quickBooks().invoices(1)).hasSize(1);
        assertThat(post("invoice", "r-2", invoice).statusCode()).isEqualTo(200);
        assertThat(sandbox.quickBooks().invoices(1)).hasSize(2);
    }

    @Test
    void aRefreshTokenIsReplacedAfterADayAndTheOneBeforeServesADayMore() throws Exception {
        var first = refresh;
        signIn(first);
        assertThat(refresh).isEqualTo(first);
        sandbox.world().clock().setAhead(Duration.ofHours(25));
        assertThat(query("select * from Item").statusCode()).isEqualTo(401);
        signIn(first);
        assertThat(refresh).isNotEqualTo(first);
        signIn(first);
        sandbox.world().clock().setAhead(Duration.ofHours(51));
        assertThat(asked(first).body()).contains("invalid_grant");
    }

    @Test
    void aCallNamesItsCompany() throws Exception {
        company = "913000000000002";
        assertThat(query("select * from Item").statusCode()).isEqualTo(403);
    }

    @Test
    void aCustomerOfOneNameIsMadeOnce() throws Exception {
        var made = customer("A customer");
        assertThat(post("customer", "r-9", "{\"DisplayName\": \"A customer\"}").body())
                .contains("Duplicate Name Exists Error");
        assertThat(query("select * from Customer where DisplayName = 'A customer'")
                        .body())
                .contains("\"Id\":\"" + made + "\"");
    }

    /** By these words the hub tells what is to be done. */
    @ParameterizedTest
    @CsvSource({
        "\"20\", \"29\", Item elements id not found",
        "\"30\", \"39\", TaxCode id not found",
        "\"40\", \"49\", TaxRate id not found",
        "CF-1, CF-012345678901234567890, String length",
    })
    void whatCannotBeTakenSaysWhy(String part, String instead, String words) throws Exception {
        var refused =
                post("invoice", "r-1", invoice(customer("A customer"), "CF-1").replace(part, instead));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Fault", words);
        assertThat(sandbox.quickBooks().invoices(1)).isEmpty();
    }

    @Test
    void nothingIsTakenWhileTheBooksAreClosed() throws Exception {
        var invoice = invoice(customer("A customer"), "CF-1");
        sandbox.quickBooks().close(1, true);
        assertThat(post("invoice", "r-1", invoice).body()).contains("Account Period Closed");
        sandbox.quickBooks().close(1, false);
        assertThat(post("invoice", "r-1", invoice).statusCode()).isEqualTo(200);
    }

    private String customer(String name) throws Exception {
        var made = post("customer", "c-" + name, "{\"DisplayName\": \"" + name + "\"}");
        return JSON.readTree(made.body()).path("Customer").path("Id").asString();
    }

    private static String invoice(String customer, String number) {
        return """
                {"DocNumber": "%s", "TxnDate": "2026-03-01", "CustomerRef": {"value": "%s"},
                 "GlobalTaxCalculation": "TaxExcluded",
                 "Line": [{"Amount": 20.00, "DetailType": "SalesItemLineDetail", "Description": "Goods",
                   "SalesItemLineDetail": {"ItemRef": {"value": "20"}, "TaxCodeRef": {"value": "30"}}}],
                 "TxnTaxDetail": {"TotalTax": 4.00, "TaxLine": [{"Amount": 4.00, "DetailType": "TaxLineDetail",
                   "TaxLineDetail": {"TaxRateRef": {"value": "40"}, "NetAmountTaxable": 20.00}}]}}
                """
                .formatted(number, customer);
    }

    private void signIn(String token) throws Exception {
        var granted = JSON.readTree(asked(token).body());
        access = granted.path("access_token").asString();
        refresh = granted.path("refresh_token").asString();
    }

    private HttpResponse<String> asked(String token) throws Exception {
        var pair = "demo-quickbooks-client-1:demo-quickbooks-secret-1";
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/oauth2/v1/tokens/bearer"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + encoded(token))));
    }

    private HttpResponse<String> query(String query) throws Exception {
        return send(asking("query?query=" + encoded(query)));
    }

    private HttpResponse<String> post(String what, String requestId, String body) throws Exception {
        return send(asking(what + "?requestid=" + encoded(requestId))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder asking(String rest) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + "/v3/company/" + company + "/" + rest))
                .header("Authorization", "Bearer " + access);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

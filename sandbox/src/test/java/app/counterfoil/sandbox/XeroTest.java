package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Xero's books as its contract has them: each number once, each key once, and who is let in to which organisation. */
class XeroTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(3));
    private String token = "";
    private String tenant = "";

    @BeforeEach
    void signedIn() throws Exception {
        signIn(1);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyExchangeIsWhatThePublishedContractSays() throws Exception {
        assertThat(read("Accounts").statusCode()).isEqualTo(200);
        assertThat(read("TaxRates").statusCode()).isEqualTo(200);
        assertThat(read("Invoices?InvoiceNumbers=CF-1,CF-2").body()).isEqualTo("{\"Invoices\":[]}");
        assertThat(put("key-1", invoice("CF-1")).statusCode()).isEqualTo(200);
        assertThat(put("key-2", invoice("CF-1")).statusCode()).isEqualTo(400);
        assertThat(read("Invoices?InvoiceNumbers=CF-1,CF-2").statusCode()).isEqualTo(200);
        assertThat(Contract.XERO_IDENTITY.departures(sandbox)).isEmpty();
        assertThat(Contract.XERO_ACCOUNTING.departures(sandbox)).isEmpty();
    }

    @Test
    void aCallThatLeavesTheContractIsSeen() throws Exception {
        put("key-1", invoice("CF-1").replace("ACCREC", "A_SALE"));
        assertThat(Contract.XERO_ACCOUNTING.departures(sandbox)).isNotEmpty();
    }

    @Test
    void anInvoiceStandsThereWithItsIdsAndSums() throws Exception {
        var taken = put("key-1", invoice("CF-1"));
        assertThat(taken.body())
                .contains("\"InvoiceID\":\"", "\"ContactID\":\"")
                .contains("\"SubTotal\":25.0,", "\"TotalTax\":5.0,", "\"Total\":30.0,", "\"AmountDue\":30.0,");
        var again = put("key-2", invoice("CF-2"));
        assertThat(field(again, "ContactID"))
                .as("a contact of one name is one contact")
                .isEqualTo(field(taken, "ContactID"));
        assertThat(field(again, "InvoiceID")).isNotEqualTo(field(taken, "InvoiceID"));
        assertThat(read("Invoices?InvoiceNumbers=CF-2").body())
                .contains("\"CF-2\"")
                .doesNotContain("\"CF-1\"");
        assertThat(numbers(1)).containsExactly("CF-1", "CF-2");
        assertThat(numbers(2)).isEmpty();
    }

    @Test
    void whatIsPutUnderOneKeyIsDoneOnceAndAnsweredAlike() throws Exception {
        var first = put("key-1", invoice("CF-1"));
        var again = put("key-1", invoice("CF-1"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(numbers(1)).containsExactly("CF-1");
        var other = put("key-1", invoice("CF-2"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("Idempotency-Key");
        assertThat(numbers(1)).containsExactly("CF-1");
    }

    @Test
    void aNumberThatIsThereIsRefusedUnderAnotherKeyAndUnderNone() throws Exception {
        put("key-1", invoice("CF-1"));
        for (var key : List.of("key-2", "")) {
            var twice = put(key, invoice("CF-1"));
            assertThat(twice.statusCode()).isEqualTo(400);
            assertThat(twice.body()).contains("Invoice # must be unique.");
        }
        assertThat(numbers(1)).containsExactly("CF-1");
    }

    /** By these words the hub tells what is to be done. */
    @ParameterizedTest
    @CsvSource({
        "'\"200\"', '\"999\"', Account code '999' is not a valid code",
        "OUTPUT2, OUTPUT9, The TaxType code does not exist",
        "Made-up customer, '', A Contact must be specified",
        "ACCREC, ACCPAY, A Contact must be specified",
        "CF-1, '', Invoice # must be unique",
    })
    void whatCannotBeTakenSaysWhy(String part, String instead, String words) throws Exception {
        var refused = put("key-1", invoice("CF-1").replace(part, instead));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"Type\":\"ValidationException\"", words);
        assertThat(numbers(1)).isEmpty();
    }

    @Test
    void lockedBooksTakeNothing() throws Exception {
        sandbox.xero().lock(1, true);
        assertThat(put("key-1", invoice("CF-1")).body()).contains("lock date");
        sandbox.xero().lock(1, false);
        assertThat(put("key-2", invoice("CF-1")).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenLivesHalfAnHourOfTheSandboxClock() throws Exception {
        sandbox.world().clock().setAhead(Duration.ofMinutes(29));
        assertThat(read("Accounts").statusCode()).isEqualTo(200);
        sandbox.world().clock().setAhead(Duration.ofMinutes(31));
        assertThat(read("Accounts").statusCode()).isEqualTo(401);
        assertThat(put("key-1", invoice("CF-1")).statusCode()).isEqualTo(401);
        assertThat(numbers(1)).isEmpty();
        signIn(1);
        assertThat(read("Accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsForOneOrganisation() throws Exception {
        put("key-1", invoice("CF-1"));
        var tenantOfFirst = tenant;
        signIn(2);
        assertThat(tenant).isNotEqualTo(tenantOfFirst);
        assertThat(read("Invoices?InvoiceNumbers=CF-1").body()).isEqualTo("{\"Invoices\":[]}");
        tenant = tenantOfFirst;
        assertThat(read("Invoices?InvoiceNumbers=CF-1").statusCode()).isEqualTo(403);
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotLetInAndNoSecretIsKept() throws Exception {
        assertThat(token("demo-xero-client-1", "demo-xero-secret-2", "client_credentials"))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.body()).contains("invalid_client");
                });
        assertThat(token("demo-xero-client-1", "demo-xero-secret-1", "password").body())
                .contains("unsupported_grant_type");
        assertThat(sandbox.exchanges().all())
                .allSatisfy(exchange ->
                        assertThat(exchange.request().header("authorization")).contains("(removed)"));
    }

    @Test
    void eachOrganisationIsAskedSixtyTimesAMinute() throws Exception {
        signIn(2);
        var second = List.of(token, tenant);
        signIn(1);
        send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/limits"))
                .POST(BodyPublishers.ofString("{\"scale\":1}")));
        for (int call = 0; call < 60; call++) {
            assertThat(read("Accounts").statusCode()).isEqualTo(200);
        }
        var refused = read("Accounts");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        token = second.get(0);
        tenant = second.get(1);
        assertThat(read("Accounts").statusCode()).isEqualTo(200);
    }

    private List<String> numbers(int organisation) {
        return sandbox.xero().invoices(organisation).stream()
                .map(each -> each.path("InvoiceNumber").asString(""))
                .toList();
    }

    private static String invoice(String number) {
        return """
                {"Invoices": [{"Type": "ACCREC", "Status": "AUTHORISED", "InvoiceNumber": "%s", "Reference": "made up",
                  "Contact": {"Name": "Made-up customer"}, "Date": "2026-03-01", "DueDate": "2026-03-01",
                  "CurrencyCode": "GBP", "LineAmountTypes": "Exclusive",
                  "LineItems": [
                    {"Description": "Goods", "Quantity": 1, "UnitAmount": 20.00, "AccountCode": "200",
                     "TaxType": "OUTPUT2", "TaxAmount": 4.00},
                    {"Description": "Delivery", "Quantity": 1, "UnitAmount": 5.00, "AccountCode": "265",
                     "TaxType": "OUTPUT2", "TaxAmount": 1.00}]}]}
                """
                .formatted(number);
    }

    private void signIn(int organisation) throws Exception {
        var answer =
                token("demo-xero-client-" + organisation, "demo-xero-secret-" + organisation, "client_credentials");
        token = field(answer, "access_token");
        tenant = field(send(asking("/Connections")), "tenantId");
    }

    private HttpResponse<String> token(String client, String secret, String grant) throws Exception {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=" + grant + "&scope=accounting.transactions")));
    }

    private HttpResponse<String> read(String rest) throws Exception {
        return send(books(rest));
    }

    private HttpResponse<String> put(String key, String body) throws Exception {
        var request =
                books("Invoices").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    private HttpRequest.Builder books(String rest) {
        return asking("/api.xro/2.0/" + rest).header("xero-tenant-id", tenant);
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String field(HttpResponse<String> answer, String name) {
        return JSON.readTree(answer.body()).findValue(name).asString();
    }
}

package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** HMRC's VAT API as its contract has it: who is let in, what is wanted, and each return once. */
class HmrcTest {

    private static final String VRN = "123456789";
    private static final String RETURN =
            """
            {"periodKey":"18A1","vatDueSales":105.50,"vatDueAcquisitions":-100.45,"totalVatDue":5.05,
             "vatReclaimedCurrPeriod":105.15,"netVatDue":100.10,"totalValueSalesExVAT":300,
             "totalValuePurchasesExVAT":300,"totalValueGoodsSuppliedExVAT":3000,"totalAcquisitionsExVAT":3000,
             "finalised":true}
            """;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(5));
    private String token = "";

    @BeforeEach
    void signedIn() throws Exception {
        sandbox.hmrc().owe(VRN, new Owed("18A1", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 31)));
        sandbox.hmrc().owe(VRN, new Owed("18A2", LocalDate.of(2018, 4, 1), LocalDate.of(2999, 6, 30)));
        token = field(granted(), "access_token");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyExchangeIsWhatThePublishedContractSays() throws Exception {
        assertThat(read("obligations?from=2018-01-01&to=2018-12-31").body()).contains("\"status\":\"O\"");
        assertThat(read("returns/18A1").statusCode()).isEqualTo(404);
        var taken = submit(RETURN);
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.headers().firstValue("Receipt-ID").orElse("")).hasSize(36);
        assertThat(read("returns/18A1").body()).contains("\"netVatDue\":100.1").doesNotContain("finalised");
        assertThat(read("obligations?from=2018-01-01&to=2018-12-31").body()).contains("\"status\":\"F\"");
        assertThat(read("liabilities?from=2018-01-01&to=2018-12-31").statusCode())
                .isEqualTo(404);
        assertThat(read("payments?from=2018-01-01&to=2018-12-31").statusCode()).isEqualTo(404);
        assertThat(Contract.HMRC_VAT.departures(sandbox)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"finalised\":true; \"finalised\":false; 403; NOT_FINALISED",
                "\"totalVatDue\":5.05; \"totalVatDue\":5.06; 400; VAT_TOTAL_VALUE",
                "\"netVatDue\":100.10; \"netVatDue\":100.11; 400; VAT_NET_VALUE",
                "\"netVatDue\":100.10; \"netVatDue\":\"x\"; 400; INVALID_NUMERIC_VALUE",
                "\"totalValueSalesExVAT\":300; \"totalValueSalesExVAT\":300.5; 400; INVALID_MONETARY_AMOUNT",
                "18A1; 18A9; 400; PERIOD_KEY_INVALID",
                "18A1; 18A2; 403; TAX_PERIOD_NOT_ENDED"
            })
    void whatIsWrongIsRefusedWithTheCodeOfTheContract(String of, String by, int status, String code) throws Exception {
        var refused = submit(RETURN.replace(of, by));
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(field(refused, "code")).isEqualTo(code);
    }

    @Test
    void aReturnIsTakenOnce() throws Exception {
        assertThat(submit(RETURN).statusCode()).isEqualTo(201);
        assertThat(field(submit(RETURN), "code")).isEqualTo("DUPLICATE_SUBMISSION");
    }

    @Test
    void codesAndTokensToRefreshWithCountOnce() throws Exception {
        var first = granted();
        var refresh = "grant_type=refresh_token&refresh_token=" + encoded(field(first, "refresh_token"));
        assertThat(token(refresh).statusCode()).isEqualTo(200);
        assertThat(token(refresh).statusCode()).isEqualTo(400);
        sandbox.hmrc().endSessions();
        assertThat(read("returns/18A1").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"INSOLVENT_TRADER, RULE_INSOLVENT_TRADER", "NOT_FOUND, NOT_FOUND"})
    void aScenarioIsAnsweredAsAsked(String scenario, String code) throws Exception {
        var answer = send(request("obligations?status=O").header("Gov-Test-Scenario", scenario));
        assertThat(field(answer, "code")).isEqualTo(code);
    }

    private HttpResponse<String> granted() throws Exception {
        return token("grant_type=authorization_code&redirect_uri=http%3A%2F%2Fus&code="
                + encoded(sandbox.hmrc().code("demo-hmrc-client-1")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> token(String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        form + "&client_id=demo-hmrc-client-1&client_secret=demo-hmrc-secret-1")));
    }

    private HttpResponse<String> submit(String body) throws Exception {
        return send(
                request("returns").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> read(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + "/organisations/vat/" + VRN + "/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.hmrc.1.0+json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String field(HttpResponse<String> answer, String name) {
        return new JsonMapper().readTree(answer.body()).path(name).asString("");
    }
}

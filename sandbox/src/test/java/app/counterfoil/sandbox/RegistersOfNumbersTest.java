package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** VIES and HMRC say which VAT numbers are registered, and note whose question it was. */
class RegistersOfNumbersTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHECK = "/organisations/vat/check-vat-number/lookup/";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(6));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void viesKnowsWhatIsRegisteredAndNotesWhoAsksUnderANumberOfItsOwn() throws Exception {
        sandbox.numbers().register("IE6433435F");
        assertThat(vies("IE", "6433435F", "").body()).contains("\"valid\":true", "\"requestIdentifier\":\"\"");
        assertThat(vies("IE", "6433435F", "XI").body()).contains("\"requestIdentifier\":\"WAPI");
        sandbox.numbers().end("IE6433435F");
        assertThat(vies("IE", "6433435F", "").body()).contains("\"valid\":false");
    }

    @Test
    void viesRefusesWhatIsNoStateOfItsAndARegisterCanBeAway() throws Exception {
        assertThat(vies("GB", "100000034", "").body()).contains("INVALID_INPUT");
        assertThat(vies("IE", "6433435F", "GB").body()).contains("INVALID_REQUESTER_INFO");
        sandbox.numbers().away("IE", true);
        assertThat(vies("IE", "6433435F", "").statusCode()).isEqualTo(500);
        sandbox.numbers().away("IE", false);
        assertThat(vies("IE", "6433435F", "").statusCode()).isEqualTo(200);
    }

    @Test
    void hmrcAnswersProgramsThatHaveSignedInForThemselves() throws Exception {
        sandbox.numbers().register("GB100000034");
        var token = token("demo-hmrc-secret-1");
        assertThat(checked("100000034/100000034", token).body()).contains("consultationNumber", "aaa-");
        assertThat(checked("100000034", token).body()).doesNotContain("consultationNumber");
        assertThat(checked("999999973", token).statusCode()).isEqualTo(404);
        assertThat(checked("12", token).statusCode()).isEqualTo(400);
        assertThat(checked("100000034", "nothing").statusCode()).isEqualTo(401);
        assertThat(token("wrong")).isEmpty();
    }

    private HttpResponse<String> vies(String state, String number, String requester) throws Exception {
        var body = JSON.createObjectNode().put("countryCode", state).put("vatNumber", number);
        if (!requester.isEmpty()) {
            body.put("requesterMemberStateCode", requester).put("requesterNumber", "100000034");
        }
        return send(HttpRequest.newBuilder(
                        URI.create(sandbox.address() + "/taxation_customs/vies/rest-api/check-vat-number"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> checked(String numbers, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + CHECK + numbers))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.hmrc.2.0+json"));
    }

    private String token(String secret) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=demo-hmrc-client-1&client_secret=" + secret)));
        return JSON.readTree(answer.body()).path("access_token").asString("");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

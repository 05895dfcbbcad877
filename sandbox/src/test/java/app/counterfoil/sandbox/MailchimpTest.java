package app.counterfoil.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.sandbox.http.Exchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mailchimp's audiences as its documents have them: who has left or was forgotten comes back by themselves alone. */
class MailchimpTest {

    /** The vector of Mailchimp's own guide. */
    private static final String EMAIL = "urist.mcvankab@freddiesjokes.com";

    private static final String HASH = "62eeb292278cc15f5817cb78f7790b08";
    private static final String LIST = "a1b2c3d401";
    private static final String KEY = "demo-mailchimp-1-us1";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTests(3));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aMemberIsPutByTheHashOfTheAddressAndKeepsTheirStatus() throws Exception {
        assertThat(put("\"status_if_new\":\"subscribed\"").statusCode()).isEqualTo(200);
        sandbox.mailchimp().unsubscribe(LIST, EMAIL);
        assertThat(put("\"status_if_new\":\"subscribed\"").body()).contains("\"status\":\"unsubscribed\"");
        var refused = put("\"status_if_new\":\"subscribed\",\"status\":\"subscribed\"");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Member In Compliance State");
        assertThat(put("\"status_if_new\":\"pending\",\"status\":\"pending\"").body())
                .contains("\"status\":\"pending\"");
        assertThat(asked("PUT", "/members/" + "0".repeat(32), body("\"status_if_new\":\"subscribed\""), KEY)
                        .statusCode())
                .as("a hash of something else")
                .isEqualTo(400);
    }

    @Test
    void whoWasDeletedForGoodIsNotTakenAgain() throws Exception {
        put("\"status_if_new\":\"subscribed\"");
        var path = "/members/" + HASH + "/actions/delete-permanent";
        assertThat(asked("POST", path, "", KEY).statusCode()).isEqualTo(204);
        assertThat(asked("POST", path, "", KEY).statusCode()).isEqualTo(404);
        var again = put("\"status_if_new\":\"subscribed\"");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Forgotten Email Not Subscribed");
    }

    @Test
    void whoHasLeftIsListedAndTheFilterGoesWithThatStatusAlone() throws Exception {
        put("\"status_if_new\":\"subscribed\"");
        var since = "unsubscribed_since=2020-01-01T00%3A00%3A00Z";
        assertThat(asked("GET", "/members?status=unsubscribed&" + since, "", KEY)
                        .body())
                .contains("\"total_items\":0");
        sandbox.mailchimp().unsubscribe(LIST, EMAIL);
        assertThat(asked("GET", "/members?status=unsubscribed&" + since, "", KEY)
                        .body())
                .contains(EMAIL, "\"total_items\":1");
        assertThat(asked("GET", "/members?status=subscribed&" + since, "", KEY).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherKeySeesNothingAndNoKeyIsRefused() throws Exception {
        assertThat(asked("GET", "/members", "", "demo-mailchimp-2-us1").statusCode())
                .isEqualTo(404);
        assertThat(asked("GET", "/members", "", "nobody-us1").statusCode()).isEqualTo(401);
        assertThat(sandbox.exchanges().all()).extracting(Exchange::request).allSatisfy(request -> assertThat(
                        request.header("authorization"))
                .contains("(removed)"));
    }

    @Test
    void aWebhookAtWhichNobodyIsIsNotTaken() throws Exception {
        var nobody = "{\"url\":\"http://127.0.0.1:1/hook\",\"events\":{},\"sources\":{}}";
        assertThat(asked("POST", "/webhooks", nobody, KEY).statusCode()).isEqualTo(400);
        assertThat(asked("GET", "/webhooks", "", KEY).body()).contains("\"total_items\":0");
    }

    private HttpResponse<String> put(String status) throws Exception {
        return asked("PUT", "/members/" + HASH, body(status), KEY);
    }

    private static String body(String status) {
        return "{\"email_address\":\"" + EMAIL + "\"," + status + "}";
    }

    private HttpResponse<String> asked(String method, String rest, String body, String key) throws Exception {
        var basic = Base64.getEncoder().encodeToString(("any:" + key).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.address() + "/3.0/lists/" + LIST + rest))
                                .header("Authorization", "Basic " + basic)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

package app.counterfoil.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the sandbox as a client would. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sandbox;

    Caller(URI sandbox) {
        this.sandbox = sandbox;
    }

    String amazonToken(String account) {
        return amazonToken(account, "demo-amazon-client");
    }

    String amazonToken(String account, String client) {
        var reply = post(
                "/auth/o2/token",
                "application/x-www-form-urlencoded",
                "grant_type=refresh_token&client_id=" + client
                        + "&client_secret=demo-amazon-secret&refresh_token=demo-refresh-" + account);
        return json(reply).get("access_token").asString();
    }

    String ebayToken(String account) {
        return json(ebaySignIn("grant_type=refresh_token&refresh_token=demo-refresh-" + account))
                .get("access_token")
                .asString();
    }

    HttpResponse<byte[]> ebaySignIn(String form) {
        var basic = Base64.getEncoder()
                .encodeToString("demo-ebay-client:demo-ebay-secret".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(sandbox.resolve("/identity/v1/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** A page or an order of an Amazon account, with everything in it. */
    JsonNode amazon(String account, String rest) {
        return json(get("/orders/2026-01-01/orders" + rest, "x-amz-access-token", amazonToken(account)));
    }

    /** A page or an order of an eBay account. */
    JsonNode ebay(String account, String rest) {
        return json(get("/sell/fulfillment/v1/order" + rest, "Authorization", "Bearer " + ebayToken(account)));
    }

    /** A call of the sandbox's own API. */
    HttpResponse<byte[]> admin(String path, String json) {
        return send(HttpRequest.newBuilder(sandbox.resolve("/sandbox/" + path))
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** What the sandbox's own API shows. */
    JsonNode shown(String path) {
        return json(
                send(HttpRequest.newBuilder(sandbox.resolve("/sandbox/" + path)).build()));
    }

    /** A call of Royal Mail's. */
    HttpResponse<byte[]> royalMail(String method, String path, String key, String json) {
        return send(HttpRequest.newBuilder(sandbox.resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<byte[]> get(String path, String header, String value) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path))
                .header(header, value)
                .build());
    }

    HttpResponse<byte[]> post(String path, String header, String value, String json) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<byte[]> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(sandbox.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    static JsonNode json(HttpResponse<byte[]> reply) {
        return JSON.readTree(reply.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}

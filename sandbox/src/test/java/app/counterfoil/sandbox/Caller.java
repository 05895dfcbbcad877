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
        var reply = post(
                "/auth/o2/token",
                "application/x-www-form-urlencoded",
                "grant_type=refresh_token&client_id=demo-amazon-client&client_secret=demo-amazon-secret&refresh_token=demo-refresh-"
                        + account);
        return json(reply).get("access_token").asString();
    }

    String ebayToken(String account) {
        var basic = Base64.getEncoder()
                .encodeToString("demo-ebay-client:demo-ebay-secret".getBytes(StandardCharsets.UTF_8));
        var reply = send(HttpRequest.newBuilder(sandbox.resolve("/identity/v1/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=demo-refresh-" + account))
                .build());
        return json(reply).get("access_token").asString();
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

package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who visits the pages over real HTTP, keeps the cookies and sends forms with what the page hid in them. */
public final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI house;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Somebody who stands before the house at this address. */
    public Visitor(URI house) {
        this.house = house;
    }

    /** Signs in, as the sign-in page asks for it; what is answered is the page behind it. */
    public HttpResponse<String> signIn(String email, String password) {
        return send("/sign-in", "/sign-in", Map.entry("email", email), Map.entry("password", password));
    }

    /** Opens a page. */
    public HttpResponse<String> open(String path) {
        return answer(HttpRequest.newBuilder(house.resolve(path)).timeout(PATIENCE));
    }

    /** Opens a page and sends a form of it to the path. */
    @SafeVarargs
    public final HttpResponse<String> send(String page, String path, Map.Entry<String, String>... fields) {
        var hidden = HIDDEN.matcher(open(page).body());
        assertThat(hidden.find()).as("a form on " + page).isTrue();
        var body = Stream.concat(Stream.of(fields), Stream.of(Map.entry("_csrf", hidden.group(1))))
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(house.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens a page and sends a file to the path as the page's script does, as the body of the request. */
    public HttpResponse<String> sendFile(String page, String path, String file) {
        var hidden = HIDDEN.matcher(open(page).body());
        assertThat(hidden.find()).as("a form on " + page).isTrue();
        return answer(HttpRequest.newBuilder(house.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/octet-stream")
                .header("X-CSRF-TOKEN", hidden.group(1))
                .POST(BodyPublishers.ofString(file)));
    }

    /** Calls the API with a token, as a program does. */
    public HttpResponse<String> calls(String path, String token, String key, String json) {
        return answer(HttpRequest.newBuilder(house.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("The house does not answer.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

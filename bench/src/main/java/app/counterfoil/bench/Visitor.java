package app.counterfoil.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody who is signed in, and looks at the order list. */
final class Visitor {

    static final String PASSWORD = "a sentence for the bench";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI list;

    Visitor(String address, String email) throws IOException, InterruptedException {
        list = URI.create(address + "/orders");
        var signIn = URI.create(address + "/sign-in");
        var token = TOKEN.matcher(get(signIn));
        if (!token.find()) {
            throw new IllegalStateException("The page for signing in has no form.");
        }
        var form = "email=" + encoded(email) + "&password=" + encoded(PASSWORD) + "&_csrf=" + encoded(token.group(1));
        var request = HttpRequest.newBuilder(signIn)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
    }

    /** Asks for the list and tells how many nanoseconds it took. */
    long list(boolean named) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var page = get(list);
        var took = System.nanoTime() - start;
        if (page.contains(OrderPages.SURNAME) != named) {
            throw new IllegalStateException(
                    named ? "The page shows nobody." : "The page shows people to whom it must not.");
        }
        return took;
    }

    private String get(URI page) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The hub answered " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

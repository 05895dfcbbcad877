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
    private final URI search;
    private final String token;

    Visitor(String address, String email) throws IOException, InterruptedException {
        list = URI.create(address + "/orders");
        search = URI.create(address + "/orders/search");
        var signIn = URI.create(address + "/sign-in");
        var form = "email=" + encoded(email) + "&password=" + encoded(PASSWORD) + "&_csrf="
                + encoded(token(answer(get(signIn))));
        token = token(answer(post(signIn, form)));
    }

    /** Asks for the list and tells how many nanoseconds it took. */
    long list(boolean named) throws IOException, InterruptedException {
        return took(get(list), named);
    }

    /** Searches for a name that one in eight has, and tells how many nanoseconds it took. */
    long search(boolean named) throws IOException, InterruptedException {
        return took(post(search, "q=" + OrderPages.SURNAME + "&_csrf=" + encoded(token)), named);
    }

    private long took(HttpRequest asked, boolean named) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var page = answer(asked);
        var took = System.nanoTime() - start;
        if (page.contains(" " + OrderPages.SURNAME + "<") != named) {
            throw new IllegalStateException(
                    named ? "The page shows nobody." : "The page shows people to whom it must not.");
        }
        return took;
    }

    private String answer(HttpRequest asked) throws IOException, InterruptedException {
        var answer = http.send(asked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The hub answered " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    private static HttpRequest get(URI page) {
        return HttpRequest.newBuilder(page).build();
    }

    private static HttpRequest post(URI page, String form) {
        return HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static String token(String page) {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("The page has no form.");
        }
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

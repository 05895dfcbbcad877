package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * How long a page of 50 orders takes, opened, journalled and rendered, as a signed-in owner asks for it over HTTP. Beside
 * it, in turns, the same page for a bookkeeper, whose role opens nobody: the difference is what opening people costs.
 */
final class OpenBench {

    private static final int ORDERS = 5_000;
    private static final String PASSWORD = "a sentence for the bench";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final PrintStream out;
    private final int pages;
    private final int warmUp;

    OpenBench(PrintStream out, int pages, int warmUp) {
        this.out = out;
        this.pages = pages;
        this.warmUp = warmUp;
    }

    void run() throws IOException, InterruptedException {
        try (var marketplace = new Marketplace();
                var installation = new Installation(marketplace)) {
            var shop = installation.shop();
            marketplace.open("open", new OrderPages(7).next(ORDERS));
            installation.part(DownloadOrders.class).from(installation.connect(shop, "open"));
            var people = installation.part(AddPerson.class);
            people.add(shop, Role.OWNER, "Bench Owner", "owner@bench.example", PASSWORD);
            people.add(shop, Role.BOOKKEEPER, "Bench Books", "books@bench.example", PASSWORD);
            var owner = new Visitor(installation.address(), "owner@bench.example");
            var books = new Visitor(installation.address(), "books@bench.example");
            out.println("Warming up with " + warmUp + " pages each ...");
            var unused = measured(owner, books, warmUp);
            out.println("Measuring " + pages + " pages each, of 50 of " + ORDERS + " orders ...");
            var taken = measured(owner, books, pages);
            out.println();
            out.println(line("opened, journalled and rendered", taken.opened()));
            out.println(line("rendered without anybody", taken.closed()));
            out.println("ratio of the medians       %.2f"
                    .formatted((double) taken.opened().getValueAtPercentile(50)
                            / taken.closed().getValueAtPercentile(50)));
        }
    }

    private record Taken(Histogram opened, Histogram closed) {}

    private static Taken measured(Visitor owner, Visitor books, int pages) throws IOException, InterruptedException {
        var taken = new Taken(new Histogram(3), new Histogram(3));
        for (int i = 0; i < pages; i++) {
            taken.opened().recordValue(owner.list(true));
            taken.closed().recordValue(books.list(false));
        }
        return taken;
    }

    private static String line(String what, Histogram times) {
        return "%-34s p50 %6.2f ms   p99 %6.2f ms   most %6.2f ms"
                .formatted(
                        what,
                        times.getValueAtPercentile(50) / 1e6,
                        times.getValueAtPercentile(99) / 1e6,
                        times.getMaxValue() / 1e6);
    }

    /** Somebody who is signed in. */
    private static final class Visitor {

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
            var form =
                    "email=" + encoded(email) + "&password=" + encoded(PASSWORD) + "&_csrf=" + encoded(token.group(1));
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
            if (page.contains("Demoson") != named) {
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
}

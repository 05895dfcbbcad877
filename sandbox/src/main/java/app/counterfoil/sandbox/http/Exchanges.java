package app.counterfoil.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The latest exchanges, credentials removed: at most 5,000 of them, and at most 64 MB of bodies. */
public final class Exchanges {

    private static final int MOST = 5_000;
    private static final long MOST_BYTES = 64_000_000;
    private static final String REMOVED = "(removed)";
    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-amz-access-token", "cookie");
    private static final Pattern IN_FORM = Pattern.compile("(client_secret|refresh_token|code|client_assertion)=[^&]*");
    private static final Pattern IN_ANSWER = Pattern.compile("\"(access_token|refresh_token)\"\\s*:\\s*\"[^\"]*\"");

    private final Deque<Exchange> kept = new ArrayDeque<>();
    private long bytes;

    /** Records an exchange. */
    public synchronized void record(Exchange exchange) {
        var clean = withoutCredentials(exchange);
        kept.addLast(clean);
        bytes += size(clean);
        while (kept.size() > MOST || (bytes > MOST_BYTES && kept.size() > 1)) {
            bytes -= size(kept.removeFirst());
        }
    }

    /** All that are kept, the oldest first. */
    public synchronized List<Exchange> all() {
        return List.copyOf(kept);
    }

    /** Forgets them. */
    public synchronized void clear() {
        kept.clear();
        bytes = 0;
    }

    private static Exchange withoutCredentials(Exchange exchange) {
        var request = exchange.request();
        var headers = new LinkedHashMap<>(request.headers());
        headers.replaceAll((name, value) -> CREDENTIALS.contains(name) ? REMOVED : value);
        var body = request.body();
        var reply = exchange.reply();
        if (exchange.api().endsWith("-auth")) {
            body = bytes(IN_FORM.matcher(request.text()).replaceAll("$1=" + REMOVED));
            reply = new Reply(
                    reply.status(),
                    reply.headers(),
                    bytes(IN_ANSWER
                            .matcher(new String(reply.body(), StandardCharsets.UTF_8))
                            .replaceAll("\"$1\":\"" + REMOVED + "\"")));
        }
        if (request.path().equals("/sandbox/exchanges")) {
            // A list of all exchanges that was itself kept would double what is kept with every look.
            reply = new Reply(reply.status(), reply.headers(), new byte[0]);
        }
        return new Exchange(
                exchange.at(),
                exchange.api(),
                new Request(request.method(), request.path(), request.rawQuery(), headers, body),
                reply,
                exchange.fault());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long size(Exchange exchange) {
        return (long) exchange.request().body().length + exchange.reply().body().length;
    }
}

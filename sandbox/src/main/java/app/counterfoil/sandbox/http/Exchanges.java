package app.counterfoil.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The latest exchanges, credentials removed. */
public final class Exchanges {

    private static final int MOST = 20_000;
    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-amz-access-token");

    private final Deque<Exchange> kept = new ArrayDeque<>();

    /** Records an exchange. */
    public synchronized void record(Exchange exchange) {
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        var request = exchange.request();
        var headers = new LinkedHashMap<>(request.headers());
        headers.replaceAll((name, value) -> CREDENTIALS.contains(name) ? "(removed)" : value);
        var body = exchange.api().endsWith("-auth") ? new byte[0] : request.body();
        kept.addLast(new Exchange(
                exchange.at(),
                exchange.api(),
                new Request(request.method(), request.path(), request.rawQuery(), headers, body),
                exchange.api().endsWith("-auth") ? Reply.empty(exchange.reply().status()) : exchange.reply()));
    }

    /** All that are kept, the oldest first. */
    public synchronized List<Exchange> all() {
        return List.copyOf(kept);
    }

    /** Forgets them. */
    public synchronized void clear() {
        kept.clear();
    }
}

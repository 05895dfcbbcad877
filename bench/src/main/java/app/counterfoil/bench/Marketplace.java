package app.counterfoil.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Serves pages that are ready, over HTTP on loopback, so that next to nothing of the time is the marketplace's. */
final class Marketplace implements AutoCloseable {

    static {
        // Else its answers, written in two pieces, wait for a delayed acknowledgement: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Pattern CURSOR = Pattern.compile("paginationToken=(\\d+)");
    private static final Pattern REFRESH = Pattern.compile("refresh_token=([A-Za-z0-9-]+)");

    private static final byte[] NOTHING = "{\"orders\":[]}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, List<byte[]>> accounts = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer server;

    Marketplace() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(workers);
        server.createContext("/auth/o2/token", this::signIn);
        server.createContext("/orders/2026-01-01/orders", this::page);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Opens an account that holds these pages. */
    void open(String account, List<byte[]> pages) {
        accounts.put(account, pages);
    }

    private void signIn(HttpExchange http) throws IOException {
        var form = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var asked = REFRESH.matcher(form);
        var token = asked.find() ? asked.group(1) : "";
        send(http, ("{\"access_token\":\"" + token + "\",\"expires_in\":3600}").getBytes(StandardCharsets.UTF_8));
    }

    private void page(HttpExchange http) throws IOException {
        var pages = accounts.getOrDefault(http.getRequestHeaders().getFirst("x-amz-access-token"), List.of());
        var asked = String.valueOf(http.getRequestURI().getRawQuery());
        // The hub looks into an account before it connects it: then there is nothing to see yet.
        if (pages.isEmpty() || asked.contains("PENDING")) {
            send(http, NOTHING);
            return;
        }
        var cursor = CURSOR.matcher(asked);
        send(http, pages.get(cursor.find() ? Integer.parseInt(cursor.group(1)) : 0));
    }

    private static void send(HttpExchange http, byte[] body) throws IOException {
        try (http) {
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(200, body.length);
            http.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}

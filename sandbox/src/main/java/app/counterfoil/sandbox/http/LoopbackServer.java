package app.counterfoil.sandbox.http;

import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the doors on loopback, lets faults happen on the way, and records every exchange. */
public final class LoopbackServer implements AutoCloseable {

    static {
        // Else its answers, written in two pieces, wait for a delayed acknowledgement: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    /** Faults that the door itself has to act, since they change what the answer says. */
    public static final String FAULT_HEADER = "x-sandbox-fault";

    private static final String UNSERVED = "none";
    private static final Reply NO_ANSWER = Reply.empty(0);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Door> doors;
    private final Faults faults;
    private final Exchanges exchanges;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Opens the doors on the port, or on any free one for 0. */
    public LoopbackServer(int port, List<Door> doors, Faults faults, Exchanges exchanges, Clock clock)
            throws IOException {
        this.doors = List.copyOf(doors);
        this.faults = faults;
        this.exchanges = exchanges;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            var request = read(http);
            var door =
                    doors.stream().filter(each -> each.serves(request.path())).findFirst();
            if (door.isEmpty()) {
                var nothing = Reply.text(404, "text/plain", "Nothing is served at " + request.path());
                record(UNSERVED, request, nothing, Optional.empty());
                send(http, nothing);
                return;
            }
            var fault = faults.next(door.get().name(), door.get().call(request));
            if (fault.isPresent() && met(http, request, door.get(), fault.get())) {
                return;
            }
            var asked = fault.map(each -> marked(request, each)).orElse(request);
            var reply = answer(door.get(), asked);
            record(door.get().name(), request, reply, fault);
            send(http, reply);
        }
    }

    private static Reply answer(Door door, Request request) {
        try {
            return door.answer(request);
        } catch (RuntimeException failed) {
            LOG.error("the sandbox failed path={}", request.path(), failed);
            return Reply.text(500, "text/plain", "The sandbox itself failed.");
        }
    }

    private void record(String api, Request request, Reply reply, Optional<Fault> fault) {
        exchanges.record(new Exchange(clock.instant(), api, request, reply, fault));
    }

    /** Lets faults of the transport happen; those of the content are left to the door. */
    private boolean met(HttpExchange http, Request request, Door door, Fault fault) throws IOException {
        var failure = failure(fault);
        var reply = failure.orElse(NO_ANSWER);
        if (failure.isEmpty()) {
            switch (fault) {
                case TIMEOUT -> {}
                case DONE_UNANSWERED -> answer(door, request);
                case SLOW_BODY -> reply = answer(door, request);
                case TRUNCATED_JSON -> reply = half(answer(door, request));
                default -> {
                    return false;
                }
            }
        }
        record(door.name(), request, reply, Optional.of(fault));
        switch (fault) {
            case TIMEOUT, DONE_UNANSWERED -> awaitClosing(60);
            case SLOW_BODY -> trickle(http, reply);
            default -> send(http, reply);
        }
        return true;
    }

    private static Optional<Reply> failure(Fault fault) {
        return switch (fault) {
            case TOO_MANY_WITH_RETRY_AFTER ->
                Optional.of(Reply.text(
                                429,
                                "application/json",
                                "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"slow down\"}]}")
                        .with("Retry-After", "1"));
            case TOO_MANY ->
                Optional.of(Reply.text(
                        429,
                        "application/json",
                        "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"slow down\"}]}"));
            case SERVER_ERROR ->
                Optional.of(Reply.text(
                        500,
                        "application/json",
                        "{\"errors\":[{\"code\":\"InternalFailure\",\"message\":\"failed\"}]}"));
            case UNAVAILABLE ->
                Optional.of(Reply.text(
                        503,
                        "application/json",
                        "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"away\"}]}"));
            case HTML -> Optional.of(Reply.text(200, "text/html", "<html><body>We will be right back.</body></html>"));
            default -> Optional.empty();
        };
    }

    private void trickle(HttpExchange http, Reply reply) throws IOException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(reply.status(), 0);
        try (var out = http.getResponseBody()) {
            for (byte each : reply.body()) {
                if (awaitClosingMillis(200)) {
                    return;
                }
                out.write(each);
                out.flush();
            }
        }
    }

    private void awaitClosing(int seconds) {
        awaitClosingMillis(TimeUnit.SECONDS.toMillis(seconds));
    }

    private boolean awaitClosingMillis(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Request marked(Request request, Fault fault) {
        var headers = new LinkedHashMap<>(request.headers());
        headers.put(FAULT_HEADER, fault.name());
        return new Request(request.method(), request.path(), request.rawQuery(), headers, request.body());
    }

    private static Reply half(Reply whole) {
        return new Reply(whole.status(), whole.headers(), Arrays.copyOf(whole.body(), whole.body().length / 2));
    }

    private static Request read(HttpExchange http) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        http.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var uri = http.getRequestURI();
        headers.remove(FAULT_HEADER);
        return new Request(
                http.getRequestMethod(),
                uri.getPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                Map.copyOf(headers),
                http.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange http, Reply reply) throws IOException {
        reply.headers().forEach(http.getResponseHeaders()::set);
        http.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        if (reply.body().length > 0) {
            http.getResponseBody().write(reply.body());
        }
    }
}

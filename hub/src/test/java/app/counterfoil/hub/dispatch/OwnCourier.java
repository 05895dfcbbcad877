package app.counterfoil.hub.dispatch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Click & Drop whose every single call can be answered wrongly; it gives labels only when they are asked for. */
final class OwnCourier {

    /** A call of the API. */
    enum Call {
        CREATE,
        LOOK_UP,
        LABEL,
        DELETE
    }

    /**
     * A wrong answer.
     *
     * @param status the status, or 0 to break off
     * @param body the body
     */
    record Answer(int status, String body) {}

    /**
     * A booking.
     *
     * @param owner the key of the account
     * @param order what was asked for
     */
    record Booked(String owner, JsonNode order) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDERS = "/api/v1/orders";

    private final HttpServer server;
    private final Map<Integer, Booked> bookings = new LinkedHashMap<>();
    private final List<String> everBooked = new ArrayList<>();
    private final Map<Call, Queue<Answer>> answers = new LinkedHashMap<>();
    private boolean givesTracking = true;
    private int last = 7000;

    private OwnCourier() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "own-courier");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    static OwnCourier open() {
        try {
            return new OwnCourier();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers the next so many calls like this. */
    synchronized void answer(Call call, int times, Answer answer) {
        for (int i = 0; i < times; i++) {
            answers.computeIfAbsent(call, first -> new ArrayDeque<>()).add(answer);
        }
    }

    synchronized void behave() {
        answers.clear();
        givesTracking = true;
    }

    synchronized void givesTracking(boolean gives) {
        givesTracking = gives;
    }

    /** All references ever booked, those called off included: one that was bought twice stands here twice. */
    synchronized List<String> everBooked() {
        return List.copyOf(everBooked);
    }

    /** Whether a booking stands, and whose it is. */
    synchronized List<Booked> standing(String reference) {
        return bookings.values().stream()
                .filter(booked ->
                        booked.order().path("orderReference").asString("").equals(reference))
                .toList();
    }

    /** Deletes a booking as a person does in Click & Drop itself. */
    synchronized void deletedByHand(String reference) {
        bookings.values()
                .removeIf(booked ->
                        booked.order().path("orderReference").asString("").equals(reference));
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            var body = http.getRequestBody().readAllBytes();
            var path = http.getRequestURI().getRawPath();
            var key = http.getRequestHeaders().getFirst("Authorization").replaceFirst("^Bearer ", "");
            if (path.equals("/api/v1/orders") && http.getRequestMethod().equals("GET")) {
                send(http, 200, "{\"orders\":[]}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            var call = call(http.getRequestMethod(), path);
            var wrong = next(call);
            if (wrong != null && wrong.status() == 0) {
                // Taken in, and then silence: the worst that can be.
                if (call == Call.CREATE) {
                    create(JSON.readTree(body), key);
                }
                return;
            }
            if (wrong != null) {
                send(http, wrong.status(), wrong.body().getBytes(StandardCharsets.UTF_8));
                return;
            }
            switch (call) {
                case CREATE -> send(http, 200, create(JSON.readTree(body), key));
                case LOOK_UP -> lookUp(http, key, named(path));
                case LABEL -> send(http, 200, pdf());
                case DELETE -> delete(http, key, named(path));
            }
        }
    }

    private synchronized Answer next(Call call) {
        var queue = answers.get(call);
        return queue == null ? null : queue.poll();
    }

    private static Call call(String method, String path) {
        if (path.endsWith("/label")) {
            return Call.LABEL;
        }
        return switch (method) {
            case "POST" -> Call.CREATE;
            case "DELETE" -> Call.DELETE;
            default -> Call.LOOK_UP;
        };
    }

    private static String named(String path) {
        return URLDecoder.decode(path.substring(ORDERS.length() + 1), StandardCharsets.UTF_8);
    }

    private synchronized byte[] create(JsonNode body, String key) {
        var answer = JSON.createObjectNode();
        var created = answer.putArray("createdOrders");
        answer.putArray("failedOrders");
        for (var item : body.path("items")) {
            bookings.put(++last, new Booked(key, item));
            everBooked.add(item.path("orderReference").asString(""));
            created.add(info(last, item));
        }
        return JSON.writeValueAsBytes(answer);
    }

    private tools.jackson.databind.node.ObjectNode info(int identifier, JsonNode item) {
        var info = JSON.createObjectNode()
                .put("orderIdentifier", identifier)
                .put("orderReference", item.path("orderReference").asString(""))
                .put("createdOn", "2026-01-02T03:04:05Z");
        if (givesTracking) {
            info.put("trackingNumber", "ZZ" + identifier + "0000GB");
        }
        return info;
    }

    private synchronized List<Map.Entry<Integer, Booked>> found(String key, String named) {
        return bookings.entrySet().stream()
                .filter(booked -> booked.getValue().owner().equals(key))
                .filter(booked -> named.equals(Integer.toString(booked.getKey()))
                        || named.equals('"'
                                + booked.getValue()
                                        .order()
                                        .path("orderReference")
                                        .asString("")
                                + '"'))
                .toList();
    }

    private void lookUp(HttpExchange http, String key, String named) throws IOException {
        var found = found(key, named);
        var body = JSON.createArrayNode();
        found.forEach(booked -> body.add(info(booked.getKey(), booked.getValue().order())));
        send(http, found.isEmpty() ? 404 : 200, JSON.writeValueAsBytes(body));
    }

    private synchronized void delete(HttpExchange http, String key, String named) throws IOException {
        var found = found(key, named);
        var body = JSON.createObjectNode();
        var deleted = body.putArray("deletedOrders");
        body.putArray("errors");
        for (var booked : found) {
            bookings.remove(booked.getKey());
            deleted.addObject().put("orderIdentifier", booked.getKey());
        }
        send(http, found.isEmpty() ? 404 : 200, JSON.writeValueAsBytes(body));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void send(HttpExchange http, int status, byte[] body) throws IOException {
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
    }
}

package app.counterfoil.sandbox.royalmail;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.royalmail.LabelPdf.BookedOrder;
import app.counterfoil.sandbox.world.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Royal Mail Click & Drop: orders with or without a label in the answer, look-up by reference, labels, deletion. */
public final class ClickAndDrop implements Door {

    private record Booking(int identifier, String owner, JsonNode order, String trackingNumber, String createdOn) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDERS = "/api/v1/orders";
    private static final Map<String, Boolean> MAY_PRINT =
            Map.of("demo-royalmail-1", true, "demo-royalmail-2", true, "demo-royalmail-online", false);

    private final World world;
    private final Map<Integer, Booking> bookings = new LinkedHashMap<>();
    private int lastIdentifier = 1000;

    /** Answers from what was booked. */
    public ClickAndDrop(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "royalmail";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/api/v1/");
    }

    @Override
    public synchronized Reply answer(Request request) {
        var key = request.header("authorization")
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .orElse("");
        if (!MAY_PRINT.containsKey(key)) {
            return Reply.empty(401);
        }
        if (request.path().equals("/api/v1/version")) {
            return Reply.json(
                    200,
                    JSON.createObjectNode()
                            .put("commit", "sandbox")
                            .put("build", "sandbox")
                            .put("release", "1.0.0")
                            .put("releaseDate", "2026-01-01T00:00:00Z"));
        }
        if (request.path().equals(ORDERS) && request.method().equals("POST")) {
            return create(request, key);
        }
        return forOrders(request, key);
    }

    /** How many bookings carry this reference: more than one would be a label bought twice. */
    public synchronized long bookingsOf(String reference) {
        return bookings.values().stream()
                .filter(booking ->
                        booking.order().path("orderReference").asString("").equals(reference))
                .count();
    }

    /** All references that were booked, in the order of booking. */
    public synchronized List<String> references() {
        return bookings.values().stream()
                .map(booking -> booking.order().path("orderReference").asString(""))
                .toList();
    }

    private Reply create(Request request, String key) {
        JsonNode items;
        try {
            items = JSON.readTree(request.body()).path("items");
        } catch (JacksonException notJson) {
            return error(400, "BadRequest", "The body is not JSON.");
        }
        if (!items.isArray() || items.isEmpty()) {
            return error(400, "BadRequest", "items is missing.");
        }
        var created = JSON.createArrayNode();
        var failed = JSON.createArrayNode();
        for (var item : items) {
            var wrong = wrong(item);
            if (wrong.isEmpty()) {
                created.add(book(item, key));
            } else {
                var refused = failed.addObject();
                refused.set("order", item);
                refused.putArray("errors").addObject().put("errorCode", 53).put("errorMessage", wrong);
            }
        }
        var body = JSON.createObjectNode();
        body.put("successCount", created.size()).put("errorsCount", failed.size());
        body.set("createdOrders", created);
        body.set("failedOrders", failed);
        return Reply.json(200, body);
    }

    private ObjectNode book(JsonNode item, String key) {
        int identifier = ++lastIdentifier;
        var now = world.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var booking = new Booking(identifier, key, item, TrackingNumber.of(40_000_000 + identifier), now);
        bookings.put(identifier, booking);
        var answer = info(booking);
        var labels = item.path("label").path("includeLabelInResponse").asBoolean(false);
        if (labels && Boolean.TRUE.equals(MAY_PRINT.get(key))) {
            answer.put("label", Base64.getEncoder().encodeToString(label(booking)));
            answer.putArray("generatedDocuments").add("label");
        } else if (labels) {
            answer.putArray("labelErrors")
                    .addObject()
                    .put("code", "Forbidden")
                    .put("message", "Label generation is available for OBA accounts only");
        }
        answer.putArray("packages").addObject().put("packageNumber", 1).put("trackingNumber", booking.trackingNumber());
        return answer;
    }

    private Reply forOrders(Request request, String key) {
        var rest = request.path().substring(Math.min(request.path().length(), ORDERS.length() + 1));
        boolean label = rest.endsWith("/label");
        var identifiers = label ? rest.substring(0, rest.length() - "/label".length()) : rest;
        var found = new ArrayList<Booking>();
        for (var identifier : identifiers.split(";", -1)) {
            find(identifier, key).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            return orderError(404, "NotFound", "No order was found.");
        }
        if (request.method().equals("DELETE")) {
            found.forEach(booking -> bookings.remove(booking.identifier()));
            var body = JSON.createObjectNode();
            var deleted = body.putArray("deletedOrders");
            found.forEach(booking -> deleted.addObject()
                    .put("orderIdentifier", booking.identifier())
                    .put(
                            "orderReference",
                            booking.order().path("orderReference").asString("")));
            body.putArray("errors");
            return Reply.json(200, body);
        }
        if (label) {
            return Boolean.TRUE.equals(MAY_PRINT.get(key))
                    ? Reply.file("application/pdf", label(found.get(0)))
                    : Reply.empty(403);
        }
        ArrayNode body = JSON.createArrayNode();
        found.forEach(booking -> body.add(info(booking)));
        return Reply.json(200, body);
    }

    private Optional<Booking> find(String identifier, String key) {
        var decoded = URLDecoder.decode(identifier, StandardCharsets.UTF_8);
        Stream<Booking> own =
                bookings.values().stream().filter(booking -> booking.owner().equals(key));
        if (decoded.startsWith("\"")) {
            var reference = decoded.replace("\"", "");
            return own.filter(booking ->
                            booking.order().path("orderReference").asString("").equals(reference))
                    .findFirst();
        }
        return own.filter(booking -> Integer.toString(booking.identifier()).equals(decoded))
                .findFirst();
    }

    private static ObjectNode info(Booking booking) {
        var info = JSON.createObjectNode();
        info.put("orderIdentifier", booking.identifier());
        info.put("orderReference", booking.order().path("orderReference").asString(""));
        info.put("createdOn", booking.createdOn());
        info.put("orderDate", booking.order().path("orderDate").asString(booking.createdOn()));
        info.put("trackingNumber", booking.trackingNumber());
        return info;
    }

    private static byte[] label(Booking booking) {
        var address = booking.order().path("recipient").path("address");
        var lines = new ArrayList<String>();
        for (var field : new String[] {
            "fullName",
            "companyName",
            "addressLine1",
            "addressLine2",
            "addressLine3",
            "city",
            "county",
            "postcode",
            "countryCode"
        }) {
            var line = address.path(field).asString("");
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return LabelPdf.of(new BookedOrder(
                booking.order().path("postageDetails").path("serviceCode").asString("TPN24"),
                booking.trackingNumber(),
                booking.order().path("orderReference").asString(""),
                booking.order().path("packages").path(0).path("weightInGrams").asInt(0),
                lines,
                List.of("From "
                        + booking.order().path("sender").path("tradingName").asString(""))));
    }

    private static String wrong(JsonNode item) {
        var address = item.path("recipient").path("address");
        for (var field : new String[] {"addressLine1", "city", "countryCode"}) {
            if (address.path(field).asString("").isBlank()) {
                return "recipient.address." + field + " is required";
            }
        }
        for (var field : new String[] {"addressLine1", "addressLine2", "addressLine3", "city", "county"}) {
            if (address.path(field).asString("").length() > 100) {
                return "recipient.address." + field + " is longer than 100 characters";
            }
        }
        if (address.path("fullName").asString("").length() > 210
                || address.path("postcode").asString("").length() > 20) {
            return "recipient.address is too long";
        }
        for (var field : new String[] {"orderDate", "subtotal", "shippingCostCharged", "total"}) {
            if (item.path(field).isMissingNode()) {
                return field + " is required";
            }
        }
        return "";
    }

    private static Reply error(int status, String code, String message) {
        return Reply.json(status, JSON.createObjectNode().put("code", code).put("message", message));
    }

    private static Reply orderError(int status, String code, String message) {
        var body = JSON.createArrayNode();
        body.addObject().put("code", code).put("message", message);
        return Reply.json(status, body);
    }
}

package app.counterfoil.sandbox.royalmail;

import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.royalmail.Bookings.Booking;
import app.counterfoil.sandbox.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Royal Mail Click & Drop: orders with or without a label in the answer, look-up by number or reference, status, labels,
 * deletion. Only account customers get labels here; the others print in Click & Drop itself, see {@link #print}.
 */
public final class ClickAndDrop implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDERS = "/api/v1/orders";
    private static final String LABEL_CALL = "royalmail-label";
    private static final Map<String, Boolean> MAY_PRINT =
            Map.of("demo-royalmail-1", true, "demo-royalmail-2", true, "demo-royalmail-online", false);
    private static final Set<String> DOCUMENTS = Set.of("postageLabel", "despatchNote", "CN22", "CN23");

    private final World world;
    private final Faults faults;
    private final RateLimits limits;
    private final Bookings bookings = new Bookings();

    /** Answers from what was booked. */
    public ClickAndDrop(World world, Faults faults, RateLimits limits) {
        this.world = world;
        this.faults = faults;
        this.limits = limits;
        // The first label loads the machine's fonts, which can take longer than an impatient client waits.
        var unused = CompletableFuture.runAsync(LabelPdf::loadFonts);
    }

    @Override
    public String name() {
        return "royalmail";
    }

    @Override
    public String call(Request request) {
        if (request.path().endsWith("/label")) {
            return LABEL_CALL;
        }
        return switch (request.method()) {
            case "POST" -> "royalmail-create";
            case "DELETE" -> "royalmail-delete";
            case "PUT" -> "royalmail-status";
            default -> "royalmail-read";
        };
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/api/v1/");
    }

    @Override
    public synchronized Reply answer(Request request) {
        if (request.method().equals("GET") && request.path().equals("/api/v1/version")) {
            // The one call that the contract lets anybody make.
            return version();
        }
        var key = request.header("authorization")
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .orElse("");
        if (!MAY_PRINT.containsKey(key)) {
            return Reply.empty(401);
        }
        if (!limits.allow("royalmail", key, 5, 5)) {
            return error(429, "TooManyRequests", "The rate limit of 5 calls per second was exceeded.");
        }
        var path = request.path();
        return switch (request.method()) {
            case "GET" -> path.equals(ORDERS) ? list(request, key) : read(request, key);
            case "POST" -> path.equals(ORDERS) ? create(request, key) : Reply.empty(404);
            case "PUT" -> path.equals(ORDERS + "/status") ? status(request, key) : Reply.empty(404);
            case "DELETE" -> delete(request, key);
            default -> Reply.empty(405);
        };
    }

    /** How many bookings carry this reference: more than one would be a label bought twice. */
    public synchronized long bookingsOf(String reference) {
        return bookings.all()
                .filter(booking -> booking.reference().equals(reference))
                .count();
    }

    /** All references that were booked, in the order of booking. */
    public synchronized List<String> references() {
        return Bookings.references(bookings.all());
    }

    /** All bookings, as the look-up shows them. */
    public synchronized List<ObjectNode> all() {
        return bookings.all().map(Bookings::info).toList();
    }

    /** Makes the label of an order, as a person does who prints in Click & Drop; by its number or reference. */
    public synchronized Optional<ObjectNode> print(String order) {
        return bookings.findAnyones(order)
                .map(found -> Bookings.info(bookings.print(found, world.clock().instant())));
    }

    private static Reply version() {
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("commit", "sandbox")
                        .put("build", "sandbox")
                        .put("release", "1.0.0")
                        .put("releaseDate", "2026-01-01T00:00:00Z"));
    }

    private Reply create(Request request, String key) {
        var items = items(request);
        if (!items.isArray() || items.isEmpty()) {
            return error(400, "BadRequest", "items is missing.");
        }
        var created = JSON.createArrayNode();
        var failed = JSON.createArrayNode();
        for (var item : items) {
            var wrong = OrderCheck.wrong(item);
            if (wrong.isEmpty()) {
                created.add(book(item, key));
            } else {
                var refused = failed.addObject();
                refused.set("order", item);
                var error = refused.putArray("errors").addObject();
                error.put("errorCode", 53).put("errorMessage", wrong.get().message());
                error.putArray("fields")
                        .addObject()
                        .put("fieldName", wrong.get().field());
            }
        }
        var body = JSON.createObjectNode();
        body.put("successCount", created.size()).put("errorsCount", failed.size());
        body.set("createdOrders", created);
        body.set("failedOrders", failed);
        return Reply.json(200, body);
    }

    private ObjectNode book(JsonNode item, String key) {
        var booking = bookings.book(key, item, world.clock().instant());
        if (!item.path("label").path("includeLabelInResponse").asBoolean(false)) {
            return Bookings.info(booking);
        }
        if (Boolean.FALSE.equals(MAY_PRINT.get(key))) {
            return withoutLabel(booking, "Forbidden", "Label generation is available for OBA accounts only");
        }
        // Whatever breaks the label breaks it here as well; the order is booked all the same.
        if (faults.next(LABEL_CALL, LABEL_CALL).isPresent()) {
            return withoutLabel(booking, "LabelError", "The label could not be made");
        }
        var printed = bookings.print(booking, world.clock().instant());
        var answer = Bookings.info(printed);
        answer.put("label", Base64.getEncoder().encodeToString(LabelPdf.of(List.of(BookedLabel.of(printed)))));
        answer.putArray("generatedDocuments").add("label");
        return answer;
    }

    private static ObjectNode withoutLabel(Booking booking, String code, String message) {
        var answer = Bookings.info(booking);
        answer.putArray("labelErrors").addObject().put("code", code).put("message", message);
        return answer;
    }

    private Reply list(Request request, String key) {
        var size = request.query("pageSize").orElse("25");
        if (!size.matches("[1-9]\\d?|100")) {
            return error(400, "BadRequest", "pageSize must be from 1 to 100.");
        }
        var behind = request.query("continuationToken").orElse("0");
        if (!behind.matches("\\d{1,9}")) {
            return error(400, "BadRequest", "continuationToken is not known.");
        }
        var found = bookings.after(Integer.parseInt(behind), key);
        var page = found.stream().limit(Integer.parseInt(size)).toList();
        var body = JSON.createObjectNode();
        var orders = body.putArray("orders");
        page.forEach(booking -> orders.add(Bookings.info(booking)));
        if (page.size() < found.size()) {
            body.put(
                    "continuationToken",
                    Integer.toString(page.get(page.size() - 1).identifier()));
        }
        return Reply.json(200, body);
    }

    private Reply read(Request request, String key) {
        boolean label = request.path().endsWith("/label");
        var found = named(request, key, label ? "/label" : "");
        if (label && Boolean.FALSE.equals(MAY_PRINT.get(key))) {
            return Reply.empty(403);
        }
        if (found.isEmpty()) {
            return orderError(404, "NotFound", "No order was found.");
        }
        if (label) {
            return label(request, found);
        }
        var body = JSON.createArrayNode();
        found.forEach(booking -> body.add(Bookings.info(booking)));
        return Reply.json(200, body);
    }

    private Reply label(Request request, List<Booking> found) {
        var document = request.query("documentType").orElse("");
        if (!DOCUMENTS.contains(document)) {
            return orderError(400, "BadRequest", "documentType is missing or not known.");
        }
        if (document.equals("postageLabel")
                && request.query("includeReturnsLabel").isEmpty()) {
            return orderError(400, "BadRequest", "includeReturnsLabel is required for a postageLabel.");
        }
        var printed = found.stream()
                .map(booking -> bookings.print(booking, world.clock().instant()))
                .map(BookedLabel::of)
                .toList();
        return Reply.file("application/pdf", LabelPdf.of(printed));
    }

    private Reply delete(Request request, String key) {
        var found = named(request, key, "");
        if (found.isEmpty()) {
            return orderError(404, "NotFound", "No order was found.");
        }
        var body = JSON.createObjectNode();
        var deleted = body.putArray("deletedOrders");
        for (var booking : found) {
            bookings.delete(booking);
            deleted.addObject().put("orderIdentifier", booking.identifier()).put("orderReference", booking.reference());
        }
        body.putArray("errors");
        return Reply.json(200, body);
    }

    private Reply status(Request request, String key) {
        var body = JSON.createObjectNode();
        var updated = body.putArray("updatedOrders");
        var errors = body.putArray("errors");
        for (var item : items(request)) {
            var named = item.has("orderIdentifier")
                    ? item.get("orderIdentifier").asString()
                    : '"' + item.path("orderReference").asString("") + '"';
            var found = bookings.find(named, key);
            var wanted = item.path("status").asString("");
            if (found.isEmpty()) {
                errors.addObject().put("code", "NotFound").put("message", "No order was found.");
            } else if (wanted.equals("new") || wanted.equals("despatched")) {
                var now = wanted.equals("new")
                        ? bookings.reset(found.get())
                        : bookings.despatch(found.get(), world.clock().instant());
                updated.addObject()
                        .put("orderIdentifier", now.identifier())
                        .put("orderReference", now.reference())
                        .put("status", now.status());
            } else {
                errors.addObject()
                        .put("orderIdentifier", found.get().identifier())
                        .put("status", found.get().status())
                        .put("code", "Forbidden")
                        .put("message", "This status is for ChannelShipper customers only.");
            }
        }
        return Reply.json(200, body);
    }

    private List<Booking> named(Request request, String key, String ending) {
        var rest = request.path().substring(Math.min(request.path().length(), ORDERS.length() + 1));
        var found = new ArrayList<Booking>();
        for (var identifier : rest.substring(0, rest.length() - ending.length()).split(";", -1)) {
            bookings.find(identifier, key).ifPresent(found::add);
        }
        return found;
    }

    private static JsonNode items(Request request) {
        try {
            return JSON.readTree(request.body()).path("items");
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
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

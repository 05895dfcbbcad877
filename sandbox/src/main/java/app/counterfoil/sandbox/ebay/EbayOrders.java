package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sell Fulfillment v1: getOrders, getOrder and shipping fulfilments. */
public final class EbayOrders implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ORDERS = "/sell/fulfillment/v1/order";
    private static final Pattern WINDOW =
            Pattern.compile("lastmodifieddate:\\[([^.\\]]+(?:\\.\\d+)?Z)\\.\\.([^\\]]*)\\]");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private final World world;
    private final EbaySignIn signIn;

    /** Answers from the world's truth. */
    public EbayOrders(World world, EbaySignIn signIn) {
        this.world = world;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "ebay-orders";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(ORDERS);
    }

    @Override
    public Reply answer(Request request) {
        var fault = request.header(LoopbackServer.FAULT_HEADER).map(Fault::valueOf);
        if (fault.equals(Optional.of(Fault.UNAUTHORIZED))) {
            signIn.end(request.header("authorization"));
        }
        var account = signIn.account(request.header("authorization")).flatMap(world::account);
        if (account.isEmpty()) {
            return error(401, 1001, "OAuth", "Invalid access token");
        }
        if (request.path().equals(ORDERS)) {
            return search(request, account.get(), fault);
        }
        var parts = request.path().substring(ORDERS.length() + 1).split("/", -1);
        var order = account.get().order(parts[0]);
        if (order.isEmpty()) {
            return error(404, 32100, "API_FULFILLMENT", "Invalid order ID");
        }
        if (parts.length == 2
                && parts[1].equals("shipping_fulfillment")
                && request.method().equals("POST")) {
            return fulfil(request, account.get(), order.get());
        }
        if (parts.length == 2 && parts[1].equals("shipping_fulfillment")) {
            return fulfilments(account.get(), parts[0]);
        }
        return Reply.json(200, order.get());
    }

    private static Reply fulfilments(Account account, String id) {
        var body = JSON.createObjectNode();
        var list = body.putArray("fulfillments");
        for (var told : account.confirmations(id)) {
            var fulfilment = list.addObject()
                    .put("fulfillmentId", told.get("trackingNumber").asString())
                    .put("shipmentTrackingNumber", told.get("trackingNumber").asString())
                    .put("shippingCarrierCode", told.path("shippingCarrierCode").asString(""))
                    .put("shippedDate", told.path("shippedDate").asString(""));
            fulfilment.set("lineItems", told.get("lineItems"));
        }
        body.put("total", list.size());
        return Reply.json(200, body);
    }

    private Reply search(Request request, Account account, Optional<Fault> fault) {
        int limit;
        int offset;
        try {
            limit = request.query("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
            offset = request.query("offset").map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException notANumber) {
            return error(400, 30700, "API_FULFILLMENT", "Invalid limit or offset");
        }
        if (limit < 1 || limit > MOST) {
            return error(400, 30700, "API_FULFILLMENT", "The limit must be between 1 and 200");
        }
        if (fault.equals(Optional.of(Fault.EXPIRED_CURSOR)) && offset > 0) {
            return error(400, 30800, "API_FULFILLMENT", "Invalid offset");
        }
        var from = world.clock().instant().minus(Duration.ofDays(90));
        var to = world.clock().instant();
        var filter = request.query("filter");
        if (filter.isPresent()) {
            var window = WINDOW.matcher(filter.get());
            if (!window.find()) {
                return error(400, 30850, "API_FULFILLMENT", "Invalid filter");
            }
            try {
                from = Instant.parse(window.group(1));
                to = window.group(2).isEmpty() ? to : Instant.parse(window.group(2));
            } catch (DateTimeException notATime) {
                return error(400, 30850, "API_FULFILLMENT", "Invalid date in filter");
            }
        }
        return page(request, account, fault, new Window(from, to, limit, offset));
    }

    private record Window(Instant from, Instant to, int limit, int offset) {}

    private static Reply page(Request request, Account account, Optional<Fault> fault, Window window) {
        var matching = account.orders().stream()
                .filter(order -> !modified(order).isBefore(window.from())
                        && !modified(order).isAfter(window.to()))
                .sorted(Comparator.comparing(EbayOrders::modified)
                        .thenComparing(order -> order.get("orderId").asString()))
                .toList();
        int limit = window.limit();
        int start = fault.equals(Optional.of(Fault.DUPLICATE_PAGE))
                ? Math.max(0, window.offset() - limit)
                : window.offset();
        int end = Math.min(matching.size(), start + limit);
        var body = JSON.createObjectNode();
        body.put("href", ORDERS + "?" + request.rawQuery());
        body.put("total", matching.size()).put("limit", limit).put("offset", window.offset());
        if (end < matching.size()) {
            int next = fault.equals(Optional.of(Fault.REPEATED_CURSOR)) ? window.offset() : end;
            var others = request.rawQuery().replaceAll("(^|&)offset=\\d+", "");
            body.put("next", ORDERS + "?" + others + "&offset=" + next);
        }
        var orders = body.putArray("orders");
        // The list never shows cancellation requests; only getOrder does.
        matching.subList(Math.min(start, end), end).forEach(order -> {
            ((ObjectNode) order.get("cancelStatus")).putArray("cancelRequests");
            orders.add(order);
        });
        return Reply.json(200, body);
    }

    private Reply fulfil(Request request, Account account, ObjectNode order) {
        JsonNode body;
        try {
            body = JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return error(400, 32000, "API_FULFILLMENT", "The request body is not JSON");
        }
        if (!body.path("lineItems").isArray() || !body.path("trackingNumber").isString()) {
            return error(400, 32210, "API_FULFILLMENT", "lineItems and trackingNumber are needed");
        }
        if (!body.get("trackingNumber").asString().matches("[A-Za-z0-9]+")) {
            return error(400, 32230, "API_FULFILLMENT", "The tracking number must be alphanumeric");
        }
        var id = order.get("orderId").asString();
        account.confirm(id, body);
        order.put("orderFulfillmentStatus", "FULFILLED");
        order.get("lineItems").valueStream().forEach(item -> ((ObjectNode) item)
                .put("lineItemFulfillmentStatus", "FULFILLED"));
        order.put("lastModifiedDate", EbayOrderJson.time(world.clock().instant()));
        account.put(id, order);
        return Reply.json(201, JSON.createObjectNode())
                .with(
                        "Location",
                        ORDERS + "/" + id + "/shipping_fulfillment/"
                                + body.get("trackingNumber").asString());
    }

    private static Instant modified(ObjectNode order) {
        return Instant.parse(order.get("lastModifiedDate").asString());
    }

    private static Reply error(int status, int id, String domain, String message) {
        var body = JSON.createObjectNode();
        body.putArray("errors")
                .addObject()
                .put("errorId", id)
                .put("domain", domain)
                .put("category", "REQUEST")
                .put("message", message);
        return Reply.json(status, body);
    }
}

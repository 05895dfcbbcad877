package app.counterfoil.sandbox.ebay;

import app.counterfoil.sandbox.ebay.EbaySearch.BadInput;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sell Fulfillment v1: getOrders, getOrder and shipping fulfilments. By contract a page begins at a number of orders, so
 * an order that leaves the window during a download moves the others, and one is missed by who does not notice.
 */
public final class EbayOrders implements Door {

    /** Where the contract says that the pages are: a client has to know where it asks. */
    private static final String PUBLISHED = "https://api.ebay.com";

    static final String ORDERS = "/sell/fulfillment/v1/order";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOMAIN = "API_FULFILLMENT";
    /** Published for the Fulfillment API, for each app. */
    private static final long A_DAY = 100_000;

    private final World world;
    private final EbaySignIn signIn;
    private final RateLimits limits;

    /** Answers from the world's truth. */
    public EbayOrders(World world, EbaySignIn signIn, RateLimits limits) {
        this.world = world;
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "ebay-orders";
    }

    @Override
    public boolean serves(String path) {
        return path.equals(ORDERS) || path.startsWith(ORDERS + "/");
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
        if (!signIn.maySeeOrders(request.header("authorization"))) {
            return error(403, 1100, "ACCESS", "Insufficient permissions to fulfill the request.");
        }
        if (!limits.allowToday("ebay-fulfillment", EbaySignIn.APP, A_DAY)) {
            return tooMany();
        }
        if (request.path().equals(ORDERS)) {
            return search(request, account.get(), fault);
        }
        var parts = request.path().substring(ORDERS.length() + 1).split("/", -1);
        if (parts.length == 1) {
            return account.get()
                    .order(parts[0])
                    .map(order -> Reply.json(200, order))
                    .orElseGet(() -> error(404, 32100, DOMAIN, "Invalid order ID"));
        }
        if (!parts[1].equals("shipping_fulfillment") || parts.length > 3) {
            return error(404, 2002, "ACCESS", "Resource not found");
        }
        if (account.get().order(parts[0]).isEmpty()) {
            return error(400, 32100, DOMAIN, "Invalid order ID: " + parts[0]);
        }
        return fulfilments(request, account.get(), parts);
    }

    /** The answer to one call too many. */
    static Reply tooMany() {
        return error(429, 2001, "ACCESS", "Too many requests.");
    }

    private Reply fulfilments(Request request, Account account, String[] parts) {
        var all = account.confirmations(parts[0]);
        if (parts.length == 3) {
            return EbayFulfilments.find(all, parts[2])
                    .map(one -> Reply.json(200, one))
                    .orElseGet(() -> error(404, 32110, DOMAIN, "Invalid fulfillment ID"));
        }
        return request.method().equals("POST")
                ? fulfil(request, account, parts[0])
                : Reply.json(200, EbayFulfilments.list(all));
    }

    private Reply search(Request request, Account account, Optional<Fault> fault) {
        try {
            var search = EbaySearch.of(request, world.clock().instant());
            if (fault.equals(Optional.of(Fault.EXPIRED_CURSOR)) && search.offset() > 0) {
                throw new BadInput(31000, "Invalid offset: " + search.offset());
            }
            return page(request, account, fault, search);
        } catch (BadInput bad) {
            return error(400, bad.errorId(), DOMAIN, String.valueOf(bad.getMessage()));
        }
    }

    private static Reply page(Request request, Account account, Optional<Fault> fault, EbaySearch search) {
        var matching = account.orders().stream()
                .filter(search::finds)
                .sorted(Comparator.comparing(search::time)
                        .thenComparing(order -> order.get("orderId").asString()))
                .toList();
        int limit = search.limit();
        int start = fault.equals(Optional.of(Fault.DUPLICATE_PAGE))
                ? Math.max(0, search.offset() - limit)
                : search.offset();
        int end = Math.min(matching.size(), start + limit);
        var body = JSON.createObjectNode();
        body.put("href", PUBLISHED + ORDERS + "?" + request.rawQuery());
        body.put("total", matching.size()).put("limit", limit).put("offset", search.offset());
        if (end < matching.size()) {
            int next = fault.equals(Optional.of(Fault.REPEATED_CURSOR)) ? search.offset() : end;
            var others = request.rawQuery().replaceAll("(^|&)offset=\\d+", "");
            body.put("next", PUBLISHED + ORDERS + "?" + others + "&offset=" + next);
        }
        var orders = body.putArray("orders");
        // The list never shows cancellation requests; only getOrder does.
        matching.subList(Math.min(start, end), end).forEach(order -> {
            if (order.get("cancelStatus") instanceof ObjectNode cancel) {
                cancel.putArray("cancelRequests");
            }
            orders.add(order);
        });
        return Reply.json(200, body);
    }

    private Reply fulfil(Request request, Account account, String id) {
        JsonNode body;
        try {
            body = JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return error(400, 32600, DOMAIN, "Invalid input data: the body is not JSON");
        }
        synchronized (account) {
            var order = account.order(id).orElseThrow();
            var now = world.clock().instant();
            var wrong = EbayFulfilments.wrong(order, body, now);
            if (wrong.isPresent()) {
                return error(400, wrong.get().errorId(), DOMAIN, wrong.get().message());
            }
            var fulfilment = EbayFulfilments.add(account, order, body, now);
            account.put(id, order);
            return Reply.json(201, JSON.createObjectNode())
                    .with("Location", ORDERS + "/" + id + "/shipping_fulfillment/" + fulfilment);
        }
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

package app.counterfoil.sandbox.amazon;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders 2026-01-01: searchOrders and getOrder. */
public final class AmazonOrders implements Door {

    private record Page(String account, Instant after, Instant before, int from, Instant madeAt, String filters) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEARCH = "/orders/2026-01-01/orders";
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final Set<String> WITH_PERSON = Set.of("UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED");

    private final World world;
    private final AmazonSignIn signIn;
    private final RateLimits limits;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    /** Answers from the world's truth. */
    public AmazonOrders(World world, AmazonSignIn signIn, RateLimits limits) {
        this.world = world;
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "amazon-orders";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(SEARCH);
    }

    @Override
    public Reply answer(Request request) {
        var fault = request.header(LoopbackServer.FAULT_HEADER).map(Fault::valueOf);
        var token = request.header("x-amz-access-token").orElse("");
        if (fault.equals(Optional.of(Fault.UNAUTHORIZED))) {
            signIn.end(token);
        }
        var account = signIn.account(token).flatMap(world::account);
        if (account.isEmpty()) {
            return error(403, "Unauthorized", "Access to requested resource is denied.");
        }
        boolean search = request.path().equals(SEARCH);
        if (!limits.allow(
                search ? "searchOrders" : "getOrder", account.get().id(), search ? 0.0056 : 0.5, search ? 20 : 30)) {
            return error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");
        }
        var reply = search ? search(request, account.get(), fault) : one(request, account.get());
        return reply.with("x-amzn-RateLimit-Limit", search ? "0.0056" : "0.5")
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    private Reply one(Request request, Account account) {
        return account.order(request.path().substring(SEARCH.length() + 1))
                .map(order -> Reply.json(
                        200,
                        JSON.createObjectNode()
                                .set("order", asked(order, Set.copyOf(request.queryList("includedData"))))))
                .orElseGet(() -> error(404, "NotFound", "The order was not found."));
    }

    private Reply search(Request request, Account account, Optional<Fault> fault) {
        try {
            var page = page(request, account);
            if (fault.equals(Optional.of(Fault.EXPIRED_CURSOR))
                    && request.query("paginationToken").isPresent()) {
                return error(400, "InvalidInput", "The pagination token has expired.");
            }
            return searched(request, account, page, fault);
        } catch (BadInput bad) {
            return error(400, "InvalidInput", String.valueOf(bad.getMessage()));
        }
    }

    private Page page(Request request, Account account) {
        var now = world.clock().instant();
        var created = request.query("createdAfter");
        var updated = request.query("lastUpdatedAfter");
        if (created.isPresent() == updated.isPresent()) {
            throw new BadInput("Exactly one of createdAfter and lastUpdatedAfter must be given.");
        }
        if (created.isPresent()) {
            throw new BadInput("The sandbox serves lastUpdatedAfter.");
        }
        var after = instant(updated.get());
        var before =
                request.query("lastUpdatedBefore").map(AmazonOrders::instant).orElse(now.minusSeconds(120));
        if (before.isAfter(now.minusSeconds(118))) {
            throw new BadInput("lastUpdatedBefore must be at least two minutes before now.");
        }
        var filters = request.queryList("includedData") + "|" + request.queryList("fulfillmentStatuses") + "|"
                + request.queryList("marketplaceIds") + "|" + request.queryList("fulfilledBy");
        var token = request.query("paginationToken");
        if (token.isEmpty()) {
            return new Page(account.id(), after, before, 0, now, filters);
        }
        var page = pages.get(token.get());
        if (page == null || page.madeAt().plus(TOKEN_LIFE).isBefore(now)) {
            throw new BadInput("The pagination token is not valid.");
        }
        if (!page.account().equals(account.id())
                || !page.after().equals(after)
                || !page.filters().equals(filters)) {
            throw new BadInput("The pagination token was made for other parameters.");
        }
        return page;
    }

    private Reply searched(Request request, Account account, Page page, Optional<Fault> fault) {
        int most = request.query("maxResultsPerPage").map(Integer::parseInt).orElse(100);
        if (most < 1 || most > 100) {
            throw new BadInput("maxResultsPerPage must be between 1 and 100.");
        }
        var statuses = request.queryList("fulfillmentStatuses");
        var matching = account.orders().stream()
                .filter(order -> within(order, page))
                .filter(order -> statuses.isEmpty() || statuses.contains(status(order)))
                .sorted(Comparator.comparing((ObjectNode order) -> updatedAt(order))
                        .thenComparing(order -> order.get("orderId").asString()))
                .toList();
        int from = fault.equals(Optional.of(Fault.DUPLICATE_PAGE)) ? Math.max(0, page.from() - most) : page.from();
        int to = Math.min(matching.size(), from + most);
        var body = JSON.createObjectNode();
        var orders = body.putArray("orders");
        var included = Set.copyOf(request.queryList("includedData"));
        matching.subList(Math.min(from, to), to).forEach(order -> orders.add(asked(order, included)));
        body.put("lastUpdatedBefore", AmazonOrderJson.time(page.before()));
        if (to < matching.size()) {
            var next = fault.equals(Optional.of(Fault.REPEATED_CURSOR)) ? from : to;
            var token = UUID.randomUUID() + "+/=";
            pages.put(
                    token, new Page(page.account(), page.after(), page.before(), next, page.madeAt(), page.filters()));
            body.putObject("pagination").put("nextToken", token);
        }
        return Reply.json(200, body);
    }

    private static boolean within(ObjectNode order, Page page) {
        var updated = updatedAt(order);
        return !updated.isBefore(page.after()) && updated.isBefore(page.before());
    }

    /** The order with the data sets that were asked for; a person only where the contract gives one. */
    private static ObjectNode asked(ObjectNode order, Set<String> included) {
        var merchant =
                "MERCHANT".equals(order.path("fulfillment").path("fulfilledBy").asString(""));
        var person = merchant && WITH_PERSON.contains(status(order));
        var answer = order.deepCopy();
        if (!included.contains("BUYER") || !person) {
            answer.remove("buyer");
        }
        if (!included.contains("RECIPIENT") || !person) {
            answer.remove("recipient");
        }
        for (var set : List.of("PROCEEDS", "FULFILLMENT", "TAX", "PACKAGES", "PROMOTION", "CANCELLATION", "EXPENSE")) {
            if (!included.contains(set)) {
                var name = set.toLowerCase(Locale.ROOT);
                answer.remove(name);
                answer.get("orderItems").valueStream().forEach(item -> ((ObjectNode) item).remove(name));
            }
        }
        if (!person) {
            answer.get("orderItems").valueStream().forEach(item -> {
                if (item.path("fulfillment").path("packing") instanceof ObjectNode packing) {
                    packing.remove("giftOption");
                }
            });
        }
        return answer;
    }

    private static String status(ObjectNode order) {
        return order.path("fulfillment").path("fulfillmentStatus").asString("");
    }

    private static Instant updatedAt(ObjectNode order) {
        return Instant.parse(order.get("lastUpdatedTime").asString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw new BadInput("\"" + text + "\" is not a time in ISO 8601.");
        }
    }

    static Reply error(int status, String code, String message) {
        var body = JSON.createObjectNode();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message)
                .put("details", "");
        return Reply.json(status, body);
    }

    private static final class BadInput extends RuntimeException {
        BadInput(String message) {
            super(message);
        }
    }
}

package app.counterfoil.sandbox.amazon;

import app.counterfoil.sandbox.amazon.AmazonSearch.BadInput;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.OpaqueToken;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders 2026-01-01: searchOrders and getOrder. A page begins behind the last order that was given, by time and id, and
 * not at a number: orders that leave the window meanwhile move no other.
 */
public final class AmazonOrders implements Door {

    private record Place(Instant time, String orderId) implements Comparable<Place> {

        private static final Place START = new Place(Instant.MIN, "");

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::time)
                    .thenComparing(Place::orderId)
                    .compare(this, other);
        }
    }

    private record Page(String account, AmazonSearch search, Place behind, Place behindPrevious, Instant madeAt) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SEARCH = "/orders/2026-01-01/orders";
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

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
        return path.equals(SEARCH) || path.startsWith(SEARCH + "/");
    }

    @Override
    public Reply answer(Request request) {
        var fault = request.header(LoopbackServer.FAULT_HEADER).map(Fault::valueOf);
        var token = request.header("x-amz-access-token").orElse("");
        if (fault.equals(Optional.of(Fault.UNAUTHORIZED))) {
            signIn.end(token);
        }
        var session = signIn.session(token);
        var account = session.map(AmazonSignIn.Session::account).flatMap(world::account);
        var view = session.map(living -> new AmazonView(Set.copyOf(request.queryList("includedData")), living.roles()));
        if (account.isEmpty() || view.isEmpty() || view.get().isRefused()) {
            return error(403, "Unauthorized", "Access to requested resource is denied.");
        }
        boolean search = request.path().equals(SEARCH);
        if (!limits.allow(
                search ? "searchOrders" : "getOrder", account.get().id(), search ? 0.0056 : 0.5, search ? 20 : 30)) {
            return error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");
        }
        var reply = view.get()
                .unknownSet()
                .map(unknown -> error(400, "InvalidInput", "includedData has a value that is not known."))
                .orElseGet(() -> search
                        ? search(request, account.get(), view.get(), fault)
                        : one(request, account.get(), view.get()));
        return reply.with("x-amzn-RateLimit-Limit", search ? "0.0056" : "0.5")
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    private static Reply one(Request request, Account account, AmazonView view) {
        return account.order(request.path().substring(SEARCH.length() + 1))
                .map(order -> Reply.json(200, JSON.createObjectNode().set("order", view.of(order))))
                .orElseGet(() -> error(404, "NotFound", "The order was not found."));
    }

    private Reply search(Request request, Account account, AmazonView view, Optional<Fault> fault) {
        try {
            var page = page(request, account);
            if (fault.equals(Optional.of(Fault.EXPIRED_CURSOR))
                    && request.query("paginationToken").isPresent()) {
                return error(400, "InvalidInput", "The pagination token has expired.");
            }
            return searched(account, page, view, fault);
        } catch (BadInput bad) {
            return error(400, "InvalidInput", String.valueOf(bad.getMessage()));
        }
    }

    private Page page(Request request, Account account) {
        var now = world.clock().instant();
        var asked = AmazonSearch.of(request, now);
        pages.values().removeIf(page -> page.madeAt().plus(TOKEN_LIFE).isBefore(now));
        var token = request.query("paginationToken");
        if (token.isEmpty()) {
            return new Page(account.id(), asked, Place.START, Place.START, now);
        }
        var page = pages.get(token.get());
        if (page == null) {
            throw new BadInput("The pagination token is not valid.");
        }
        if (!page.account().equals(account.id()) || !page.search().goesOnAs(asked)) {
            throw new BadInput("The pagination token was made for other parameters.");
        }
        return page;
    }

    private Reply searched(Account account, Page page, AmazonView view, Optional<Fault> fault) {
        var search = page.search();
        var now = world.clock().instant();
        var behind = fault.equals(Optional.of(Fault.DUPLICATE_PAGE)) ? page.behindPrevious() : page.behind();
        var following = account.orders().stream()
                .filter(order -> search.finds(order, now))
                .filter(order -> place(search, order).compareTo(behind) > 0)
                .sorted(Comparator.comparing(order -> place(search, order)))
                .toList();
        var given = following.subList(0, Math.min(search.most(), following.size()));
        var body = JSON.createObjectNode();
        var orders = body.putArray("orders");
        given.forEach(order -> orders.add(view.of(order)));
        body.put(search.byCreation() ? "createdBefore" : "lastUpdatedBefore", AmazonOrderJson.time(search.before()));
        if (given.size() < following.size()) {
            boolean repeated = fault.equals(Optional.of(Fault.REPEATED_CURSOR));
            var next = repeated ? behind : place(search, given.get(given.size() - 1));
            var token = OpaqueToken.of("+/=", 1_000);
            pages.put(token, new Page(page.account(), search, next, behind, page.madeAt()));
            body.putObject("pagination").put("nextToken", token);
        }
        return Reply.json(200, body);
    }

    private static Place place(AmazonSearch search, ObjectNode order) {
        return new Place(search.time(order), order.get("orderId").asString());
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
}

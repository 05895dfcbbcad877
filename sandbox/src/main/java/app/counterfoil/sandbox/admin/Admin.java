package app.counterfoil.sandbox.admin;

import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.amazon.RateLimits;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Exchanges;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.royalmail.ClickAndDrop;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.SaleStream;
import app.counterfoil.sandbox.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own API, described in {@code docs/sandbox.md}. */
public final class Admin implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final Faults faults;
    private final Exchanges exchanges;
    private final RateLimits limits;
    private final ClickAndDrop royalMail;
    private final long seed;
    private final Map<String, SaleStream> streams = new ConcurrentHashMap<>();

    /** Looks at and changes the given truth. */
    public Admin(
            World world, Faults faults, Exchanges exchanges, RateLimits limits, ClickAndDrop royalMail, long seed) {
        this.world = world;
        this.faults = faults;
        this.exchanges = exchanges;
        this.limits = limits;
        this.royalMail = royalMail;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "admin";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/") || path.startsWith("/sandbox/");
    }

    @Override
    public Reply answer(Request request) {
        var parts = request.path().split("/", -1);
        try {
            return switch (request.method() + " " + (parts.length > 2 ? parts[2] : "")) {
                case "GET " -> Reply.text(200, "text/plain; charset=utf-8", welcome());
                case "GET orders" -> orders(parts);
                case "POST orders" -> put(parts, request);
                case "POST generate" -> generate(request);
                case "GET confirmations" ->
                    Reply.json(200, JSON.valueToTree(account(parts).confirmations(parts[4])));
                case "GET bookings" -> Reply.json(200, JSON.valueToTree(royalMail.references()));
                case "GET exchanges" -> exchangesSoFar();
                case "DELETE exchanges" -> {
                    exchanges.clear();
                    yield Reply.empty(204);
                }
                case "POST faults" -> fault(request);
                case "DELETE faults" -> {
                    faults.clear();
                    yield Reply.empty(204);
                }
                case "POST limits" -> {
                    limits.scale(JSON.readTree(request.body()).path("scale").asDouble(1));
                    yield Reply.empty(204);
                }
                case "POST clock" -> {
                    world.clock()
                            .setAhead(Duration.ofSeconds(JSON.readTree(request.body())
                                    .path("aheadSeconds")
                                    .asLong(0)));
                    yield Reply.empty(204);
                }
                default -> Reply.text(404, "text/plain", "The sandbox has no such call; see docs/sandbox.md.");
            };
        } catch (JacksonException | IllegalArgumentException bad) {
            return Reply.text(400, "text/plain", "The call could not be understood; see docs/sandbox.md.");
        }
    }

    /** Adds generated orders to an account. */
    public void generate(String account, int count) {
        var stream = streams.computeIfAbsent(
                account,
                id -> new SaleStream(seed * 31 + id.hashCode(), world.clock().instant()));
        var target = world.account(account).orElseThrow(() -> new IllegalArgumentException(account));
        int number = account.charAt(account.length() - 1) - '0';
        for (int i = 0; i < count; i++) {
            var sale = stream.next();
            var order =
                    account.startsWith("amazon") ? AmazonOrderJson.of(sale, number) : EbayOrderJson.of(sale, number);
            target.put(order.get("orderId").asString(), order);
        }
    }

    private Reply generate(Request request) {
        var body = JSON.readTree(request.body());
        generate(body.path("account").asString(""), body.path("count").asInt(1));
        return Reply.empty(204);
    }

    private Reply orders(String[] parts) {
        return Reply.json(200, JSON.valueToTree(account(parts).orders()));
    }

    private Reply put(String[] parts, Request request) {
        JsonNode body = JSON.readTree(request.body());
        for (var each : body.isArray() ? body : JSON.createArrayNode().add(body)) {
            account(parts).put(each.path("orderId").asString(""), (ObjectNode) each);
        }
        return Reply.empty(204);
    }

    private Reply fault(Request request) {
        var body = JSON.readTree(request.body());
        faults.switchOn(new Faults.Switched(
                body.path("api").asString(""),
                Fault.valueOf(body.path("fault").asString("")),
                body.path("fromCall").asInt(1),
                body.path("calls").asInt(1)));
        return Reply.empty(204);
    }

    private Reply exchangesSoFar() {
        var all = JSON.createArrayNode();
        for (var exchange : exchanges.all()) {
            all.addObject()
                    .put("at", exchange.at().toString())
                    .put("api", exchange.api())
                    .put("method", exchange.request().method())
                    .put("path", exchange.request().path())
                    .put("query", exchange.request().rawQuery())
                    .put("status", exchange.reply().status());
        }
        return Reply.json(200, all);
    }

    private Account account(String[] parts) {
        return world.account(parts.length > 3 ? parts[3] : "")
                .orElseThrow(() -> new IllegalArgumentException("account"));
    }

    private String welcome() {
        var text = new StringBuilder(
                "The Counterfoil sandbox: a made-up outside world. Its calls are in docs/sandbox.md.\n\n");
        for (var account : world.accounts()) {
            text.append(account.id())
                    .append(": ")
                    .append(account.orders().size())
                    .append(" orders\n");
        }
        return text.append("Royal Mail: ")
                .append(royalMail.references().size())
                .append(" bookings\n")
                .toString();
    }
}

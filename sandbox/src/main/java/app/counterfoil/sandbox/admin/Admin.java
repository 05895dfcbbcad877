package app.counterfoil.sandbox.admin;

import app.counterfoil.sandbox.change.Change;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.hmrc.Hmrc;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Exchanges;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import app.counterfoil.sandbox.mail.MailServer;
import app.counterfoil.sandbox.mailchimp.Mailchimp;
import app.counterfoil.sandbox.royalmail.ClickAndDrop;
import app.counterfoil.sandbox.world.Account;
import app.counterfoil.sandbox.world.World;
import app.counterfoil.sandbox.xero.Xero;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own API, described in {@code docs/sandbox.md}. */
public final class Admin implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final World world;
    private final Trade trade;
    private final Faults faults;
    private final Exchanges exchanges;
    private final RateLimits limits;
    private final ClickAndDrop royalMail;
    private final Mailchimp mailchimp;
    private final Xero xero;
    private final Hmrc hmrc;
    private final MailServer mail;

    /** Looks at and changes the given truth. */
    public Admin(
            World world,
            Trade trade,
            Faults faults,
            Exchanges exchanges,
            RateLimits limits,
            ClickAndDrop royalMail,
            Mailchimp mailchimp,
            Xero xero,
            Hmrc hmrc,
            MailServer mail) {
        this.world = world;
        this.trade = trade;
        this.faults = faults;
        this.exchanges = exchanges;
        this.limits = limits;
        this.royalMail = royalMail;
        this.mailchimp = mailchimp;
        this.xero = xero;
        this.hmrc = hmrc;
        this.mail = mail;
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
        try {
            return answer(request, request.path().split("/", -1));
        } catch (BadCall bad) {
            return Reply.json(
                    400, JSON.createObjectNode().put("field", bad.field()).put("wrong", bad.wrong()));
        } catch (JacksonException notJson) {
            return Reply.json(
                    400, JSON.createObjectNode().put("field", "the body").put("wrong", "is not JSON"));
        }
    }

    private static int organisation(String[] parts) {
        return parts.length > 3 && parts[3].equals("2") ? 2 : 1;
    }

    private Reply answer(Request request, String[] parts) {
        return switch (request.method() + " " + (parts.length > 2 ? parts[2] : "")) {
            case "GET " -> Reply.text(200, "text/plain; charset=utf-8", welcome());
            case "GET orders" -> Reply.json(200, JSON.valueToTree(account(parts).orders()));
            case "POST orders" -> put(parts, request);
            case "POST generate" -> generate(body(request));
            case "POST evolve" -> evolve(body(request));
            case "GET confirmations" ->
                Reply.json(200, JSON.valueToTree(account(parts).confirmations(parts.length > 4 ? parts[4] : "")));
            case "GET bookings" -> Reply.json(200, JSON.valueToTree(royalMail.references()));
            case "GET royalmail" -> Reply.json(200, JSON.valueToTree(royalMail.all()));
            case "POST royalmail" -> print(parts, body(request));
            case "GET mailchimp" ->
                Reply.json(200, JSON.valueToTree(mailchimp.members(parts.length > 3 ? parts[3] : "")));
            case "POST mailchimp" -> leave(parts, body(request));
            case "GET xero" -> Reply.json(200, JSON.valueToTree(xero.invoices(organisation(parts))));
            case "GET hmrc" -> Reply.json(200, JSON.valueToTree(hmrc.all()));
            case "GET mail" -> Reply.json(200, JSON.valueToTree(mail.taken()));
            case "DELETE mail" -> done(mail::clear);
            case "GET mail-ports" ->
                Reply.json(
                        200,
                        JSON.createObjectNode().put("smtp", mail.smtpPort()).put("pop3", mail.pop3Port()));
            case "GET exchanges" ->
                Reply.json(
                        200,
                        JSON.valueToTree(
                                exchanges.all().stream().map(ExchangeJson::of).toList()));
            case "DELETE exchanges" -> done(exchanges::clear);
            case "POST faults" -> fault(body(request));
            case "DELETE faults" -> done(faults::clear);
            case "POST limits" ->
                done(() -> limits.scale(body(request).path("scale").asDouble(1)));
            case "POST clock" ->
                done(() -> world.clock()
                        .setAhead(Duration.ofSeconds(
                                body(request).path("aheadSeconds").asLong(0))));
            default -> Reply.text(404, "text/plain", "The sandbox has no such call; see docs/sandbox.md.");
        };
    }

    private Reply generate(JsonNode body) {
        trade.generate(
                body.path("account").asString(""),
                count(body),
                body.path("unusual").asBoolean(false));
        return Reply.empty(204);
    }

    private Reply evolve(JsonNode body) {
        var kinds = EnumSet.noneOf(Change.class);
        texts(body, "changes").forEach(name -> kinds.add(named(Change.class, "changes", name)));
        var ago = Duration.ofSeconds(body.path("secondsAgo").asLong(0));
        var done = trade.evolve(body.path("account").asString(""), count(body), kinds, texts(body, "orders"), ago);
        var told = JSON.createArrayNode();
        done.forEach(each -> told.addObject()
                .put("order", each.order())
                .put("change", each.change().name())
                .put("at", each.at().toString()));
        return Reply.json(200, told);
    }

    private Reply put(String[] parts, Request request) {
        var account = account(parts);
        var body = JSON.readTree(request.body());
        var orders = new ArrayList<ObjectNode>();
        for (int i = 0; i < (body.isArray() ? body.size() : 1); i++) {
            var order = body.isArray() ? body.get(i) : body;
            OrderShape.check(account.id(), order, body.isArray() ? "[" + i + "]" : "");
            orders.add((ObjectNode) order);
        }
        orders.forEach(order -> account.put(order.get("orderId").asString(), order));
        return Reply.empty(204);
    }

    private Reply print(String[] parts, JsonNode body) {
        if (parts.length < 4 || !parts[3].equals("print")) {
            return Reply.text(404, "text/plain", "The sandbox has no such call; see docs/sandbox.md.");
        }
        var order = body.path("order").asString("");
        return royalMail
                .print(order)
                .map(printed -> Reply.json(200, printed))
                .orElseThrow(() -> new BadCall("order", "is \"" + order + "\", which was not booked"));
    }

    /** Somebody presses unsubscribe; the answers of those who are told of it. */
    private Reply leave(String[] parts, JsonNode body) {
        var list = parts.length > 3 ? parts[3] : "";
        var email = body.path("email").asString("");
        if (mailchimp.statusOf(list, email).isEmpty()) {
            throw new BadCall("email", "is nobody of that audience");
        }
        return Reply.json(200, JSON.valueToTree(mailchimp.unsubscribe(list, email)));
    }

    private Reply fault(JsonNode body) {
        var fault = new Faults.Switched(
                body.path("api").asString(""),
                named(Fault.class, "fault", body.path("fault").asString("")),
                body.path("fromCall").asInt(1),
                body.path("calls").asInt(1));
        if (fault.api().isEmpty()) {
            throw new BadCall("api", "is missing");
        }
        if (fault.fromCall() < 1 || fault.calls() < 1) {
            throw new BadCall(fault.calls() < 1 ? "calls" : "fromCall", "must be at least 1");
        }
        faults.switchOn(fault);
        return Reply.empty(204);
    }

    private Account account(String[] parts) {
        var id = parts.length > 3 ? parts[3] : "";
        return world.account(id)
                .orElseThrow(
                        () -> new BadCall("account", "in the path is \"" + id + "\", which is none of the accounts"));
    }

    private static int count(JsonNode body) {
        int count = body.path("count").asInt(1);
        if (count < 1 || count > 100_000) {
            throw new BadCall("count", "must be from 1 to 100000");
        }
        return count;
    }

    private static List<String> texts(JsonNode body, String field) {
        return body.path(field).valueStream().map(each -> each.asString("")).toList();
    }

    private static <E extends Enum<E>> E named(Class<E> type, String field, String name) {
        return EnumSet.allOf(type).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadCall(field, "is \"" + name + "\"; it must be one of " + EnumSet.allOf(type)));
    }

    private static JsonNode body(Request request) {
        return JSON.readTree(request.body());
    }

    private static Reply done(Runnable act) {
        act.run();
        return Reply.empty(204);
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

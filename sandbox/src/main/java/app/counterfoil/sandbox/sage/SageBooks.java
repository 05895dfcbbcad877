package app.counterfoil.sandbox.sage;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sage's accounting API, as far as sales are put into the books. It takes whatever is sent as often as it is sent: there is no
 * idempotency key and no number that is unique. The first business answers lists as the published contract has them, the
 * second as the guides beside it do, in {@code $items} of a page.
 */
public final class SageBooks implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/v3.1/";
    private static final int LONGEST_CONTACT_REFERENCE = 10;

    private final Sage sage;
    private final RateLimits limits;

    /** The books of that world's businesses, with Sage's limit of 100 calls a minute for each. */
    public SageBooks(Sage sage, RateLimits limits) {
        this.sage = sage;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "sage";
    }

    @Override
    public String call(Request request) {
        if (request.method().equals("GET")) {
            return "sage-read";
        }
        return request.path().endsWith("/contacts") ? "sage-contact" : "sage-post";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public Reply answer(Request request) {
        if (request.header(LoopbackServer.FAULT_HEADER).equals(Optional.of("UNAUTHORIZED"))) {
            sage.end(request.header("authorization"));
        }
        var found = sage.business(request.header("authorization"));
        if (found.isEmpty()) {
            return refusal(401, "AuthorizationFailure", "The token is not valid.");
        }
        var business = found.get();
        if (!request.header("x-business").equals(Optional.of(business.id()))) {
            return refusal(404, "RecordNotFound", "The business is not known.");
        }
        if (!limits.allow("sage", business.id(), 1, 100)) {
            return Reply.empty(429).with("Retry-After", "20");
        }
        var what = request.path().substring(ROOT.length());
        return switch (request.method() + " " + what) {
            case "GET ledger_accounts" ->
                listed(
                        business,
                        request,
                        nodes(SageChart.accounts(request.query("visible_in").isPresent())));
            case "GET tax_rates" -> listed(business, request, nodes(SageChart.rates()));
            case "GET sales_invoices", "GET sales_credit_notes", "GET contacts" ->
                listed(
                        business,
                        request,
                        business.search(what, request.query("search").orElse("")));
            case "POST sales_invoices", "POST sales_credit_notes" -> post(business, request, what);
            case "POST contacts" -> contact(business, request);
            default -> refusal(404, "RecordNotFound", "There is no such path.");
        };
    }

    private static List<ObjectNode> nodes(ArrayNode all) {
        return all.valueStream().map(ObjectNode.class::cast).toList();
    }

    private static Reply listed(Business business, Request request, List<ObjectNode> all) {
        var size = request.query("items_per_page").map(Integer::valueOf).orElse(20);
        var page = request.query("page").map(Integer::valueOf).orElse(1);
        var items = JSON.createArrayNode();
        all.stream().skip((long) (page - 1) * size).limit(size).forEach(items::add);
        if (business.id().endsWith("-1")) {
            return Reply.json(200, items);
        }
        var whole = JSON.createObjectNode()
                .put("$total", all.size())
                .put("$page", page)
                .put("$itemsPerPage", size);
        whole.set("$items", items);
        return Reply.json(200, whole);
    }

    private static Reply post(Business business, Request request, String kind) {
        try {
            var document = new StoredDocument(business, kind);
            var asked = JSON.readTree(request.body()).path(document.field());
            var refused = document.refusal(asked);
            if (refused.isPresent()) {
                return refusal(422, "ValidationError", refused.get());
            }
            var stored = document.of(asked);
            business.add(kind, stored);
            return Reply.json(201, stored.deepCopy());
        } catch (JacksonException notJson) {
            return refusal(422, "ValidationError", "The request is not JSON.");
        }
    }

    private static Reply contact(Business business, Request request) {
        try {
            var asked = JSON.readTree(request.body()).path("contact");
            var reference = asked.path("reference").asString("");
            if (asked.path("name").asString("").isBlank() || reference.length() > LONGEST_CONTACT_REFERENCE) {
                return refusal(422, "ValidationError", "The contact has no name, or too long a reference.");
            }
            if (business.all("contacts").stream()
                    .anyMatch(each -> each.path("reference").asString("").equals(reference))) {
                return refusal(422, "ValidationError", "The reference is already in use.");
            }
            var stored = stored(asked);
            business.add("contacts", stored);
            return Reply.json(201, stored.deepCopy());
        } catch (JacksonException notJson) {
            return refusal(422, "ValidationError", "The request is not JSON.");
        }
    }

    private static ObjectNode stored(JsonNode asked) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var stored = JSON.createObjectNode()
                .put("id", id)
                .put("displayed_as", asked.path("name").asString(""))
                .put("$path", "/contacts/" + id)
                .put("name", asked.path("name").asString(""))
                .put("reference", asked.path("reference").asString(""));
        stored.putArray("contact_types").addObject().put("id", "CUSTOMER");
        if (asked.has("main_address")) {
            stored.set("main_address", asked.path("main_address").deepCopy());
        }
        return stored;
    }

    private static Reply refusal(int status, String code, String message) {
        var all = JSON.createArrayNode();
        all.addObject()
                .put("$severity", "error")
                .put("$dataCode", code)
                .put("$message", message)
                .put("$source", "");
        return Reply.json(status, all);
    }
}

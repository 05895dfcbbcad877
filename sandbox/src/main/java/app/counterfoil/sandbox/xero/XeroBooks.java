package app.counterfoil.sandbox.xero;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Xero's accounting API, as far as sales are put into the books: accounts, tax rates, invoices and credit notes by PUT and look-up. */
public final class XeroBooks implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/api.xro/2.0/";

    private final Xero xero;
    private final RateLimits limits;

    /** The books of that world's organisations, with Xero's limit of 60 calls a minute for each. */
    public XeroBooks(Xero xero, RateLimits limits) {
        this.xero = xero;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "xero";
    }

    @Override
    public String call(Request request) {
        return request.method().equals("PUT") ? "xero-put" : "xero-read";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public Reply answer(Request request) {
        if (request.header(LoopbackServer.FAULT_HEADER).equals(Optional.of("UNAUTHORIZED"))) {
            xero.end(request.header("authorization"));
        }
        var found = xero.organisation(request.header("authorization"));
        if (found.isEmpty()) {
            return unauthorized();
        }
        var organisation = found.get();
        if (!request.header("xero-tenant-id").equals(Optional.of(organisation.tenant()))) {
            return Reply.json(
                    403,
                    JSON.createObjectNode()
                            .put("Title", "Forbidden")
                            .put("Status", 403)
                            .put("Detail", "AuthenticationUnsuccessful"));
        }
        if (!limits.allow("xero", organisation.tenant(), 1, 60)) {
            return Reply.empty(429).with("Retry-After", "20").with("X-Rate-Limit-Problem", "minute");
        }
        return switch (request.method() + " " + request.path().substring(ROOT.length())) {
            case "GET Accounts" -> Reply.json(200, DemoChart.accounts());
            case "GET TaxRates" -> Reply.json(200, DemoChart.taxRates());
            case "GET Invoices" ->
                Reply.json(200, numbered(organisation, "Invoices", request.queryList("InvoiceNumbers")));
            case "GET CreditNotes" -> Reply.json(200, numbered(organisation, "CreditNotes", filtered(request)));
            case "PUT Invoices" -> once(organisation, request, "Invoices");
            case "PUT CreditNotes" -> once(organisation, request, "CreditNotes");
            default -> Reply.json(404, JSON.createObjectNode().put("Message", "The resource was not found."));
        };
    }

    static Reply unauthorized() {
        return Reply.json(
                401,
                JSON.createObjectNode()
                        .put("Title", "Unauthorized")
                        .put("Status", 401)
                        .put("Detail", "TokenExpired"));
    }

    /** The only filter that is understood: one number. */
    private static List<String> filtered(Request request) {
        return request
                .query("where")
                .map(where -> where.replace("CreditNoteNumber==", "").replace("\"", ""))
                .stream()
                .toList();
    }

    private static ObjectNode numbered(Organisation organisation, String kind, List<String> numbers) {
        var answer = JSON.createObjectNode();
        var found = answer.putArray(kind);
        numbers.forEach(number -> organisation.numbered(kind, number).ifPresent(found::add));
        return answer;
    }

    /** The same key with the same body is answered as before and nothing is done again; with another body it is refused. */
    private Reply once(Organisation organisation, Request request, String kind) {
        synchronized (organisation) {
            var key = request.header("idempotency-key").orElse("");
            var before = organisation.answered(key).filter(known -> !key.isEmpty());
            if (before.isPresent()) {
                return Arrays.equals(before.get().asked(), request.body())
                        ? Reply.json(before.get().status(), before.get().answer())
                        : Reply.json(400, refusal("The Idempotency-Key was used with another request."));
            }
            var reply = put(organisation, request, kind);
            organisation.answer(key, request.body(), reply.status(), (ObjectNode) JSON.readTree(reply.body()));
            return reply;
        }
    }

    private Reply put(Organisation organisation, Request request, String kind) {
        try {
            var asked = JSON.readTree(request.body()).path(kind);
            if (asked.size() != 1) {
                return Reply.json(400, refusal("The sandbox takes one invoice a call."));
            }
            var refused = new InvoiceCheck(organisation, kind).refusal(asked.path(0));
            if (refused.isPresent()) {
                return Reply.json(400, refusal(refused.get()));
            }
            var id = kind.equals("Invoices") ? "InvoiceID" : "CreditNoteID";
            var stored = new StoredInvoice(organisation, xero.clock(), id).of(asked.path(0));
            organisation.put(kind, numberOf(kind, stored), stored);
            var answer = JSON.createObjectNode();
            answer.putArray(kind).add(stored.deepCopy());
            return Reply.json(200, answer);
        } catch (JacksonException notJson) {
            return Reply.json(400, refusal("The request is not JSON."));
        }
    }

    private static String numberOf(String kind, JsonNode document) {
        return document.path(kind.equals("Invoices") ? "InvoiceNumber" : "CreditNoteNumber")
                .asString("");
    }

    private static ObjectNode refusal(String message) {
        var refusal = JSON.createObjectNode()
                .put("ErrorNumber", 10)
                .put("Type", "ValidationException")
                .put("Message", "A validation exception occurred");
        refusal.putArray("Elements")
                .addObject()
                .putArray("ValidationErrors")
                .addObject()
                .put("Message", message);
        return refusal;
    }

    /** What an invoice has to have to be taken. */
    private record InvoiceCheck(Organisation organisation, String kind) {

        Optional<String> refusal(JsonNode invoice) {
            var number = numberOf(kind, invoice);
            if (organisation.isLocked()) {
                return Optional.of(
                        "The document date cannot be before the end of year lock date, currently set at 2030");
            }
            var type = kind.equals("Invoices") ? "ACCREC" : "ACCRECCREDIT";
            if (!invoice.path("Type").asString("").equals(type)
                    || invoice.path("Contact").path("Name").asString("").isBlank()) {
                return Optional.of("A Contact must be specified for this type of transaction");
            }
            if (number.isEmpty() || organisation.numbered(kind, number).isPresent()) {
                return Optional.of("Invoice # must be unique.");
            }
            for (var line : invoice.path("LineItems")) {
                var account = line.path("AccountCode").asString("");
                if (!DemoChart.CODES.containsKey(account)) {
                    return Optional.of("Account code '" + account + "' is not a valid code for this document.");
                }
                if (!DemoChart.RATES.containsKey(line.path("TaxType").asString(""))) {
                    return Optional.of(
                            "The TaxType code does not exist or cannot be used for this type of transaction.");
                }
            }
            return invoice.path("LineItems").isEmpty()
                    ? Optional.of("One or more line items must be specified")
                    : Optional.empty();
        }
    }

    /** The demo organisation's chart of accounts and tax rates. */
    private static final class DemoChart {

        static final Map<String, List<String>> CODES = Map.of(
                "200", List.of("Sales", "REVENUE", "REVENUE", "OUTPUT2"),
                "260", List.of("Other Revenue", "REVENUE", "REVENUE", "OUTPUT2"),
                "265", List.of("Delivery charged", "REVENUE", "REVENUE", "OUTPUT2"),
                "835", List.of("EU VAT, One Stop Shop", "CURRLIAB", "LIABILITY", "NONE"),
                "090", List.of("Business Bank Account", "BANK", "ASSET", "NONE"),
                "615", List.of("Money on its way", "CURRENT", "ASSET", "NONE"),
                "429", List.of("General Expenses", "OVERHEADS", "EXPENSE", "INPUT2"));
        static final Map<String, List<String>> RATES = Map.of(
                "OUTPUT2", List.of("20% (VAT on Income)", "20"),
                "RROUTPUT", List.of("5% (VAT on Income)", "5"),
                "ZERORATEDOUTPUT", List.of("Zero Rated Income", "0"),
                "EXEMPTOUTPUT", List.of("Exempt Income", "0"),
                "NONE", List.of("No VAT", "0"));

        static ObjectNode accounts() {
            var answer = JSON.createObjectNode();
            var all = answer.putArray("Accounts");
            CODES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(code -> all.addObject()
                    .put("Code", code.getKey())
                    .put("Name", code.getValue().get(0))
                    .put("Type", code.getValue().get(1))
                    .put("Class", code.getValue().get(2))
                    .put("TaxType", code.getValue().get(3))
                    .put("Status", "ACTIVE"));
            return answer;
        }

        static ObjectNode taxRates() {
            var answer = JSON.createObjectNode();
            var all = answer.putArray("TaxRates");
            RATES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(rate -> all.addObject()
                    .put("Name", rate.getValue().get(0))
                    .put("TaxType", rate.getKey())
                    .put("Status", "ACTIVE")
                    .put("CanApplyToRevenue", true)
                    .put("EffectiveRate", Double.parseDouble(rate.getValue().get(1))));
            return answer;
        }
    }
}

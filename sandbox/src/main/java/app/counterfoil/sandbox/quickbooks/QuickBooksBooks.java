package app.counterfoil.sandbox.quickbooks;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import app.counterfoil.sandbox.limit.RateLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * QuickBooks' accounting API, as far as sales are put into the books: the same {@code requestid} is answered as before, and a
 * number is taken as often as it is sent under others.
 */
public final class QuickBooksBooks implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/v3/company/";
    private static final int LONGEST_NUMBER = 21;

    private static final Pattern QUERY = Pattern.compile(
            "select \\* from (\\w+)(?: where (\\w+) = '((?:[^'\\\\]|\\\\.)*)')?(?: (?:startposition|maxresults) \\d+)*");

    private final QuickBooks quickBooks;
    private final RateLimits limits;

    /** The books of that world's companies, with QuickBooks' limit of 500 calls a minute for each. */
    public QuickBooksBooks(QuickBooks quickBooks, RateLimits limits) {
        this.quickBooks = quickBooks;
        this.limits = limits;
    }

    @Override
    public String name() {
        return "quickbooks";
    }

    @Override
    public String call(Request request) {
        if (request.method().equals("GET")) {
            return "quickbooks-read";
        }
        return request.path().endsWith("/customer") ? "quickbooks-customer" : "quickbooks-post";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public Reply answer(Request request) {
        if (request.header(LoopbackServer.FAULT_HEADER).equals(Optional.of("UNAUTHORIZED"))) {
            quickBooks.end(request.header("authorization"));
        }
        var company = quickBooks.company(request.header("authorization"));
        if (company.isEmpty()) {
            return fault(401, "3200", "message=AuthenticationFailed; errorCode=003200; statusCode=401");
        }
        var parts = request.path().substring(ROOT.length()).split("/", 2);
        if (!parts[0].equals(company.get().id()) || parts.length < 2) {
            return fault(403, "3100", "ApplicationAuthorizationFailed");
        }
        if (!limits.allow("quickbooks", company.get().id(), 1, 500)) {
            return Reply.empty(429);
        }
        return switch (request.method() + " " + parts[1]) {
            case "GET query" -> query(company.get(), request.query("query").orElse(""));
            case "POST invoice" -> once(company.get(), request, "Invoice");
            case "POST creditmemo" -> once(company.get(), request, "CreditMemo");
            case "POST customer" -> once(company.get(), request, "Customer");
            default -> fault(400, "4000", "Unsupported operation");
        };
    }

    private static Reply query(Company company, String query) {
        var asked = QUERY.matcher(query);
        if (!asked.matches()) {
            return fault(400, "4000", "Error parsing query");
        }
        var kind = asked.group(1);
        var found = CompanyLists.all(kind)
                .orElseGet(() -> asked.group(2) == null
                        ? company.all(kind)
                        : company.where(kind, asked.group(2), asked.group(3).replaceAll("\\\\(.)", "$1")));
        var answer = JSON.createObjectNode();
        var response = answer.putObject("QueryResponse");
        if (!found.isEmpty()) {
            var all = response.putArray(kind);
            found.forEach(all::add);
            response.put("startPosition", 1).put("maxResults", found.size());
        }
        return Reply.json(200, answer.put("time", "2026-01-01T00:00:00.000-08:00"));
    }

    private static Reply once(Company company, Request request, String kind) {
        synchronized (company) {
            var key = request.query("requestid").orElse("");
            var before = company.answered(key).filter(known -> !key.isEmpty());
            if (before.isPresent()) {
                return told(kind, before.get());
            }
            try {
                var asked = JSON.readTree(request.body());
                var refused = kind.equals("Customer") ? refusalOfCustomer(company, asked) : refusal(company, asked);
                return refused.orElseGet(() -> told(kind, company.add(kind, stored(kind, asked), key)));
            } catch (JacksonException notJson) {
                return fault(400, "2010", "Request has invalid or unsupported property");
            }
        }
    }

    private static ObjectNode stored(String kind, JsonNode asked) {
        var stored = (ObjectNode) asked.deepCopy();
        if (kind.equals("Customer")) {
            return stored.put("Active", true);
        }
        var net = BigDecimal.ZERO;
        for (var line : asked.path("Line")) {
            net = net.add(line.path("Amount").decimalValue());
        }
        var total = net.add(asked.path("TxnTaxDetail").path("TotalTax").asDecimal(BigDecimal.ZERO));
        return stored.put("TotalAmt", total).put(kind.equals("Invoice") ? "Balance" : "RemainingCredit", total);
    }

    private static Reply told(String kind, ObjectNode stored) {
        var answer = JSON.createObjectNode();
        answer.set(kind, stored);
        return Reply.json(200, answer.put("time", "2026-01-01T00:00:00.000-08:00"));
    }

    private static Optional<Reply> refusalOfCustomer(Company company, JsonNode asked) {
        var name = asked.path("DisplayName").asString("");
        return company.where("Customer", "DisplayName", name).isEmpty() && !name.isBlank()
                ? Optional.empty()
                : Optional.of(fault(400, "6240", "Duplicate Name Exists Error"));
    }

    private static Optional<Reply> refusal(Company company, JsonNode asked) {
        if (company.isClosed()) {
            return Optional.of(fault(400, "6210", "Account Period Closed, Cannot Update Through Services API"));
        }
        if (asked.path("DocNumber").asString("").length() > LONGEST_NUMBER) {
            return Optional.of(fault(400, "2050", "String length is either shorter or longer than supported"));
        }
        var customer = asked.path("CustomerRef").path("value").asString("");
        if (company.where("Customer", "Id", customer).isEmpty()) {
            return Optional.of(fault(400, "2500", "Invalid Reference Id : Names element id not found"));
        }
        for (var line : asked.path("Line")) {
            var detail = line.path("SalesItemLineDetail");
            if (!CompanyLists.hasItem(detail.path("ItemRef").path("value").asString(""))) {
                return Optional.of(fault(400, "2500", "Invalid Reference Id : Item elements id not found"));
            }
            if (!CompanyLists.hasCode(detail.path("TaxCodeRef").path("value").asString(""))) {
                return Optional.of(fault(400, "2500", "Invalid Reference Id : TaxCode id not found"));
            }
        }
        return rates(asked).stream().allMatch(CompanyLists::hasRate)
                ? Optional.empty()
                : Optional.of(fault(400, "2500", "Invalid Reference Id : TaxRate id not found"));
    }

    private static List<String> rates(JsonNode asked) {
        return asked.path("TxnTaxDetail")
                .path("TaxLine")
                .valueStream()
                .map(line -> line.path("TaxLineDetail")
                        .path("TaxRateRef")
                        .path("value")
                        .asString(""))
                .toList();
    }

    private static Reply fault(int status, String code, String message) {
        var answer = JSON.createObjectNode();
        answer.putObject("Fault")
                .put("type", "ValidationFault")
                .putArray("Error")
                .addObject()
                .put("Message", message)
                .put("Detail", message)
                .put("code", code);
        return Reply.json(status, answer.put("time", "2026-01-01T00:00:00.000-08:00"));
    }
}

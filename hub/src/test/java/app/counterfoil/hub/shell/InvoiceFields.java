package app.counterfoil.hub.shell;

import static app.counterfoil.hub.shell.FormFields.ABSENT;
import static app.counterfoil.hub.shell.FormFields.NUL;
import static app.counterfoil.hub.shell.FormFields.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of the forms around invoices, and what somebody might send in them. */
final class InvoiceFields {

    private static final Map<String, String> PRODUCT =
            Map.of("sku", "X", "title", "", "vatClass", "ZERO", "goodsMark", "", "commodityCode", "691200");
    private static final Map<String, String> RATE = Map.of("currency", "EUR", "month", "2026-11", "units", "1.15");
    private static final Map<String, String> RATE_THERE =
            Map.of("product", "sku:MUG-BLU-350", "state", "DE", "rate", "7");
    private static final Map<String, String> STANDING = Map.of(
            "holdsFrom", "2026-01-02", "dispatchedFrom", "GB", "scheme", "STANDARD", "distanceSales", "BELOW_LIMIT");
    private static final Map<String, String> HELD =
            Map.of("order", "00000000-0000-0000-0000-000000000001", "evidenceKind", "WAYBILL");
    private static final Map<String, String> ASIDE =
            Map.of("order", "00000000-0000-0000-0000-000000000001", "aside", "true");
    private static final Map<String, String> CREDIT =
            Map.of("creditPart", "REST", "paidBackOn", "2026-01-02", "creditReason", "RETURNED");
    private static final Map<String, String> AMOUNT = Map.of(
            "creditPart", "AMOUNT", "creditAmount", "1.00", "paidBackOn", "2026-01-02", "creditReason", "RETURNED");
    private static final Map<String, String> PAPERS = Map.of("reason", "made up by a test");
    private static final Map<String, String> LINES =
            Map.of("creditPart", "LINES", "creditLine", "1.00", "paidBackOn", "2026-01-02", "creditReason", "RETURNED");
    private static final Map<String, String> FLAT_RATE = flatRate();

    static final List<FormFields.Row> ALL = List.of(
            row("POST /invoices/products", PRODUCT, "sku", "SKU", ABSENT, "NOT-MINE", NUL),
            row("POST /invoices/products", PRODUCT, "title", "SKU", ABSENT, NUL),
            row("POST /invoices/products", PRODUCT, "commodityCode", "ommodity code", "x", "12345", "12345678901", NUL),
            row("POST /invoices/products", PRODUCT, "goodsMark", "hat is special", "FOO", NUL),
            row("POST /invoices/products", PRODUCT, "vatClass", "VAT", ABSENT, "FOO", NUL),
            row("POST /invoices/products/most", Map.of(), "most", "VAT of most products", ABSENT, "", "FOO", NUL),
            row("POST /invoices/rates", RATE, "currency", "urrency", ABSENT, "", "EURO", "XTS", NUL),
            row("POST /invoices/rates", RATE, "month", "onth", ABSENT, "", "x", "2026-13", NUL),
            row("POST /invoices/rates", RATE, "units", "Units to one pound", ABSENT, "", "x", "-1", "0", NUL),
            row("POST /invoices/evidence", HELD, "order", "ick the orders", ABSENT, ""),
            row("POST /invoices/evidence", HELD, "evidenceKind", "hat you hold", ABSENT, "FOO", NUL),
            row("POST /invoices/evidence/withdraw", HELD, "order", "rder", ABSENT, "x", NUL),
            row("GET /invoices/look", Map.of(), "lookOf", "hannel", "x", NUL),
            row("GET /invoices/look/sample", Map.of(), "lookOf", "hannel", "x", NUL),
            row("POST /invoices/look", Map.of(), "lookOf", "hannel", "x", NUL),
            row("POST /invoices/look", Map.of(), "language", "anguage", "FOO", NUL),
            row("POST /invoices/look", Map.of(), "logo", "ogo", "x", "%%%", NUL),
            row("POST /invoices/look", Map.of(), "withoutLogo", "logo", "perhaps", NUL),
            row("POST /invoices/look", Map.of(), "footer", "foot", "x".repeat(301), NUL),
            row("GET /invoices/documents", Map.of(), "which", "What", "FOO", NUL),
            row("GET /invoices/documents", Map.of(), "treatment", "VAT", "FOO", NUL),
            row("GET /invoices/documents", Map.of(), "from", "from", "x", "0001-01-01", NUL),
            row("GET /invoices/documents", Map.of(), "until", "until", "x", "0001-01-01", NUL),
            row("GET /invoices/documents", Map.of(), "behind", "ehind", "x", NUL),
            row("POST /invoices/documents", Map.of(), "number", "umber", ABSENT, "", "x".repeat(101), NUL),
            row("GET /exports/papers", Map.of(), "which", "What", "FOO", NUL),
            row("GET /exports/papers", Map.of(), "treatment", "VAT", "FOO", NUL),
            row("GET /exports/papers", Map.of(), "from", "from", "x", "0001-01-01", NUL),
            row("GET /exports/papers", Map.of(), "until", "until", "x", "+999999999-12-31", NUL),
            row("POST /exports/papers", PAPERS, "recipient", "Recipient", "FOO", NUL),
            row("POST /exports/papers", PAPERS, "reason", "Reason", ABSENT, "", "abc", "x".repeat(501), NUL),
            row("POST /exports/papers", PAPERS, "days", "Days", "x", "0", "15", "2.5", NUL),
            row("POST /invoices/refunds", ASIDE, "order", "rder", ABSENT, "x", NUL),
            row("POST /invoices/refunds", ASIDE, "aside", "ut aside", ABSENT, "perhaps", NUL),
            row("POST /orders/{id}/invoice/consolidated", Map.of(), "together", "ther orders", "x", NUL),
            row("POST /invoices/{id}/credit", CREDIT, "creditPart", "ow much", ABSENT, "FOO", NUL),
            row("POST /invoices/{id}/credit", AMOUNT, "creditAmount", "mount", ABSENT, "x", "1.234", "£3", NUL),
            row("POST /invoices/{id}/credit", LINES, "creditLine", "mount", ABSENT, "x", NUL),
            row("POST /invoices/{id}/credit", CREDIT, "paidBackOn", "aid back on", ABSENT, "x", "2026-02-30", NUL),
            row("POST /invoices/{id}/credit", CREDIT, "creditReason", "Why", ABSENT, "FOO", NUL),
            row("POST /invoices/vat", STANDING, "holdsFrom", "this day on", ABSENT, "x", "2026-13-01", NUL),
            row("POST /invoices/vat", STANDING, "registeredSince", "Registered", "x", "2026-02-30", NUL),
            row("POST /invoices/vat", STANDING, "established", "seat", "perhaps", NUL),
            row("POST /invoices/vat", STANDING, "dispatchedFrom", "set out from", ABSENT, "XX", "", NUL),
            row("POST /invoices/vat", STANDING, "scheme", "reckon", ABSENT, "FOO", NUL),
            row("POST /invoices/vat", FLAT_RATE, "flatRate", "ercentage", ABSENT, "", "x", "0", "101", "1.234", NUL),
            row("POST /invoices/vat", STANDING, "distanceSales", "ales to consumers", ABSENT, "FOO", NUL),
            row("POST /invoices/vat", STANDING, "importOneStopShop", "Import One Stop Shop", "perhaps", NUL),
            row("POST /invoices/vat", STANDING, "states", "ember state", "GB", "XX", NUL),
            row("POST /invoices/vat/withdraw", Map.of(), "holdsFrom", "this day on", ABSENT, "x", NUL),
            row("POST /invoices/vat/rates", RATE_THERE, "product", "roduct", ABSENT, "sku:NOT-MINE", NUL),
            row("POST /invoices/vat/rates", RATE_THERE, "state", "tate", ABSENT, "GB", "XX", NUL),
            row("POST /invoices/vat/rates", RATE_THERE, "rate", "ate", ABSENT, "", "x", "101", "-1", NUL),
            row("POST /invoices/vat/rates/withdraw", RATE_THERE, "product", "roduct", ABSENT, "sku:NOT-MINE", NUL),
            row("POST /invoices/vat/rates/withdraw", RATE_THERE, "state", "tate", ABSENT, "GB", NUL));

    private InvoiceFields() {}

    private static Map<String, String> flatRate() {
        var standing = new HashMap<>(STANDING);
        standing.put("scheme", "FLAT_RATE");
        standing.put("flatRate", "7.5");
        return Map.copyOf(standing);
    }
}

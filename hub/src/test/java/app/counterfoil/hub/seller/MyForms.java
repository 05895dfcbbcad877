package app.counterfoil.hub.seller;

import java.util.Map;

/** What a stranger types into the forms of another shop. */
final class MyForms {

    static final Map<String, String> ADDRESS = Map.of(
            "reason",
            "ADDRESS_ENDED",
            "name",
            "Testa Demoson",
            "line1",
            "1 Example Row",
            "town",
            "Leeds",
            "postcode",
            "LS1 9ZZ",
            "country",
            "GB");

    static final Map<String, String> HOLD =
            Map.of("reason", "CLAIM_BY_BUYER", "caseReference", "QB-2026-000123", "reviewInDays", "90");

    static final Map<String, String> AGREEMENT = Map.of(
            "role",
            "CONTROLLER",
            "agreedOn",
            "2026-01-02",
            "country",
            "GB",
            "safeguard",
            "NOT_NEEDED",
            "categories",
            "NAME",
            "reviewOn",
            "2027-01-02");

    static final Map<String, String> CONSENT = Map.of(
            "consentProof",
            "PAPER",
            "wording",
            "00000000-0000-0000-0000-000000000000",
            "givenOn",
            "2026-01-02",
            "evidence",
            "BOX-1",
            "addresses",
            "a@buyer.example");

    static final Map<String, String> STANDING = Map.of(
            "holdsFrom",
            "2026-01-02",
            "dispatchedFrom",
            "XI",
            "scheme",
            "STANDARD",
            "distanceSales",
            "ONE_STOP_SHOP",
            "established",
            "true");

    static final Map<String, String> RATE = Map.of("currency", "EUR", "month", "2026-10", "units", "1.15");

    static final Map<String, String> PRODUCT =
            Map.of("sku", "MUG-BLU-350", "title", "", "vatClass", "ZERO", "commodityCode", "691200");

    static final Map<String, String> RATE_THERE = Map.of("product", "sku:MUG-BLU-350", "state", "DE", "rate", "7");

    static final Map<String, String> BOOKS = Map.of("entryWay", "SUMMARY", "firstDay", "2026-01-02");

    static final Map<String, String> LETTER = Map.of("template", "RECEIPT", "subjectLine", "Mine", "text", "Mine");

    static final Map<String, String> EXPORT =
            Map.of("purpose", "DELIVERY", "reason", "for the test", "fileFormat", "CSV", "days", "7");

    static final Map<String, String> BUSINESS =
            Map.of("tradingName", "Shop mine", "address", "1 Example Row", "postcode", "LS1 9ZZ", "vatNumber", "");

    static final Map<String, String> LABEL =
            Map.of("reason", "DAMAGED", "service", "TPN24", "format", "smallParcel", "grams", "450");

    static final Map<String, String> CREDIT =
            Map.of("creditPart", "REST", "paidBackOn", "2026-01-02", "creditReason", "RETURNED");

    private MyForms() {}
}

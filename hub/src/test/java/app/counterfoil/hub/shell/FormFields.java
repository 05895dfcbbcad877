package app.counterfoil.hub.shell;

import app.counterfoil.hub.MadeUpShops;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Every field of every form, with what somebody might send in it that cannot be used. */
final class FormFields {

    static final String NUL = "a\0b";
    static final String ABSENT = "(absent)";
    private static final Map<String, String> CONNECTION = Map.of("service", "EBAY", "name", "eBay", "credential", "x");
    private static final Map<String, String> PERSON =
            Map.of("role", "PACKER", "name", "Pat", "email", "pat@shop.example", "password", MadeUpShops.PASSWORD);
    private static final Map<String, String> BOOKING =
            Map.of("order", UUID.randomUUID().toString(), "service", "TPN24", "format", "smallParcel", "grams", "450");
    static final Map<String, String> LABEL =
            Map.of("reason", "DAMAGED", "service", "TPN24", "format", "smallParcel", "grams", "450");

    private static final Map<String, String> ADDRESS = Map.of(
            "reason",
            "ADDRESS_ENDED",
            "name",
            "Pat",
            "line1",
            "1 Example Row",
            "town",
            "Leeds",
            "postcode",
            "LS1 9ZZ",
            "country",
            "GB");
    /** The code stands in for the one in the console. */
    private static final Map<String, String> SHOP = Map.of(
            "code",
            "(code)",
            "tradingName",
            "Shop",
            "address",
            "1 Example Row",
            "postcode",
            "LS1 9ZZ",
            "vatNumber",
            "",
            "name",
            "Pat",
            "email",
            "pat@new.example",
            "password",
            MadeUpShops.PASSWORD);

    private static final Map<String, String> LOST =
            Map.of("code", "(code for a password)", "email", "owner@shop.example", "password", "another sentence");
    private static final Map<String, String> PASSWORDS =
            Map.of("old", MadeUpShops.PASSWORD, "password", "another sentence for the test");
    private static final Map<String, String> HOLD =
            Map.of("reason", "CLAIM_BY_BUYER", "caseReference", "QB-2026-000123", "reviewInDays", "90");
    private static final Map<String, String> AGREEMENT = Map.of(
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
    private static final Map<String, String> INCIDENT = Map.of(
            "harms", "CONFIDENTIALITY", "cause", "OTHER", "foundAt", "2026-01-02T10:00", "awareAt", "2026-01-02T10:00");
    private static final Map<String, String> REVIEW = Map.of("outcome", "FITS", "nextOn", "2027-01-02");
    private static final Map<String, String> OWNED =
            Map.of("owner", UUID.randomUUID().toString());
    private static final Map<String, String> TO_PEOPLE = Map.of("subjectLine", "A", "text", "A");
    private static final Map<String, String> COUNT = Map.of("asked", "TIME", "since", "2026-01-02T10:00");
    private static final Map<String, String> TOKEN =
            Map.of("name", "Help desk", "scopes", "RIGHTS_REQUESTS", "days", "90");
    private static final Map<String, String> EXPORT =
            Map.of("purpose", "FACTS", "reason", "for the test", "fileFormat", "CSV", "days", "7");
    private static final Map<String, String> BOOKS = Map.of("entryWay", "SUMMARY", "firstDay", "2026-01-02");
    private static final Map<String, String> CONSENT = Map.of(
            "consentProof",
            "PAPER",
            "wording",
            UUID.randomUUID().toString(),
            "givenOn",
            "2026-01-02",
            "evidence",
            "BOX-1",
            "addresses",
            "a@buyer.example");
    private static final Map<String, String> SIGN_UP =
            Map.of("email", "a@buyer.example", "wording", UUID.randomUUID().toString(), "agree", "true");
    private static final Map<String, String> WORDS = Map.of("wordingKind", "CONSENT", "words", "A");
    private static final Map<String, String> CONTACT = Map.of("name", "A", "reach", "B", "note", "C");
    private static final Map<String, String> REQUEST =
            Map.of("kind", "ACCESS", "law", "UK", "receivedOn", "2026-01-02");
    private static final Map<String, String> STAFF =
            Map.of("staff", UUID.randomUUID().toString(), "kind", "ACCESS", "law", "UK");
    private static final Map<String, String> ACCOUNT = Map.of("name", "A", "email", "a@b.example");
    private static final Map<String, String> LETTER = Map.of("template", "RECEIPT", "subjectLine", "A", "text", "A");
    private static final Map<String, String> ASKED = Map.of("kind", "ACCESS", "law", "UK", "email", "a@buyer.example");
    private static final Map<String, String> DELIVERY = Map.of("purpose", "DELIVERY");

    /** A field of a form, what is right beside it, how the page calls it, and what somebody might send. */
    record Row(String at, Map<String, String> right, String field, String called, List<String> bad) {
        @Override
        public String toString() {
            return at + " " + field;
        }
    }

    static final List<Row> ALL = List.of(
            row("GET /orders", Map.of(), "state", "State", "FOO", NUL),
            row("GET /orders", Map.of(), "channel", "Channel", "FOO", NUL),
            row("GET /orders", Map.of(), "to", "Going to", NUL),
            row(
                    "GET /orders",
                    Map.of(),
                    "from",
                    "Placed from",
                    "x",
                    "2026-13-01",
                    "+999999999-12-31",
                    "0001-01-01",
                    NUL),
            row("GET /orders", Map.of(), "until", "Placed until", "x", "+999999999-12-31", NUL),
            row(
                    "GET /orders",
                    Map.of(),
                    "behindTime",
                    "The place in the list",
                    "x",
                    "+1000000000-12-31T23:59:59Z",
                    NUL),
            row("GET /orders", Map.of(), "behindId", "The place in the list", "x", NUL),
            row("POST /orders/search", Map.of(), "q", "What to search for", ABSENT, "", "  ", "x".repeat(201), NUL),
            row("GET /orders/search", Map.of(), "page", "The page of the list", "x", "1.5", NUL),
            row("GET /exports/new", Map.of(), "state", "State", "FOO", NUL),
            row("GET /exports/new", Map.of(), "channel", "Channel", "FOO", NUL),
            row("GET /exports/new", Map.of(), "to", "Going to", "x".repeat(11), NUL),
            row("GET /exports/new", Map.of(), "from", "Placed from", "x", "0001-01-01", NUL),
            row("GET /exports/new", Map.of(), "until", "Placed until", "x", "0001-01-01", NUL),
            row("POST /exports/whose", Map.of(), "rows", "Rows of it", ABSENT, "", "  "),
            row("POST /tokens", TOKEN, "name", "Name", ABSENT, "", "A person: Zoë", "x".repeat(41), NUL),
            row("POST /tokens", TOKEN, "scopes", "copes", ABSENT, "FOO", NUL),
            row("POST /tokens", TOKEN, "days", "Days", "x", "0", "366", "2.5", NUL),
            row("POST /exports", EXPORT, "purpose", "Purpose", ABSENT, "FOO", NUL),
            row("POST /exports", EXPORT, "recipient", "Recipient", "FOO", NUL),
            row("POST /exports", EXPORT, "reason", "Reason", ABSENT, "", "abc", "x".repeat(501), NUL),
            row("POST /exports", EXPORT, "fileFormat", "File format", ABSENT, "FOO", NUL),
            row("POST /exports", EXPORT, "days", "Days", "x", "0", "15", "2.5", NUL),
            row("POST /exports", EXPORT, "until", "Placed until", "x", "+999999999-12-31"),
            row("POST /bookkeeping/{account}/codes", BOOKS, "entryWay", "ow sales are entered", ABSENT, "FOO", NUL),
            row("POST /bookkeeping/{account}/codes", BOOKS, "firstDay", "day", ABSENT, "x", "2999-01-01", NUL),
            row("GET /connections/new", Map.of(), "service", "Service", ABSENT, "FOO", "", NUL),
            row("POST /connections", CONNECTION, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /connections", CONNECTION, "name", "ame", "x".repeat(81), NUL),
            row("POST /connections", CONNECTION, "credential", "redential", NUL, "x".repeat(2_001)),
            row("POST /connections", CONNECTION, "credential", "Client secret, Refresh token", ABSENT, "", "x"),
            row("GET /requests/new", Map.of(), "order", "rder", "x", NUL),
            row("POST /requests", REQUEST, "kind", "sked for", ABSENT, "FOO", NUL),
            row("POST /requests", REQUEST, "law", "Where they live", ABSENT, "FOO", NUL),
            row("POST /requests", REQUEST, "receivedOn", "Received on", ABSENT, "x", "2999-01-01", NUL),
            row("POST /requests", REQUEST, "name", "ame", "x".repeat(201), NUL),
            row("POST /requests", REQUEST, "email", "-mail", "x".repeat(201), NUL),
            row("POST /requests", REQUEST, "phone", "hone", "x".repeat(201), NUL),
            row("POST /requests", REQUEST, "postcode", "ostcode", "x".repeat(201), NUL),
            row("POST /requests", REQUEST, "userName", "Name at the channel", "x".repeat(201), NUL),
            row("POST /requests", REQUEST, "orderNumbers", "Order numbers", "x".repeat(201), "1 ".repeat(51), NUL),
            row("POST /requests", REQUEST, "said", "In their words", "x".repeat(4_001), NUL),
            row("POST /requests/{id}/said", Map.of(), "what", "hat was done", ABSENT, "FOO", NUL),
            row("POST /requests/{id}/identity", Map.of(), "proof", "who they are", ABSENT, "FOO", NUL),
            row("POST /requests/{id}/orders", Map.of(), "order", "rder", "x", NUL),
            row("POST /requests/{id}/orders", Map.of(), "side", "Which of its people", "x", NUL),
            row("POST /requests/staff", STAFF, "staff", "Who asks", ABSENT, "x", NUL),
            row("POST /requests/staff", STAFF, "kind", "sked for", ABSENT, "FOO", NUL),
            row("POST /requests/staff", STAFF, "law", "Where they live", ABSENT, "FOO", NUL),
            row("POST /requests/staff", STAFF, "said", "In their words", "x".repeat(4_001), NUL),
            row("POST /your-data", STAFF, "kind", "sked for", ABSENT, "FOO", NUL),
            row("POST /your-data", STAFF, "law", "Where they live", ABSENT, "FOO", NUL),
            row("POST /your-data", STAFF, "said", "In their words", "x".repeat(4_001), NUL),
            row("POST /requests/{id}/account", ACCOUNT, "name", "ame", ABSENT, " ", "x".repeat(201), NUL),
            row("POST /requests/{id}/account", ACCOUNT, "email", "-mail", "x", "a@b", NUL),
            row(
                    "POST /requests/{id}/orders/{order}/statement",
                    Map.of(),
                    "statement",
                    "In their words",
                    ABSENT,
                    "",
                    "x".repeat(4_001),
                    NUL),
            row("POST /requests/{id}/notices/{service}", Map.of(), "leftOut", "not told", "FOO", NUL),
            row("POST /requests/{id}/notices/{service}", Map.of(), "confirmed", "onfirmed", "perhaps", NUL),
            row("POST /requests/{id}/notices/{service}", Map.of(), "service", "Service", "FOO"),
            row("GET /policy/{shop}", Map.of(), "shop", "Shop", "x"),
            row("GET /privacy/{shop}", Map.of(), "shop", "Shop", "x"),
            row("POST /privacy/{shop}", REQUEST, "shop", "Shop", "x"),
            row("POST /privacy/{shop}", REQUEST, "kind", "sked for", ABSENT, "FOO", NUL),
            row("POST /privacy/{shop}", REQUEST, "law", "Where they live", ABSENT, "FOO", NUL),
            row("POST /privacy/{shop}", REQUEST, "email", "-mail", ABSENT, "", "x", "a@b", "x".repeat(201), NUL),
            row("POST /privacy/{shop}", ASKED, "name", "ame", "x".repeat(201), NUL),
            row("POST /privacy/{shop}", ASKED, "said", "In their words", "x".repeat(4_001), NUL),
            row("POST /privacy/{shop}/code/{knock}", Map.of(), "code", "ode", ABSENT, "", "x", "x".repeat(201), NUL),
            row("POST /privacy/{shop}/copy", Map.of(), "email", "-mail", ABSENT, "", "x", "a@b", "x".repeat(201), NUL),
            row("POST /privacy/{shop}/copy/{knock}", Map.of(), "code", "ode", ABSENT, "", "x", "x".repeat(201), NUL),
            row("GET /receipts/{shop}/{code}", Map.of(), "shop", "Shop", "x"),
            row("GET /requests/{id}/letter", Map.of(), "template", "Letter", ABSENT, "FOO", NUL),
            row("POST /requests/{id}/letter", LETTER, "template", "Letter", ABSENT, "FOO", NUL),
            row("POST /requests/{id}/letter", LETTER, "subjectLine", "ubject", ABSENT, " ", "x".repeat(151), NUL),
            row("POST /requests/{id}/letter", LETTER, "text", "Text", ABSENT, " ", "x".repeat(10_001), NUL),
            row("POST /requests/{id}/refuse", Map.of(), "reason", "Reason", ABSENT, "FOO", NUL),
            row("POST /connections", CONNECTION, "agreed", "terms are agreed", "perhaps", NUL),
            row("GET /recipients/{service}", Map.of(), "service", "Service", "FOO"),
            row("POST /recipients/{service}", AGREEMENT, "role", "Role", ABSENT, "FOO", NUL),
            row("POST /recipients/{service}", AGREEMENT, "agreedOn", "Agreed on", ABSENT, "x", "2999-01-01", NUL),
            row("POST /recipients/{service}", AGREEMENT, "country", "Country", ABSENT, "ZZ", NUL),
            row("POST /recipients/{service}", AGREEMENT, "safeguard", "afeguard", ABSENT, "FOO", NUL),
            row("POST /recipients/{service}", AGREEMENT, "safeguardOn", "afeguard", "x", NUL),
            row("POST /recipients/{service}", AGREEMENT, "categories", "may receive", ABSENT, "FOO", NUL),
            row("POST /recipients/{service}", AGREEMENT, "reviewOn", "eview", ABSENT, "x", "2999-01-01", NUL),
            row("POST /breaches", INCIDENT, "drill", "Drill", "x", NUL),
            row("POST /breaches", INCIDENT, "harms", "at least one", ABSENT, ""),
            row("POST /breaches", INCIDENT, "harms", "happened to the data", "FOO", NUL),
            row("POST /breaches", INCIDENT, "cause", "How it came about", ABSENT, "FOO", NUL),
            row("POST /breaches", INCIDENT, "happenedAt", "When it happened", "x", "2999-01-01T10:00", NUL),
            row("POST /breaches", INCIDENT, "foundAt", "When it was found", ABSENT, "x", "2999-01-01T10:00", NUL),
            row("POST /breaches", INCIDENT, "awareAt", "When you became aware", ABSENT, "x", "2001-01-01T10:00", NUL),
            row("POST /breaches/{id}/scope", COUNT, "asked", "What is counted", ABSENT, "FOO", NUL),
            row("POST /breaches/{id}/scope", COUNT, "since", "From", "x", NUL),
            row("POST /breaches/{id}/scope", COUNT, "before", "Until", "x", "2001-01-01T10:00", NUL),
            row("POST /breaches/{id}/scope", Map.of("asked", "STAFF"), "person", "Whose account", ABSENT, "x", NUL),
            row("POST /breaches/{id}/scope", Map.of("asked", "TOKEN"), "token", "Which token", ABSENT, "x", NUL),
            row("POST /breaches/{id}/scope", Map.of("asked", "CHANNEL"), "service", "Service", ABSENT, "FOO", NUL),
            row("POST /breaches/{id}/scope", Map.of("asked", "BACKUP"), "backup", "Backup", ABSENT, "x", "../x"),
            row("POST /breaches/{id}/texts", Map.of(), "happened", "What happened", "x".repeat(8_001)),
            row("POST /breaches/{id}/texts", Map.of(), "consequences", "What may follow", "x".repeat(8_001)),
            row("POST /breaches/{id}/texts", Map.of(), "measures", "What was done", "x".repeat(8_001)),
            row("POST /breaches/{id}/texts", Map.of(), "late", "Why it is told late", "x".repeat(8_001)),
            row("POST /breaches/{id}/people", TO_PEOPLE, "subjectLine", "Subject", ABSENT, "x".repeat(201)),
            row("POST /breaches/{id}/people", TO_PEOPLE, "text", "text", ABSENT, "x".repeat(8_001)),
            row("POST /breaches/{id}/done", Map.of(), "ground", "Reason", ABSENT, "FOO", "RISK_UNLIKELY", NUL),
            row("POST /breaches/{id}/not-needed", Map.of(), "ground", "Reason", ABSENT, "FOO", "RISK_LIKELY", NUL),
            row("POST /reviews/{kind}/{thing}", REVIEW, "outcome", "What came of it", ABSENT, "FOO", NUL),
            row("POST /reviews/{kind}/{thing}", REVIEW, "note", "Write at most", "x".repeat(4_001)),
            row("POST /reviews/{kind}/{thing}", REVIEW, "nextOn", "ext review", ABSENT, "x", "2001-01-01", NUL),
            row(
                    "POST /reviews/{kind}/{thing}/plan",
                    Map.of("nextOn", "2027-01-02"),
                    "owner",
                    "Owner",
                    ABSENT,
                    "x",
                    NUL),
            row("POST /reviews/{kind}/{thing}/plan", OWNED, "nextOn", "Next review", "x", NUL),
            row("POST /reviews/access/tokens/{id}", Map.of(), "verdict", "Decision", ABSENT, "FOO", "CHANGE_ROLE", NUL),
            row("POST /reviews/access/people/{id}", Map.of(), "verdict", "Decision", ABSENT, "FOO", NUL),
            row("GET /marketing/people", Map.of(), "state", "State", "FOO", NUL),
            row("GET /marketing/people", Map.of(), "page", "The page of the list", "x", "-1", NUL),
            row("POST /marketing/search", Map.of(), "email", "-mail", ABSENT, "", " ", "x".repeat(255), NUL),
            row("POST /marketing/people", CONSENT, "consentProof", "Proof", ABSENT, "FOO", NUL),
            row("POST /marketing/people", CONSENT, "wording", "ords", ABSENT, "x", NUL),
            row("POST /marketing/people", CONSENT, "givenOn", "ay", ABSENT, "x", "2999-01-01", NUL),
            row("POST /marketing/people", CONSENT, "evidence", "here the proof lies", ABSENT, "Pat Example", "x", NUL),
            row("POST /marketing/people", CONSENT, "ownGoods", "own similar goods", "perhaps", NUL),
            row("POST /marketing/people", CONSENT, "refusalOffered", "could refuse", "perhaps", NUL),
            row("POST /marketing/people", CONSENT, "addresses", "Addresses", ABSENT, " ", "x".repeat(60_001), NUL),
            row("POST /marketing/people/{id}/end", Map.of(), "act", "What they have said", ABSENT, "GIVEN", "FOO", NUL),
            row("POST /marketing/wordings", WORDS, "wordingKind", "What the words are for", ABSENT, "FOO", NUL),
            row("POST /marketing/wordings", WORDS, "words", "ords", ABSENT, " ", "Somebody", "x".repeat(1_001), NUL),
            row("POST /newsletter/{shop}", SIGN_UP, "email", "E-mail", ABSENT, "", "x", "é@b.example", NUL),
            row("POST /newsletter/{shop}", SIGN_UP, "wording", "ords", ABSENT, "x", NUL),
            row("POST /newsletter/{shop}", SIGN_UP, "agree", "That you agree", ABSENT, "false", "perhaps", NUL),
            row("GET /register/contacts/{part}", Map.of(), "part", "What of the register", "BASIS_NOTE"),
            row("POST /register/contacts/{part}", CONTACT, "name", "Nobody is named", ABSENT, "", " "),
            row("POST /register/contacts/{part}", CONTACT, "name", "Write", "x".repeat(301)),
            row("POST /register/contacts/{part}", CONTACT, "reach", "Write", "x".repeat(301)),
            row("POST /register/contacts/{part}", CONTACT, "note", "Write", "x".repeat(4_001)),
            row("GET /register/notes/{purpose}", Map.of(), "purpose", "urpose", "FOO"),
            row("POST /register/notes/{purpose}", Map.of(), "note", "Write", "x".repeat(4_001)),
            row("POST /connections/{id}/credentials", Map.of(), "credential", "redential", ABSENT, "", "x", NUL),
            row("POST /set-up", SHOP, "code", "Code", ABSENT, "", "AAAAA-AAAAA", NUL),
            row("POST /set-up", SHOP, "tradingName", "Business name", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /set-up", SHOP, "address", "ddress", ABSENT, " \n ", "x".repeat(101), "a\n".repeat(6), NUL),
            row("POST /set-up", SHOP, "postcode", "ostcode", ABSENT, "", "LS1", "x".repeat(500), NUL),
            row("POST /set-up", SHOP, "vatNumber", "VAT number", "GB100000035", "x", "1".repeat(500), NUL),
            row("POST /set-up", SHOP, "name", "ame", ABSENT, "", "x".repeat(101), NUL),
            row("POST /set-up", SHOP, "email", "-mail", ABSENT, "", "x", NUL),
            row("POST /set-up", SHOP, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /new-password", LOST, "code", "Code", ABSENT, "", "AAAAA-AAAAA", NUL),
            row("POST /new-password", LOST, "email", "-mail", ABSENT, "", "x", "packer@shop.example", NUL),
            row("POST /new-password", LOST, "shop", "Shop", NUL),
            row("POST /new-password", LOST, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /business", SHOP, "tradingName", "Business name", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /business", SHOP, "address", "ddress", ABSENT, " \n ", "x".repeat(101), "a\n".repeat(6), NUL),
            row("POST /business", SHOP, "postcode", "ostcode", ABSENT, "", "LS1", "x".repeat(500), NUL),
            row("POST /business", SHOP, "vatNumber", "VAT number", "GB100000035", "x", "1".repeat(500), NUL),
            row("POST /business/accounting-year", Map.of(), "yearEnds", "accounting year", ABSENT, "--03-30", "x", NUL),
            row("POST /people/{id}/role", Map.of(), "role", "Role", ABSENT, "FOO", NUL),
            row("POST /people/{id}/password", Map.of(), "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /people/{id}/end", Map.of(), "sure", "sure", ABSENT, "", "false", "perhaps", NUL),
            row("POST /password", PASSWORDS, "old", "resent password", ABSENT, "not this one", NUL),
            row("POST /password", PASSWORDS, "password", "assword", ABSENT, "short", "é".repeat(70), NUL),
            row("POST /people", PERSON, "role", "Role", ABSENT, "FOO", NUL),
            row("POST /people", PERSON, "name", "ame", ABSENT, "", " ", "x".repeat(101), NUL),
            row("POST /people", PERSON, "email", "-mail", ABSENT, "", "x", "x".repeat(250) + "@a.example", NUL),
            row("POST /people", PERSON, "password", "assword", ABSENT, "short", "é".repeat(70), "x".repeat(73), NUL),
            row("GET /dispatch", Map.of(), "page", "The page of the list", "x", "1.5", "99999999999", NUL),
            row("POST /dispatch/book", BOOKING, "order", "rder", ABSENT, "x", NUL),
            row("POST /dispatch/book", BOOKING, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "serviceAbroad", "Service", "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "account", "Courier", "x", NUL),
            row("POST /dispatch/book", BOOKING, "evenIfNotAsked", "Book even if", "perhaps", NUL),
            row("POST /dispatch/book", BOOKING, "format", "Package", ABSENT, "FOO", NUL),
            row("POST /dispatch/book", BOOKING, "grams", "eight", ABSENT, "", "x", "-1", "0", "1.5", "99999999", NUL),
            row("POST /dispatch/book", BOOKING, "page", "The page of the list", "x", NUL),
            row("POST /dispatch/labels", Map.of(), "shipment", "arcel", ABSENT, "x", NUL),
            row("POST /dispatch/handed-over", Map.of(), "shipment", "arcel", ABSENT, "x", NUL),
            row(
                    "POST /dispatch/{shipment}/tracking",
                    Map.of(),
                    "trackingNumber",
                    "Tracking number",
                    ABSENT,
                    "",
                    "x",
                    "ABCDEFGHIJ",
                    "1".repeat(41),
                    NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "reason", "Reason", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "service", "Service", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "format", "Package", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "grams", "eight", ABSENT, "", "x", "1.5", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "account", "Courier", "x", NUL),
            row("POST /dispatch/orders/{id}/new-label", LABEL, "evenIfNotAsked", "Book even if", "perhaps", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "reason", "Reason", ABSENT, "FOO", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "name", "ame", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "company", "Company", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line1", "street", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line2", "Address line 2", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "line3", "Address line 3", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "town", "own", ABSENT, " ", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "county", "County", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "postcode", "ostcode", ABSENT, " ", "LS1", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "country", "ountry", ABSENT, "England", "XX", NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "phone", "Phone", "x".repeat(101), NUL),
            row("POST /dispatch/orders/{id}/address", ADDRESS, "email", "E-mail", "x".repeat(101), NUL),
            row("POST /orders/{id}/invoice", Map.of(), "full", "Full invoice", "perhaps", NUL),
            row("POST /orders/{id}/invoice/number", Map.of(), "registered", "egistered", ABSENT, "perhaps", NUL),
            row(
                    "POST /orders/{id}/invoice/place",
                    Map.of(),
                    "inside",
                    "the United Kingdom or not",
                    ABSENT,
                    "perhaps",
                    NUL),
            row("POST /ends/why", Map.of(), "number", "Number, name or id", ABSENT, "", " ", "x".repeat(101), NUL),
            row("POST /ends/clock", Map.of(), "days", "Days", ABSENT, "abc", "0", "-1", "99999", NUL),
            row("GET /ends/policy", Map.of("days", "30"), "purpose", "Purpose", ABSENT, "FOO", "TAX_RECORD", NUL),
            row("GET /ends/policy", DELIVERY, "days", "Days", ABSENT, "x", "6", "91", "-1", "99999999999", NUL),
            row("POST /ends/policy", Map.of("days", "30"), "purpose", "Purpose", ABSENT, "FOO", "TAX_RECORD", NUL),
            row("POST /ends/policy", DELIVERY, "days", "Days", ABSENT, "x", "6", "91", NUL),
            row("POST /orders/{id}/legal-hold", HOLD, "reason", "Reason", ABSENT, "FOO", NUL),
            row(
                    "POST /orders/{id}/legal-hold",
                    HOLD,
                    "caseReference",
                    "Case reference",
                    ABSENT,
                    "",
                    "Pat Example",
                    "SMITH-2026-1",
                    "07700900123",
                    "x".repeat(31),
                    NUL),
            row("POST /orders/{id}/legal-hold", HOLD, "reviewInDays", "Days until", ABSENT, "x", "0", "91", NUL),
            row("POST /holds/{id}/review", Map.of(), "reviewInDays", "Days until", ABSENT, "x", "0", "91", NUL),
            row("POST /look", Map.of(), "look", "Look", ABSENT, NUL),
            row("POST /look", Map.of("look", "dark"), "back", "Back", NUL));

    private FormFields() {}

    static Row row(String at, Map<String, String> right, String field, String called, String... bad) {
        return new Row(at, right, field, called, Stream.of(bad).toList());
    }
}

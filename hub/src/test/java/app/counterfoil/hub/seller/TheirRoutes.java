package app.counterfoil.hub.seller;

import app.counterfoil.hub.MadeUpShops;
import java.util.HashMap;
import java.util.Map;

/** Every route of the application, as a stranger asks for it with the ids of their shop. */
final class TheirRoutes {

    /** Who asks is signed out by it. */
    static final String SIGNS_ME_OUT = "/password/sign-out";

    private final TheirShop theirs;
    private final String order;
    private final Map<String, Asked> routes = new HashMap<>();

    /** What is asked, and whether there must be nothing at that address. */
    record Asked(String path, Map<String, String> params, boolean isNotFound) {}

    private TheirRoutes(TheirShop theirs) {
        this.theirs = theirs;
        this.order = "/orders/" + theirs.order();
        orders();
        new TheirBookRoutes(this, theirs).add();
        dispatch();
        labels();
        connections();
        attention();
        people();
        retention();
        business();
        routes.putAll(TheirReturns.of(theirs));
        routes.putAll(TheirPayouts.of(theirs));
        routes.putAll(TheirOneStopShop.of(theirs));
        signingIn();
    }

    /** What is asked at each of them. */
    static Map<String, Asked> of(TheirShop theirs) {
        return Map.copyOf(new TheirRoutes(theirs).routes);
    }

    private void orders() {
        silent("GET /", "/");
        silent("GET /orders", "/orders");
        silent("POST /orders/search", "/orders/search", Map.of("q", theirs.number()));
        silent("GET /orders/search", "/orders/search");
        closed("GET /orders/{id}", order);
        closed("POST /orders/{id}/hold", order + "/hold");
        closed("POST /orders/{id}/release", order + "/release");
        closed("POST /orders/{id}/cancel", order + "/cancel");
        closed("POST /orders/{id}/return", order + "/return");
        closed("GET /orders/{id}/legal-hold", order + "/legal-hold");
        closed("POST /orders/{id}/legal-hold", order + "/legal-hold", MyForms.HOLD);
    }

    private void dispatch() {
        var parcel = "/dispatch/" + theirs.parcel();
        silent("GET /dispatch", "/dispatch");
        silent(
                "POST /dispatch/book",
                "/dispatch/book",
                Map.of("order", theirs.order().toString(), "service", "TPN24", "format", "smallParcel", "grams", "1"));
        silent("POST /dispatch/ask", "/dispatch/ask");
        silent("POST /dispatch/{shipment}/seen-to", parcel + "/seen-to");
        silent("POST /dispatch/{shipment}/tell", parcel + "/tell");
        closed("GET /dispatch/{shipment}/tracking", parcel + "/tracking");
        closed("POST /dispatch/{shipment}/tracking", parcel + "/tracking", Map.of("trackingNumber", "AB123456785GB"));
        closed("GET /dispatch/orders/{id}/address", "/dispatch" + order + "/address");
        closed("POST /dispatch/orders/{id}/address", "/dispatch" + order + "/address", MyForms.ADDRESS);
        closed("POST /dispatch/orders/{id}/address/fetch", "/dispatch" + order + "/address/fetch");
        closed("GET /work/{id}", theirs.work());
        closed("GET /work/{id}/events", theirs.work() + "/events");
    }

    private void labels() {
        var parcel = Map.of("shipment", theirs.parcel().toString());
        silent("POST /dispatch/labels", "/dispatch/labels", parcel);
        silent("POST /dispatch/handed-over", "/dispatch/handed-over", parcel);
        closed("GET /dispatch/orders/{id}/new-label", "/dispatch" + order + "/new-label");
        closed("POST /dispatch/orders/{id}/new-label", "/dispatch" + order + "/new-label", MyForms.LABEL);
    }

    private void connections() {
        var account = "/connections/" + theirs.account().id();
        silent("GET /connections", "/connections");
        silent("GET /connections/new", "/connections/new", Map.of("service", "EBAY"));
        silent("POST /connections", "/connections", Map.of("service", "EBAY", "credential", "x"));
        closed("POST /connections/{id}/download", account + "/download");
        closed("GET /connections/{id}/credentials", account + "/credentials");
        closed("POST /connections/{id}/credentials", account + "/credentials", Map.of("credential", "x"));
        closed("POST /connections/{id}/remove", account + "/remove");
    }

    private void attention() {
        silent("GET /attention", "/attention");
        closed("POST /attention/{id}/seen-to", "/attention/" + theirs.unreadOrder() + "/seen-to");
        closed("POST /attention/{id}/try", "/attention/" + theirs.unreadOrder() + "/try");
    }

    private void people() {
        var owner = "/people/" + theirs.owner().id();
        var packer = "/people/" + theirs.packer().id();
        silent("GET /people", "/people");
        silent("POST /people", "/people", Map.of("role", "OWNER", "name", "A", "email", "x", "password", ""));
        closed("GET /people/{id}", owner);
        closed("POST /people/{id}/role", owner + "/role", Map.of("role", "PACKER"));
        closed("POST /people/{id}/password", owner + "/password", Map.of("password", MadeUpShops.PASSWORD));
        closed("POST /people/{id}/sign-out", packer + "/sign-out");
        closed("POST /people/{id}/end", packer + "/end", Map.of("sure", "true"));
        closed("POST /people/{id}/back", "/people/" + theirs.leaver() + "/back");
        silent("GET /journal", "/journal");
        requests("/requests/" + theirs.request());
        silent("GET /disclosures", "/disclosures");
        silent("GET /disclosures/month.csv", "/disclosures/month.csv");
        silent("GET /recipients", "/recipients");
        silent("GET /recipients/{service}", "/recipients/ROYAL_MAIL");
        silent("POST /recipients/{service}", "/recipients/ROYAL_MAIL", MyForms.AGREEMENT);
        silent("POST /recipients/{service}/end", "/recipients/ROYAL_MAIL/end");
        register();
        breaches();
        marketing();
        exports();
        programs();
        reviews();
    }

    private void reviews() {
        silent("GET /promises", "/promises");
        silent("GET /promises/policy", "/promises/policy");
        silent("POST /promises/policy", "/promises/policy");
        var own = Map.of("outcome", "FITS", "nextOn", "2027-01-02");
        silent("GET /reviews", "/reviews");
        silent("GET /reviews/{kind}/{thing}", "/reviews/POLICY/RETENTION");
        silent("POST /reviews/{kind}/{thing}", "/reviews/POLICY/RETENTION", own);
        silent(
                "POST /reviews/{kind}/{thing}/plan",
                "/reviews/POLICY/RETENTION/plan",
                Map.of("owner", theirs.packer().id().toString(), "nextOn", "2027-01-02"));
        silent("GET /reviews/evidence.csv", "/reviews/evidence.csv");
        silent("GET /reviews/evidence.json", "/reviews/evidence.json");
        silent("GET /reviews/access", "/reviews/access");
        silent("POST /reviews/access", "/reviews/access");
        closed(
                "POST /reviews/access/people/{id}",
                "/reviews/access/people/" + theirs.packer().id(),
                Map.of("verdict", "END"));
        closed(
                "POST /reviews/access/tokens/{id}",
                "/reviews/access/tokens/" + theirs.token(),
                Map.of("verdict", "END"));
        silent("POST /reviews/access/close", "/reviews/access/close");
    }

    private void breaches() {
        var theirs = "/breaches/" + this.theirs.incident();
        silent("GET /breaches", "/breaches");
        silent("GET /breaches/new", "/breaches/new");
        silent("POST /breaches", "/breaches", Map.of("cause", "OTHER"));
        closed("GET /breaches/{id}", theirs);
        closed("POST /breaches/{id}/scope", theirs + "/scope", Map.of("asked", "TIME"));
        closed("POST /breaches/{id}/texts", theirs + "/texts", Map.of("happened", "A"));
        closed("POST /breaches/{id}/done", theirs + "/done", Map.of("ground", "RISK_HIGH"));
        closed("POST /breaches/{id}/not-needed", theirs + "/not-needed", Map.of("ground", "RISK_NOT_HIGH"));
        closed("GET /breaches/{id}/people", theirs + "/people");
        closed("POST /breaches/{id}/people", theirs + "/people", Map.of("subjectLine", "A", "text", "A"));
        closed("POST /breaches/{id}/people/letters", theirs + "/people/letters");
        closed("POST /breaches/{id}/people/again", theirs + "/people/again");
        closed("POST /breaches/{id}/close", theirs + "/close");
        closed("GET /breaches/{id}/regulator.txt", theirs + "/regulator.txt");
        closed("GET /breaches/{id}/incident.json", theirs + "/incident.json");
        closed("GET /breaches/{id}/drill.txt", theirs + "/drill.txt");
    }

    private void programs() {
        silent("GET /tokens", "/tokens");
        silent("POST /tokens", "/tokens", Map.of("name", "Program of mine", "scopes", "RIGHTS_REQUESTS"));
        closed("POST /tokens/{id}/revoke", "/tokens/" + theirs.token() + "/revoke");
        silent("GET /api/v1/openapi.json", "/api/v1/openapi.json");
        silent("POST /api/v1/rights-requests", "/api/v1/rights-requests");
        silent("GET /api/v1/rights-requests/{id}", "/api/v1/rights-requests/" + theirs.request());
        silent("POST /api/v1/exports", "/api/v1/exports");
        silent("GET /api/v1/exports/{id}", "/api/v1/exports/" + theirs.copy());
        silent("GET /api/v1/exports/{id}/file", "/api/v1/exports/" + theirs.copy() + "/file");
    }

    private void exports() {
        var theirs = "/exports/" + this.theirs.copy();
        silent("GET /exports", "/exports");
        silent("GET /exports/new", "/exports/new");
        silent("POST /exports", "/exports", MyForms.EXPORT);
        silent("GET /exports/whose", "/exports/whose");
        silent("POST /exports/whose", "/exports/whose", Map.of("rows", "A, B"));
        silent("POST /exports/whose/file", "/exports/whose/file");
        closed("GET /exports/{id}", theirs);
        closed("GET /exports/{id}/file", theirs + "/file");
        closed("POST /exports/{id}/withdraw", theirs + "/withdraw");
    }

    private void marketing() {
        var theirs = "/marketing/people/" + this.theirs.subscriber();
        var page = "/newsletter/" + this.theirs.owner().seller();
        var ends = "/unsubscribe/" + this.theirs.owner().seller() + "/abcd";
        silent("GET /marketing", "/marketing");
        closed(
                "POST /marketing/audiences/{account}/try",
                "/marketing/audiences/" + this.theirs.account().id() + "/try");
        closed(
                "POST /marketing/audiences/{account}/tell",
                "/marketing/audiences/" + this.theirs.account().id() + "/tell");
        var telling = "/webhooks/newsletter/" + this.theirs.owner().seller() + "/"
                + this.theirs.account().id() + "/abcd";
        closed("GET /webhooks/newsletter/{shop}/{account}/{secret}", telling);
        closed("POST /webhooks/newsletter/{shop}/{account}/{secret}", telling);
        silent("POST /marketing/search", "/marketing/search", Map.of("email", "subscriber@theirs.example"));
        silent("GET /marketing/people", "/marketing/people", Map.of("state", "AWAITING"));
        silent("GET /marketing/people/new", "/marketing/people/new");
        silent("POST /marketing/people", "/marketing/people", MyForms.CONSENT);
        closed("GET /marketing/people/{id}", theirs);
        closed("POST /marketing/people/{id}/ask", theirs + "/ask");
        closed("POST /marketing/people/{id}/end", theirs + "/end", Map.of("act", "WITHDRAWN"));
        silent("GET /marketing/wordings", "/marketing/wordings");
        silent("POST /marketing/wordings", "/marketing/wordings", Map.of("wordingKind", "CONSENT", "words", "mine"));
        silent("GET /newsletter/{shop}", page);
        silent("POST /newsletter/{shop}", page, Map.of("email", "a@b.example"));
        silent("GET /newsletter/{shop}/thanks", page + "/thanks");
        silent("GET /newsletter/{shop}/confirm/{secret}", page + "/confirm/abcd");
        silent("POST /newsletter/{shop}/confirm/{secret}", page + "/confirm/abcd");
        silent("GET /unsubscribe/{shop}/{secret}", ends);
        silent("POST /unsubscribe/{shop}/{secret}", ends);
    }

    private void register() {
        silent("GET /register", "/register");
        silent("GET /register/processing.json", "/register/processing.json");
        silent("GET /register/processing.xlsx", "/register/processing.xlsx");
        silent("GET /register/processing.pdf", "/register/processing.pdf");
        silent("GET /register/schema.json", "/register/schema.json");
        silent("GET /register/contacts/{part}", "/register/contacts/CONTACT");
        silent("POST /register/contacts/{part}", "/register/contacts/CONTACT", Map.of("name", "A"));
        silent("GET /register/notes/{purpose}", "/register/notes/DELIVERY");
        silent("POST /register/notes/{purpose}", "/register/notes/DELIVERY", Map.of("note", "A"));
    }

    private void retention() {
        var hold = "/holds/" + theirs.legalHold();
        silent("GET /holds", "/holds");
        closed("GET /holds/{id}", hold);
        closed("POST /holds/{id}/review", hold + "/review", Map.of("reviewInDays", "30"));
        closed("POST /holds/{id}/release", hold + "/release");
        silent("GET /ends", "/ends");
        silent("GET /ends/why", "/ends/why");
        silent("POST /ends/why", "/ends/why", Map.of("number", theirs.order().toString()));
        silent("GET /ends/forecast", "/ends/forecast");
        silent("POST /ends/clock", "/ends/clock", Map.of("days", "0"));
        silent("POST /ends/clock/right", "/ends/clock/right");
        silent("GET /ends/policy", "/ends/policy", Map.of("purpose", "DELIVERY", "days", "30"));
        silent("POST /ends/policy", "/ends/policy", Map.of("purpose", "DELIVERY", "days", "30"));
    }

    private void requests(String request) {
        publicPage();
        staffAndCorrections(request);
        silent("GET /requests", "/requests");
        silent("GET /requests/new", "/requests/new", ofTheirOrder());
        silent("POST /requests", "/requests", Map.of("kind", "ACCESS", "law", "UK", "receivedOn", "2026-01-02"));
        closed("GET /requests/{id}", request);
        closed("POST /requests/{id}/said", request + "/said", Map.of("what", "WITHDRAWN"));
        closed("POST /requests/{id}/identity", request + "/identity", Map.of("proof", "CALLED_BACK"));
        closed("POST /requests/{id}/look", request + "/look");
        closed(
                "POST /requests/{id}/orders",
                request + "/orders",
                Map.of("order", theirs.order().toString()));
        closed("POST /requests/{id}/refuse", request + "/refuse", Map.of("reason", "NOTHING_HELD"));
        closed("POST /requests/{id}/bundle", request + "/bundle");
        closed("GET /requests/{id}/bundle.pdf", request + "/bundle.pdf");
        silent("GET /requests/bundle.schema.json", "/requests/bundle.schema.json");
        closed("GET /requests/{id}/letter", request + "/letter", Map.of("template", "RECEIPT"));
        closed("POST /requests/{id}/letter", request + "/letter", MyForms.LETTER);
        closed("GET /requests/{id}/letters/{letter}", request + "/letters/" + theirs.request());
        closed("POST /requests/{id}/letters/{letter}/again", request + "/letters/" + theirs.request() + "/again");
        closed("POST /requests/{id}/notices/{service}", request + "/notices/EBAY");
        closed("GET /receipts/{shop}/{code}", "/receipts/" + theirs.owner().seller() + "/abcd");
        closed("POST /requests/{id}/erase", request + "/erase");
        closed("POST /requests/{id}/restrict", request + "/restrict");
        closed("POST /requests/{id}/lift", request + "/lift");
    }

    private void publicPage() {
        var page = "/privacy/" + theirs.owner().seller();
        var policy = "/policy/" + theirs.owner().seller();
        silent("GET /policy/{shop}", policy);
        closed("GET /policy/{shop}/versions/{number}", policy + "/versions/7");
        silent("GET /privacy/{shop}", page);
        silent("POST /privacy/{shop}", page, Map.of("kind", "ACCESS", "law", "UK", "email", "a@b.example"));
        silent("GET /privacy/{shop}/thanks", page + "/thanks");
        silent("GET /privacy/{shop}/code/{knock}", page + "/code/" + theirs.request());
        silent("POST /privacy/{shop}/code/{knock}", page + "/code/" + theirs.request(), Map.of("code", "abcd"));
        silent("GET /privacy/{shop}/copy", page + "/copy");
        silent("POST /privacy/{shop}/copy", page + "/copy", Map.of("email", "a@b.example"));
        silent("GET /privacy/{shop}/copy/{knock}", page + "/copy/" + theirs.request());
        silent("POST /privacy/{shop}/copy/{knock}", page + "/copy/" + theirs.request(), Map.of("code", "abcd"));
        silent("GET /privacy/{shop}/stop/{secret}", page + "/stop/abcd");
        silent("POST /privacy/{shop}/stop/{secret}", page + "/stop/abcd");
    }

    private void staffAndCorrections(String request) {
        closed("POST /requests/staff", "/requests/staff", ofTheirStaff());
        closed("POST /requests/{id}/account", request + "/account", Map.of("name", "Mine", "email", "a@b.example"));
        silent("GET /your-data", "/your-data");
        silent("POST /your-data", "/your-data", Map.of("kind", "ACCESS", "law", "UK"));
        closed("GET /your-data/{id}/bundle.pdf", "/your-data/" + theirs.request() + "/bundle.pdf");
        var ofTheirs = request + order;
        closed("GET /requests/{id}/orders/{order}/correct", ofTheirs + "/correct");
        closed("POST /requests/{id}/orders/{order}/correct", ofTheirs + "/correct");
        closed("POST /requests/{id}/orders/{order}/statement", ofTheirs + "/statement", Map.of("statement", "Mine"));
    }

    private Map<String, String> ofTheirStaff() {
        return Map.of("staff", theirs.packer().id().toString(), "kind", "ACCESS", "law", "UK");
    }

    private void business() {
        silent("GET /business", "/business");
        silent("POST /business", "/business", MyForms.BUSINESS);
        silent("POST /business/accounting-year", "/business/accounting-year", Map.of("yearEnds", "--03-31"));
        silent("POST /look", "/look", Map.of("look", "dark"));
    }

    private void signingIn() {
        silent("GET /sign-in", "/sign-in");
        silent("GET /set-up", "/set-up");
        silent("POST /set-up", "/set-up", Map.of("code", "not this one"));
        silent("GET /new-password", "/new-password");
        silent("POST /new-password", "/new-password", Map.of("code", "not this one"));
        silent("GET /password", "/password");
        silent("POST /password", "/password", Map.of("old", "not this one", "password", MadeUpShops.PASSWORD));
        silent("POST " + SIGNS_ME_OUT, SIGNS_ME_OUT);
    }

    Map<String, String> ofTheirOrder() {
        return Map.of("order", theirs.order().toString(), "evidenceKind", "WAYBILL");
    }

    /** There is nothing at that address for anybody else. */
    void closed(String route, String path) {
        closed(route, path, Map.of());
    }

    void closed(String route, String path, Map<String, String> params) {
        routes.put(route, new Asked(path, params, true));
    }

    /** Whatever is answered is of the stranger's own shop. */
    void silent(String route, String path) {
        silent(route, path, Map.of());
    }

    void silent(String route, String path, Map<String, String> params) {
        routes.put(route, new Asked(path, params, false));
    }
}

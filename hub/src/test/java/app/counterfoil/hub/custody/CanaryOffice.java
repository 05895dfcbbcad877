package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Visitor;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import tools.jackson.databind.json.JsonMapper;

/** The data protection office on that visit: what is asked for, written down, looked at again and taken along. */
final class CanaryOffice {

    private final BeanFactory hub;
    private final SellerId shop;
    private final Visitor visitor;

    CanaryOffice(BeanFactory hub, SellerId shop, Visitor visitor) {
        this.hub = hub;
        this.shop = shop;
        this.visitor = visitor;
    }

    /** All of it, with that order and its people. */
    void all(OrderFacts order) {
        for (var path : List.of(
                "/register",
                "/register/contacts/OFFICER",
                "/register/notes/SERVICE",
                "/breaches",
                "/breaches/new",
                "/reviews",
                "/reviews/access",
                "/reviews/POLICY/RETENTION",
                "/ends/why",
                "/promises",
                "/promises/policy",
                "/policy/" + shop,
                "/exports",
                "/exports/new",
                "/marketing",
                "/marketing/wordings")) {
            assertThat(visitor.open(path).statusCode()).as(path).isEqualTo(200);
        }
        requests(order);
        register();
        breach();
        marketing();
        export(order);
        program(order);
        reviews();
    }

    /** What somebody asks for, with their name, their words and where they are answered. */
    private void requests(OrderFacts order) {
        var taken = visitor.send(
                "/requests/new",
                "/requests",
                Map.entry("kind", "ERASURE"),
                Map.entry("law", "UK"),
                Map.entry("receivedOn", "2026-01-02"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@example.com"),
                Map.entry("userName", Canaries.PLAIN),
                Map.entry("said", Canaries.PLAIN),
                Map.entry("orderNumbers", order.channelOrderId()));
        var request = taken.uri().getPath();
        assertThat(request).startsWith("/requests/").doesNotEndWith("new");
        visitor.send(request, request + "/look");
        assertThat(visitor.open(request).body()).contains(Canaries.ACCENTED, order.channelOrderId());
        visitor.send(request, request + "/identity", Map.entry("proof", "CALLED_BACK"));
        visitor.send(
                request,
                request + "/letter",
                Map.entry("template", "RECEIPT"),
                Map.entry("subjectLine", Canaries.PLAIN),
                Map.entry("text", Canaries.ACCENTED));
        assertThat(visitor.open(request).body()).contains("It has arrived");
        assertThat(visitor.open(letterOf(request)).body()).contains(Canaries.ACCENTED);
        assertThat(visitor.open("/requests").statusCode()).isEqualTo(200);
        copyOfAll(order);
        putRight(order);
        assertThat(visitor.send(
                                "/your-data",
                                "/your-data",
                                Map.entry("kind", "ACCESS"),
                                Map.entry("law", "UK"),
                                Map.entry("said", Canaries.ACCENTED))
                        .statusCode())
                .isEqualTo(200);
        publicPage();
        accountPutRight();
    }

    /** The page of what was written first to whoever has asked. */
    private String letterOf(String request) {
        var id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
        return request + "/letters/"
                + hub.getBean(Letters.class).about(shop, id).get(0).id();
    }

    /** What is wrong is typed over, with what is right. */
    private void putRight(OrderFacts order) {
        var taken = visitor.send(
                "/requests/new",
                "/requests",
                Map.entry("kind", "RECTIFICATION"),
                Map.entry("law", "UK"),
                Map.entry("receivedOn", "2026-01-02"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("orderNumbers", order.channelOrderId()));
        var request = taken.uri().getPath();
        visitor.send(request, request + "/look");
        visitor.send(request, request + "/identity", Map.entry("proof", "CALLED_BACK"));
        var form = request + "/orders/" + order.id();
        var seen = Pattern.compile("name=\"changes\" value=\"(\\d+)\"")
                .matcher(visitor.open(form + "/correct").body());
        assertThat(seen.find()).isTrue();
        var done = visitor.send(
                form + "/correct",
                form + "/correct",
                Map.entry("changes", seen.group(1)),
                Map.entry("line2", Canaries.PLAIN),
                Map.entry("note", Canaries.ACCENTED));
        assertThat(done.body()).contains("Put right, and looked at again");
        visitor.send(form + "/correct", form + "/statement", Map.entry("statement", Canaries.ACCENTED));
    }

    /** Everything on one person, locked, with a passphrase that is told once. */
    private void copyOfAll(OrderFacts order) {
        var taken = visitor.send(
                "/requests/new",
                "/requests",
                Map.entry("kind", "ACCESS"),
                Map.entry("law", "UK"),
                Map.entry("receivedOn", "2026-01-02"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@example.com"),
                Map.entry("orderNumbers", order.channelOrderId()));
        var request = taken.uri().getPath();
        visitor.send(request, request + "/look");
        visitor.send(request, request + "/identity", Map.entry("proof", "CALLED_BACK"));
        assertThat(visitor.send(request, request + "/bundle").body()).contains("It opens with");
        assertThat(visitor.open(request + "/bundle.pdf").statusCode()).isEqualTo(200);
        fetchedFromOutside();
    }

    /** Whoever has the mailbox fetches it, after guessing once. */
    private void fetchedFromOutside() {
        var page = "/privacy/" + shop + "/copy";
        var asked = visitor.send(page, page, Map.entry("email", Canaries.PLAIN + "@example.com"));
        var code = asked.uri().getPath();
        assertThat(code).startsWith(page + "/");
        assertThat(visitor.send(code, code, Map.entry("code", Canaries.PLAIN)).body())
                .contains("This code is not right");
    }

    /** Somebody of the shop has asked for their account to be put right. */
    private void accountPutRight() {
        var email = Canaries.PLAIN + "@account.example";
        hub.getBean(AddPerson.class)
                .add(shop, Role.PACKER, Canaries.ACCENTED, email, Canaries.PLAIN + " in a sentence");
        var person = (SignedIn) hub.getBean(UserDetailsService.class).loadUserByUsername(email);
        var taken = visitor.send(
                "/requests/new",
                "/requests/staff",
                Map.entry("staff", person.id().toString()),
                Map.entry("kind", "RECTIFICATION"),
                Map.entry("law", "UK"),
                Map.entry("said", Canaries.ACCENTED));
        var request = taken.uri().getPath();
        visitor.send(request, request + "/identity", Map.entry("proof", "KNOWN_IN_PERSON"));
        var wrong = visitor.send(
                request,
                request + "/account",
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN));
        assertThat(wrong.body()).contains("Give a whole one");
        var right = visitor.send(
                request,
                request + "/account",
                Map.entry("name", Canaries.PLAIN + " " + Canaries.ACCENTED),
                Map.entry("email", email));
        assertThat(right.body()).contains("Put right, and looked at again");
    }

    /** What a stranger types, and what they guess. */
    private void publicPage() {
        var page = "/privacy/" + shop;
        var asked = visitor.send(
                page,
                page,
                Map.entry("kind", "ACCESS"),
                Map.entry("law", "UK"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@example.com"),
                Map.entry("said", Canaries.PLAIN));
        var code = asked.uri().getPath();
        assertThat(code).startsWith(page + "/code/");
        visitor.send(code, code, Map.entry("code", Canaries.PLAIN));
        assertThat(visitor.open(page + "/stop/" + Canaries.PLAIN).statusCode()).isEqualTo(200);
    }

    /** Looked at with a note, and taken along. */
    private void reviews() {
        var path = "/reviews/POLICY/RETENTION";
        var nextOn = hub.getBean(BusinessClock.class).today().plusMonths(6);
        visitor.send(
                path,
                path,
                Map.entry("outcome", "CHANGED"),
                Map.entry("note", Canaries.ACCENTED),
                Map.entry("nextOn", nextOn.toString()));
        visitor.send("/reviews/access", "/reviews/access");
        assertThat(visitor.open(path).body()).contains(Canaries.ACCENTED);
        for (var taken : List.of("evidence.csv", "evidence.json")) {
            assertThat(visitor.open("/reviews/" + taken).body()).contains(Canaries.ACCENTED);
        }
    }

    /** Written down, counted, written of, and taken along. */
    private void breach() {
        var now = LocalDateTime.now(hub.getBean(BusinessClock.class).asClock())
                .withSecond(0)
                .withNano(0);
        visitor.send(
                "/breaches/new",
                "/breaches",
                Map.entry("harms", "CONFIDENTIALITY"),
                Map.entry("cause", "OTHER"),
                Map.entry("foundAt", now.toString()),
                Map.entry("awareAt", now.toString()));
        var path = "/breaches/" + hub.getBean(Breaches.class).all(shop).get(0).id();
        visitor.send(path, path + "/scope", Map.entry("asked", "TIME"));
        visitor.send(
                path,
                path + "/texts",
                Map.entry("happened", Canaries.PLAIN),
                Map.entry("consequences", Canaries.ACCENTED),
                Map.entry("measures", Canaries.PLAIN));
        assertThat(visitor.open(path).body()).contains(Canaries.ACCENTED);
        toThePeople(path);
        for (var taken : List.of("regulator.txt", "incident.json", "drill.txt")) {
            assertThat(visitor.open(path + "/" + taken).statusCode()).isEqualTo(200);
        }
    }

    /** Whoever is in the incident is written to, by a letter that has the names. */
    private void toThePeople(String incident) {
        visitor.send(incident, incident + "/done", Map.entry("ground", "RISK_HIGH"));
        var page = incident + "/people";
        visitor.send(page, page, Map.entry("subjectLine", Canaries.PLAIN), Map.entry("text", Canaries.ACCENTED));
        assertThat(visitor.open(page).body()).contains(Canaries.ACCENTED);
        var writing = visitor.send(page, page + "/letters");
        while (visitor.open(writing.uri().getPath()).body().contains("data-work")) {
            Thread.onSpinWait();
        }
        assertThat(visitor.open(page).body()).contains("What became of the letters");
    }

    /** A program hands in what somebody has asked for, rightly and wrongly; its token has the name of nobody. */
    private void program(OrderFacts order) {
        visitor.send(
                "/tokens", "/tokens", Map.entry("name", Canaries.ACCENTED), Map.entry("scopes", "RIGHTS_REQUESTS"));
        var owner = hub.getBean(UserDetailsService.class).loadUserByUsername(CanaryVisit.EMAIL);
        var token = hub.getBean(ApiTokens.class)
                .make((SignedIn) owner, "Help desk", Set.of(ApiScope.RIGHTS_REQUESTS), ApiTokens.USUAL_DAYS);
        for (var kind : List.of("ERASURE", Canaries.PLAIN)) {
            var body = new JsonMapper()
                    .writeValueAsString(Map.of(
                            "kind",
                            kind,
                            "name",
                            Canaries.ACCENTED,
                            "email",
                            Canaries.PLAIN + "@example.com",
                            "orderNumbers",
                            List.of(order.channelOrderId())));
            var answer = visitor.calls("/api/v1/rights-requests", token, "key-for-" + kind.length(), body);
            assertThat(answer.statusCode()).isEqualTo(kind.equals("ERASURE") ? 201 : 400);
            assertThat(answer.body()).doesNotContain(Canaries.PLAIN, Canaries.ACCENTED);
        }
    }

    /** Made of orders whose people have the names, with a reason that names somebody, and fetched. */
    private void export(OrderFacts order) {
        var making = visitor.send(
                "/exports/new",
                "/exports",
                Map.entry("purpose", "DELIVERY"),
                Map.entry("reason", Canaries.ACCENTED),
                Map.entry("fileFormat", "CSV"),
                Map.entry("days", "7"));
        while (visitor.open(making.uri().getPath()).body().contains("data-work")) {
            Thread.onSpinWait();
        }
        var copy =
                "/exports/" + hub.getBean(Copies.class).latest(shop, 1).get(0).id();
        assertThat(visitor.open(copy).body()).contains(Canaries.ACCENTED);
        assertThat(visitor.open(copy + "/file").body()).contains(order.channelOrderId());
        var found = visitor.send(
                "/exports/whose", "/exports/whose", Map.entry("rows", Canaries.PLAIN + ", CF0123456789AB"));
        assertThat(found.body()).contains("none of the shop");
        visitor.send(copy, copy + "/withdraw");
    }

    /** Taken in, asked, looked up, shown and ended; and signed up for by the person. */
    private void marketing() {
        var words = hub.getBean(SellerDetails.class).of(shop).tradingName() + " may write to me.";
        visitor.send(
                "/marketing/wordings",
                "/marketing/wordings",
                Map.entry("wordingKind", "CONSENT"),
                Map.entry("words", words));
        var wording = hub.getBean(Wordings.class)
                .current(shop, WordingKind.CONSENT)
                .orElseThrow()
                .id()
                .toString();
        for (var email : List.of(Canaries.PLAIN + "@paper.example", Canaries.PLAIN)) {
            visitor.send(
                    "/marketing/people/new",
                    "/marketing/people",
                    Map.entry("consentProof", "PAPER"),
                    Map.entry("evidence", "BOX-7"),
                    Map.entry("wording", wording),
                    Map.entry("givenOn", "2026-01-02"),
                    Map.entry("addresses", email));
        }
        assertThat(visitor.open("/marketing/people?state=AWAITING").body()).contains(Canaries.PLAIN + "@paper.example");
        var found =
                visitor.send("/marketing", "/marketing/search", Map.entry("email", Canaries.PLAIN + "@paper.example"));
        assertThat(found.body()).contains("BOX-7");
        visitor.send(
                "/newsletter/" + shop,
                "/newsletter/" + shop,
                Map.entry("email", Canaries.PLAIN + "@page.example"),
                Map.entry("wording", wording),
                Map.entry("agree", "true"));
        var person = found.uri().getPath();
        visitor.send(person, person + "/end", Map.entry("act", "OBJECTED"));
        assertThat(visitor.open(person).body()).contains("Address destroyed");
    }

    /** Said, told, and said anew, so that what stood there before is forgotten. */
    private void register() {
        for (var name : List.of(Canaries.PLAIN, Canaries.ACCENTED)) {
            visitor.send(
                    "/register",
                    "/register/contacts/OFFICER",
                    Map.entry("name", name),
                    Map.entry("reach", Canaries.PLAIN + "@example.com"),
                    Map.entry("note", Canaries.ACCENTED));
            visitor.send("/register", "/register/notes/SERVICE", Map.entry("note", name));
        }
        visitor.send("/register", "/register/contacts/OFFICER", Map.entry("reach", Canaries.PLAIN));
        assertThat(visitor.open("/register").body()).contains(Canaries.ACCENTED);
        for (var ending : List.of("json", "xlsx", "pdf")) {
            assertThat(visitor.open("/register/processing." + ending).statusCode())
                    .isEqualTo(200);
        }
    }
}

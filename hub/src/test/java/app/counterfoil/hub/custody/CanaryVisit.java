package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.breach.Breaches;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.marketing.WordingKind;
import app.counterfoil.hub.marketing.Wordings;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;

/** An owner goes through all the pages and types the words that nobody else uses, rightly and wrongly. */
final class CanaryVisit {

    static final String EMAIL = Canaries.PLAIN + "@shop.example";
    static final String PASSWORD = Canaries.ACCENTED + " is a sentence";

    private final BeanFactory hub;
    private final SellerId shop;
    private final URI house;
    private final Visitor visitor;

    /** A visit to that shop at the pages of the hub. */
    CanaryVisit(BeanFactory hub, SellerId shop, URI house) {
        this.hub = hub;
        this.shop = shop;
        this.house = house;
        this.visitor = new Visitor(house);
    }

    SignedIn signedIn(String email) {
        return (SignedIn) hub.getBean(UserDetailsService.class).loadUserByUsername(email);
    }

    private Timeline timeline() {
        return hub.getBean(Timeline.class);
    }

    private Orders orders() {
        return hub.getBean(Orders.class);
    }

    private OrdersPutAside putAside() {
        return hub.getBean(OrdersPutAside.class);
    }

    /** All over a real port, so that what the servlet container keeps and says is looked through as well. */
    void pages() {
        visitor.signIn(EMAIL, Canaries.PLAIN);
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
        var order = orders().page(shop, OrderFilter.all(), Optional.empty(), 1).get(0);
        for (var path : List.of(
                "/orders",
                "/orders/" + order.id(),
                "/dispatch",
                "/invoices",
                "/attention",
                "/people",
                "/journal",
                "/disclosures",
                "/recipients",
                "/recipients/ROYAL_MAIL",
                "/register",
                "/register/contacts/OFFICER",
                "/register/notes/SERVICE",
                "/breaches",
                "/reviews",
                "/reviews/access",
                "/reviews/POLICY/RETENTION",
                "/breaches/new",
                "/exports",
                "/exports/new",
                "/marketing",
                "/marketing/wordings",
                "/ends")) {
            assertThat(visitor.open(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var text :
                List.of(Canaries.PLAIN, Canaries.ACCENTED, Canaries.PLAIN + "@example.com", NothingLeaksTest.CONTROL)) {
            assertThat(search(text).statusCode()).isEqualTo(200);
        }
        assertThat(search(Canaries.PLAIN).body()).contains(order.id().toString());
        forms(order);
        people();
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
        assertThat(visitor.open("/requests").statusCode()).isEqualTo(200);
        copyOfAll(order);
        putRight(order);
        publicPage();
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

    private void forms(OrderFacts order) {
        assertThat(putAside().of(shop)).isNotEmpty();
        for (var entry : putAside().of(shop)) {
            visitor.send("/attention", "/attention/" + entry.id() + "/try");
        }
        visitor.send("/attention", "/attention/" + putAside().of(shop).get(0).id() + "/seen-to");
        for (var act : List.of("hold", "release", "cancel", "return", Canaries.PLAIN)) {
            visitor.send("/orders", "/orders/" + order.id() + "/" + act);
        }
        visitor.send(
                "/people",
                "/people",
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN),
                Map.entry("password", Canaries.PLAIN),
                Map.entry("role", Canaries.PLAIN));
        var all = orders().page(shop, OrderFilter.all(), Optional.empty(), 50);
        all.forEach(sold -> visitor.send("/orders", "/orders/" + sold.id() + "/invoice/full"));
        assertThat(all.stream().flatMap(sold -> timeline().of(shop, sold.id()).stream()))
                .extracting(event -> event.what().name())
                .contains("INVOICE_REPLACED");
        requests(order);
        visitor.send("/business", "/business/accounting-year", Map.entry("yearEnds", Canaries.PLAIN));
        register();
        breach();
        marketing();
        export(order);
        reviews();
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
        for (var taken : List.of("regulator.txt", "incident.json", "drill.txt")) {
            assertThat(visitor.open(path + "/" + taken).statusCode()).isEqualTo(200);
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

    /** A set-up that is closed, somebody who leaves and comes back, passwords that are wrong. */
    private void people() {
        visitor.send(
                "/people",
                "/set-up",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@new.example"),
                Map.entry("password", Canaries.PLAIN));
        var email = Canaries.PLAIN + "@left.example";
        hub.getBean(AddPerson.class).add(shop, Role.PACKER, Canaries.ACCENTED, email, PASSWORD);
        visitor.send(
                "/people",
                "/new-password",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("email", email),
                Map.entry("password", Canaries.PLAIN));
        var page = "/people/" + signedIn(email).id();
        for (var act : List.of("password", "role", "end", "back", "end")) {
            visitor.send(
                    page,
                    page + "/" + act,
                    Map.entry("password", Canaries.PLAIN + " in a sentence"),
                    Map.entry("role", "SERVICE"),
                    Map.entry("sure", "true"));
        }
        visitor.send("/password", "/password", Map.entry("old", Canaries.PLAIN), Map.entry("password", Canaries.PLAIN));
        new Visitor(house).signIn(EMAIL, Canaries.PLAIN);
    }

    private HttpResponse<String> search(String text) {
        return visitor.send("/orders", "/orders/search", Map.entry("q", text));
    }

    /** What is exported without being asked for somebody by name. */
    String exported() {
        return visitor.open("/ends/forecast").body();
    }

    /** Credentials that nobody accepts, of a new account and of a known one. */
    void credentials(Account known) {
        var wrong = Map.entry("credential", Canaries.PLAIN);
        var connected = visitor.send(
                "/connections/new?service=AMAZON",
                "/connections",
                Map.entry("service", "AMAZON"),
                Map.entry("name", "Wrong"),
                wrong,
                wrong,
                wrong);
        assertThat(connected.body()).contains("does not accept the credentials");
        var page = "/connections/" + known.id() + "/credentials";
        assertThat(visitor.send(page, page, wrong, wrong, wrong).body()).contains("does not accept the credentials");
    }

    /** Addresses that have ended: fetched from the channel again, and typed in, wrongly first. */
    void addressesAgain(List<OrderId> sent) {
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
        for (var order : sent) {
            var page = "/dispatch/orders/" + order + "/address";
            visitor.send(page, page + "/fetch");
            assertThat(type(page, "GB").body()).contains("Write a whole postcode");
            assertThat(type(page, "DE").uri().getPath()).isEqualTo("/orders/" + order);
        }
        assertThat(sent.stream().flatMap(order -> timeline().of(shop, order).stream()))
                .extracting(event -> event.what().name())
                .contains("ADDRESS_FETCHED", "ADDRESS_TYPED_IN");
    }

    private HttpResponse<String> type(String page, String country) {
        return visitor.send(
                page,
                page,
                Map.entry("reason", "ADDRESS_ENDED"),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("company", Canaries.PLAIN),
                Map.entry("line1", Canaries.ACCENTED + " 1"),
                Map.entry("line2", Canaries.PLAIN),
                Map.entry("line3", Canaries.PLAIN),
                Map.entry("town", Canaries.ACCENTED),
                Map.entry("county", Canaries.PLAIN),
                Map.entry("postcode", Canaries.PLAIN),
                Map.entry("country", country),
                Map.entry("phone", Canaries.PLAIN),
                Map.entry("email", Canaries.PLAIN + "@example.com"));
    }
}

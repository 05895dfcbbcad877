package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.Invoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.RetentionPolicies;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Many sellers share one installation and never see each other; and a role opens its own pages only. */
@SpringBootTest(classes = Counterfoil.class)
class TwoShopsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(5));
    private static final String PASSWORD = "a sentence for the test";
    private static final String SIGNS_ME_OUT = "/password/sign-out";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private People people;

    @Autowired
    private ChangeAccess changeAccess;

    @Autowired
    private SellerDetails details;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private Shipments shipments;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private Invoices invoices;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private OrdersPutAside putAside;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LongWork longWork;

    @Autowired
    private LegalHolds legalHolds;

    @Autowired
    private RetentionPolicies policies;

    private MockMvc web;
    private SignedIn mine;
    private SignedIn theirs;
    private Account theirAccount;
    private OrderId theirOrder;
    private UUID theirParcel;
    private UUID theirInvoice;
    private String theirWork = "";

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.royal-mail.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void twoShopsOfWhichTheOtherHasOrders() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        if (people.byEmail("owner@mine.example").isEmpty()) {
            SANDBOX.generate("ebay-1", 30);
            open("mine");
            open("theirs");
        }
        mine = people.byEmail("owner@mine.example").orElseThrow();
        theirs = people.byEmail("owner@theirs.example").orElseThrow();
        if (accounts.of(theirs.seller()).isEmpty()) {
            connectChannel.connect(
                    theirs.seller(),
                    OutsideService.EBAY,
                    "eBay of theirs",
                    List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
            connectChannel.connect(theirs.seller(), OutsideService.ROYAL_MAIL, "Mail", List.of("demo-royalmail-1"));
        }
        theirAccount = accounts.of(theirs.seller()).get(0);
        downloadOrders.from(theirAccount);
        var ready = theirOrders().stream()
                .filter(order ->
                        order.state() == OrderState.READY && order.territory().equals(Territory.GREAT_BRITAIN))
                .limit(2)
                .toList();
        theirOrder = ready.get(0).id();
        var wish = new ParcelWish("TPN24", "smallParcel", new Weight(450));
        theirParcel = bookShipments
                .book(theirs, List.of(ready.get(1).id()), wish, done -> {})
                .get(0)
                .shipment()
                .orElseThrow()
                .id();
        theirInvoice = issueInvoices
                .forOrder(theirs.seller(), ready.get(1).id(), true, Optional.empty())
                .id();
        putAside.keep(theirAccount, "THEIR-UNREAD-1", "A field is missing.", "Look at it.", new byte[] {1});
        theirWork = longWork.start(
                "Their work",
                theirs.seller().toString(),
                theirs.id().toString(),
                new LongWork.Back("/orders", "Back"),
                progress -> new LongWork.Done("Their work is done.", "/orders", "Go on"));
    }

    /** Every route of the application, asked for by me with the ids of theirs. A route that is not here fails the test. */
    private static final Map<String, String> ADDRESS = Map.of(
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

    private static final Map<String, String> HOLD =
            Map.of("reason", "CLAIM_BY_BUYER", "caseReference", "QB-2026-000123", "reviewInDays", "90");

    private static final Map<String, String> BUSINESS =
            Map.of("tradingName", "Shop mine", "address", "1 Example Row", "postcode", "LS1 9ZZ", "vatNumber", "");

    private Map<String, Asked> walk() {
        var order = "/orders/" + theirOrder;
        var dispatch = "/dispatch" + order + "/new-label";
        var booking = Map.of("order", theirOrder.toString(), "service", "TPN24", "format", "smallParcel", "grams", "1");
        var label = Map.of("reason", "DAMAGED", "service", "TPN24", "format", "smallParcel", "grams", "450");
        var parcel = Map.of("shipment", theirParcel.toString());
        return Map.ofEntries(
                closed("GET /orders/{id}", order),
                closed("POST /orders/{id}/hold", order + "/hold"),
                closed("POST /orders/{id}/release", order + "/release"),
                closed("POST /orders/{id}/cancel", order + "/cancel"),
                closed("POST /orders/{id}/return", order + "/return"),
                closed("POST /orders/{id}/invoice", order + "/invoice"),
                closed("POST /orders/{id}/invoice/full", order + "/invoice/full"),
                closed("GET /invoices/{id}/pdf", "/invoices/" + theirInvoice + "/pdf"),
                closed("POST /connections/{id}/download", "/connections/" + theirAccount.id() + "/download"),
                closed("POST /attention/{id}/seen-to", "/attention/" + theirEntry() + "/seen-to"),
                closed("POST /attention/{id}/try", "/attention/" + theirEntry() + "/try"),
                closed("GET /connections/{id}/credentials", "/connections/" + theirAccount.id() + "/credentials"),
                Map.entry(
                        "POST /connections/{id}/credentials",
                        new Asked(
                                "/connections/" + theirAccount.id() + "/credentials", Map.of("credential", "x"), true)),
                closed("POST /connections/{id}/remove", "/connections/" + theirAccount.id() + "/remove"),
                closed("GET /dispatch/orders/{id}/address", "/dispatch" + order + "/address"),
                Map.entry(
                        "POST /dispatch/orders/{id}/address",
                        new Asked("/dispatch" + order + "/address", ADDRESS, true)),
                closed("POST /dispatch/orders/{id}/address/fetch", "/dispatch" + order + "/address/fetch"),
                silent("POST /dispatch/{shipment}/seen-to", "/dispatch/" + theirParcel + "/seen-to", Map.of()),
                closed("POST /orders/{id}/invoice/aside", order + "/invoice/aside"),
                Map.entry(
                        "POST /orders/{id}/invoice/place",
                        new Asked(order + "/invoice/place", Map.of("inside", "true"), true)),
                silent("GET /invoices/rates", "/invoices/rates", Map.of()),
                silent(
                        "POST /invoices/rates",
                        "/invoices/rates",
                        Map.of("currency", "EUR", "month", "2026-10", "units", "1.15")),
                silent("POST /invoices/open/try", "/invoices/open/try", Map.of()),
                closed("GET /work/{id}", theirWork),
                closed("GET /work/{id}/events", theirWork + "/events"),
                closed("GET /dispatch/orders/{id}/new-label", dispatch),
                Map.entry("POST /dispatch/orders/{id}/new-label", new Asked(dispatch, label, true)),
                silent("POST /dispatch/book", "/dispatch/book", booking),
                silent("POST /dispatch/labels", "/dispatch/labels", parcel),
                silent("POST /dispatch/handed-over", "/dispatch/handed-over", parcel),
                silent("POST /dispatch/{shipment}/tell", "/dispatch/" + theirParcel + "/tell", Map.of()),
                closed("GET /dispatch/{shipment}/tracking", "/dispatch/" + theirParcel + "/tracking"),
                Map.entry(
                        "POST /dispatch/{shipment}/tracking",
                        new Asked(
                                "/dispatch/" + theirParcel + "/tracking",
                                Map.of("trackingNumber", "AB123456785GB"),
                                true)),
                silent("POST /dispatch/ask", "/dispatch/ask", Map.of()),
                silent(
                        "POST /invoices/products",
                        "/invoices/products",
                        Map.of("sku", "MUG-BLU-350", "title", "", "vatClass", "ZERO")),
                silent("POST /invoices/products/most", "/invoices/products/most", Map.of("most", "ZERO")),
                silent("POST /orders/search", "/orders/search", Map.of("q", theirNumber())),
                silent("POST /connections", "/connections", Map.of("service", "EBAY", "credential", "x")),
                silent("POST /people", "/people", Map.of("role", "OWNER", "name", "A", "email", "x", "password", "")),
                silent("POST /ends/clock", "/ends/clock", Map.of("days", "0")),
                silent("GET /ends/forecast", "/ends/forecast", Map.of()),
                silent("GET /holds", "/holds", Map.of()),
                closed("GET /holds/{id}", "/holds/" + theirHold()),
                Map.entry(
                        "POST /holds/{id}/review",
                        new Asked("/holds/" + theirHold() + "/review", Map.of("reviewInDays", "30"), true)),
                closed("POST /holds/{id}/release", "/holds/" + theirHold() + "/release"),
                closed("GET /orders/{id}/legal-hold", order + "/legal-hold"),
                Map.entry("POST /orders/{id}/legal-hold", new Asked(order + "/legal-hold", HOLD, true)),
                silent("POST /ends/clock/right", "/ends/clock/right", Map.of()),
                silent("GET /ends/policy", "/ends/policy", Map.of("purpose", "DELIVERY", "days", "30")),
                silent("POST /ends/policy", "/ends/policy", Map.of("purpose", "DELIVERY", "days", "30")),
                silent("POST /look", "/look", Map.of("look", "dark")),
                silent("GET /", "/", Map.of()),
                silent("GET /orders", "/orders", Map.of()),
                silent("GET /orders/search", "/orders/search", Map.of()),
                silent("GET /attention", "/attention", Map.of()),
                silent("GET /dispatch", "/dispatch", Map.of()),
                silent("GET /invoices", "/invoices", Map.of()),
                silent("GET /invoices/products", "/invoices/products", Map.of()),
                silent("GET /connections", "/connections", Map.of()),
                silent("GET /connections/new", "/connections/new", Map.of("service", "EBAY")),
                silent("GET /business", "/business", Map.of()),
                silent("POST /business", "/business", BUSINESS),
                silent("POST /business/accounting-year", "/business/accounting-year", Map.of("yearEnds", "--03-31")),
                silent("GET /password", "/password", Map.of()),
                silent("POST " + SIGNS_ME_OUT, SIGNS_ME_OUT, Map.of()),
                closed("POST /people/{id}/sign-out", "/people/" + theirPacker() + "/sign-out"),
                silent("POST /password", "/password", Map.of("old", "not this one", "password", PASSWORD)),
                closed("GET /people/{id}", "/people/" + theirs.id()),
                Map.entry(
                        "POST /people/{id}/role",
                        new Asked("/people/" + theirs.id() + "/role", Map.of("role", "PACKER"), true)),
                Map.entry(
                        "POST /people/{id}/password",
                        new Asked("/people/" + theirs.id() + "/password", Map.of("password", PASSWORD), true)),
                Map.entry(
                        "POST /people/{id}/end",
                        new Asked("/people/" + theirPacker() + "/end", Map.of("sure", "true"), true)),
                closed("POST /people/{id}/back", "/people/" + theirLeaver() + "/back"),
                silent("GET /people", "/people", Map.of()),
                silent("GET /journal", "/journal", Map.of()),
                silent("GET /ends", "/ends", Map.of()),
                silent("GET /set-up", "/set-up", Map.of()),
                silent("POST /set-up", "/set-up", Map.of("code", "not this one")),
                silent("GET /new-password", "/new-password", Map.of()),
                silent("POST /new-password", "/new-password", Map.of("code", "not this one")),
                silent("GET /sign-in", "/sign-in", Map.of()));
    }

    /** What is asked, and whether there must be nothing at that address. */
    private record Asked(String path, Map<String, String> params, boolean isNotFound) {}

    private static Map.Entry<String, Asked> closed(String route, String path) {
        return Map.entry(route, new Asked(path, Map.of(), true));
    }

    private static Map.Entry<String, Asked> silent(String route, String path, Map<String, String> params) {
        return Map.entry(route, new Asked(path, params, false));
    }

    @Test
    void noRouteWithTheirIdsShowsOrChangesAnythingOfTheirs() throws Exception {
        var walk = walk();
        var before = everythingOfTheirs();
        var marks = marksOfTheirs();
        var lastSignsOut = Comparator.<String, Boolean>comparing(route -> route.endsWith(SIGNS_ME_OUT));
        for (var route : routes().stream().sorted(lastSignsOut).toList()) {
            assertThat(walk).as("a route that the walk does not cover").containsKey(route);
            var asked = Objects.requireNonNull(walk.get(route));
            var request = request(HttpMethod.valueOf(route.substring(0, route.indexOf(' '))), asked.path());
            asked.params().forEach(request::param);
            var answer = web.perform(request.with(user(mine)).with(csrf()))
                    .andReturn()
                    .getResponse();
            if (asked.isNotFound()) {
                assertThat(answer.getStatus()).as(route).isEqualTo(404);
            }
            assertThat(answer.getStatus()).as(route).isLessThan(500);
            assertThat(answer.getContentType()).as(route).isNotEqualTo("application/pdf");
            var typed = asked.params().values();
            var page = answer.getContentAsString();
            assertThat(marks.stream().filter(mark -> !typed.contains(mark)))
                    .as(route)
                    .noneMatch(page::contains);
            follow(answer.getRedirectedUrl());
        }
        assertThat(routes()).as("a row whose route is gone").containsAll(walk.keySet());
        assertThat(everythingOfTheirs()).isEqualTo(before);
    }

    @Test
    void theirOwnPagesDoShowWhatTheWalkLooksFor() throws Exception {
        assertThat(theirLeaver()).isNotNull();
        var theirPages = body(get("/orders"), theirs)
                + body(get("/dispatch"), theirs)
                + body(get("/people"), theirs)
                + body(get("/orders/" + theirOrder), theirs)
                + body(get("/attention"), theirs);
        assertThat(marksOfTheirs()).allMatch(theirPages::contains);
        for (var path : List.of("/orders/" + theirOrder, "/invoices/" + theirInvoice + "/pdf", theirWork)) {
            assertThat(status(get(path), theirs)).as(path).isEqualTo(200);
        }
    }

    @Test
    void aSearchOfMineFindsNobodyOfTheirs() throws Exception {
        var order = theirOrders().get(0);
        assertThat(searched(order.channelOrderId(), mine)).contains("Nothing found");
        assertThat(searched(order.channelOrderId(), theirs))
                .contains("Search results")
                .doesNotContain("Nothing found");
    }

    private String searched(String typed, SignedIn as) throws Exception {
        var session = new MockHttpSession();
        body(post("/orders/search").param("q", typed).session(session), as);
        return body(get("/orders/search").session(session), as);
    }

    @Test
    void everyPageAsksForSigningIn() throws Exception {
        for (var route : routes()) {
            if (Stream.of(" /sign-in", " /set-up", " /new-password").noneMatch(route::endsWith)) {
                var parts = route.split(" ", 2);
                var path = parts[1].replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
                var asked = web.perform(
                                request(HttpMethod.valueOf(parts[0]), path).with(csrf()))
                        .andReturn()
                        .getResponse();
                assertThat(asked.getStatus()).as(route).isEqualTo(302);
                assertThat(asked.getRedirectedUrl()).as(route).endsWith("/sign-in");
            }
        }
    }

    @Test
    void aPackerSeesAddressesButNeitherBuyersNorThePagesOfTheOwner() throws Exception {
        var packer = people.byEmail("packer@theirs.example").orElseThrow();
        for (var path : List.of("/connections", "/people", "/journal", "/ends")) {
            assertThat(status(get(path), packer)).as(path).isEqualTo(403);
        }
        var order = theirOrders().stream()
                .filter(each -> each.state() == OrderState.READY)
                .findFirst()
                .orElseThrow();
        var page = body(get("/orders/" + order.id()), packer);
        assertThat(page).contains("cf-address").contains("not for your role").doesNotContain("@marketplace.example");
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichHalfWasWrong() throws Exception {
        for (var email : List.of("owner@mine.example", "nobody@mine.example")) {
            var answer = web.perform(post("/sign-in")
                            .param("email", email)
                            .param("password", "not this one")
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?refused");
        }
    }

    private void open(String name) {
        var shop = openShop.open(new Business("Shop " + name, List.of("1 Example Row"), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        addPerson.add(shop, Role.OWNER, "Owner of " + name, "owner@" + name + ".example", PASSWORD);
        addPerson.add(shop, Role.PACKER, "Packer of " + name, "packer@" + name + ".example", PASSWORD);
    }

    /** Work that my request started is waited for, so that what it would change has changed. */
    private void follow(@Nullable String path) throws Exception {
        if (path != null && path.startsWith("/work/")) {
            for (var page = body(get(path), mine); page.contains("data-work"); page = body(get(path), mine)) {
                assertThat(page).doesNotContain(theirNumber());
            }
        }
    }

    private List<Object> everythingOfTheirs() {
        var shop = theirs.seller();
        var all = theirOrders();
        return Arrays.asList(
                all,
                all.stream().map(order -> shipments.ofOrder(shop, order.id())).toList(),
                all.stream().map(order -> orders.timeline(shop, order.id())).toList(),
                invoices.latest(shop, 100),
                vatClasses.of(shop),
                accounts.of(shop),
                putAside.of(shop),
                legalHolds.all(shop),
                policies.history(shop),
                details.of(shop),
                people.all(theirs),
                people.left(theirs),
                people.byEmail("owner@theirs.example").orElseThrow().access(),
                SANDBOX.royalMail().references());
    }

    /** Texts that stand on their pages, and may stand on none of mine. */
    private List<String> marksOfTheirs() {
        return List.of(
                theirNumber(),
                "THEIR-UNREAD-1",
                "Shop theirs",
                "Owner of theirs",
                "Leaver of theirs",
                shipments.of(theirs.seller(), List.of(theirParcel)).get(0).trackingNumber());
    }

    private String theirNumber() {
        return orders.one(theirs.seller(), theirOrder).orElseThrow().channelOrderId();
    }

    private UUID theirPacker() {
        return people.byEmail("packer@theirs.example").orElseThrow().id();
    }

    private UUID theirLeaver() {
        if (people.left(theirs).isEmpty()) {
            addPerson.add(theirs.seller(), Role.PACKER, "Leaver of theirs", "leaver@theirs.example", PASSWORD);
            changeAccess.end(
                    theirs,
                    people.byEmail("leaver@theirs.example").orElseThrow().id());
        }
        return people.left(theirs).get(0).id();
    }

    private UUID theirHold() {
        return legalHolds.all(theirs.seller()).stream()
                .map(LegalHold::id)
                .findFirst()
                .orElseGet(() -> legalHolds.hold(
                        theirs.seller(),
                        theirOrder.value(),
                        LegalHoldReason.CLAIM_BY_BUYER,
                        new CaseReference("TH-2026-9"),
                        theirs,
                        ReviewPeriod.LONGEST));
    }

    private UUID theirEntry() {
        return putAside.of(theirs.seller()).get(0).id();
    }

    private List<String> routes() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("app.counterfoil"))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(path -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .toList();
    }

    private List<OrderFacts> theirOrders() {
        return orders.page(theirs.seller(), OrderFilter.all(), Optional.empty(), 100);
    }

    private int status(MockHttpServletRequestBuilder request, SignedIn as) throws Exception {
        return web.perform(request.with(user(as)).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String body(MockHttpServletRequestBuilder request, SignedIn as) throws Exception {
        return web.perform(request.with(user(as)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}

package app.counterfoil.hub.seller;

import static app.counterfoil.hub.seller.Role.BOOKKEEPER;
import static app.counterfoil.hub.seller.Role.PACKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A role does its own work and nothing else: every page and act of the application, asked for in every role. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class WhoMayDoWhatTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(11));
    private static final Set<Role> NOBODY = Set.of();

    /** Open before signing in. */
    private static final Set<String> OPEN = Set.of(
            "GET /sign-in",
            "GET /set-up",
            "POST /set-up",
            "GET /new-password",
            "POST /new-password",
            "GET /receipts/{shop}/{code}",
            "GET /api/v1/openapi.json",
            "GET /webhooks/newsletter/{shop}/{account}/{secret}",
            "POST /webhooks/newsletter/{shop}/{account}/{secret}",
            "GET /newsletter/{shop}",
            "POST /newsletter/{shop}",
            "GET /newsletter/{shop}/thanks",
            "GET /newsletter/{shop}/confirm/{secret}",
            "POST /newsletter/{shop}/confirm/{secret}",
            "GET /unsubscribe/{shop}/{secret}",
            "POST /unsubscribe/{shop}/{secret}",
            "GET /policy/{shop}",
            "GET /policy/{shop}/versions/{number}",
            "GET /privacy/{shop}",
            "POST /privacy/{shop}",
            "GET /privacy/{shop}/thanks",
            "GET /privacy/{shop}/code/{knock}",
            "POST /privacy/{shop}/code/{knock}",
            "GET /privacy/{shop}/copy",
            "POST /privacy/{shop}/copy",
            "GET /privacy/{shop}/copy/{knock}",
            "POST /privacy/{shop}/copy/{knock}",
            "GET /privacy/{shop}/stop/{secret}",
            "POST /privacy/{shop}/stop/{secret}");

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private People people;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private HoldOrders holdOrders;

    private SellerId shop;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShop() {
        shop = shops.open("Shop", MadeUpShops.VAT_NUMBER);
        for (var role : Role.values()) {
            people.add(shop, role, new StaffRecord("Somebody", role + "@" + shop, ""));
        }
    }

    @Test
    void everyPageAndActIsNamedInTheTableAndOpensToItsRolesOnly() throws Exception {
        var told = new ArrayList<String>();
        for (var route : pages.routes().keySet()) {
            if (OPEN.contains(route)) {
                continue;
            }
            assertThat(RightRoles.RIGHT)
                    .as("a page that the table does not name")
                    .containsKey(route);
            for (var role : Role.values()) {
                // Whoever has signed in is nobody to the API: there programs come in, with tokens.
                var refused = ask(route, role) == (route.contains(" /api/") ? 401 : 403);
                if (refused == RightRoles.RIGHT.getOrDefault(route, NOBODY).contains(role)) {
                    told.add(role + (refused ? " is refused " : " may ") + route);
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(pages.routes().keySet()).as("a row whose page is gone").containsAll(RightRoles.RIGHT.keySet());
    }

    /** Two places that say who may would be one too many. */
    @Test
    void noPageSaysByItselfWhoMayOpenIt() {
        assertThat(pages.routes().values())
                .noneMatch(page -> AnnotatedElementUtils.hasAnnotation(page.getMethod(), PreAuthorize.class)
                        || AnnotatedElementUtils.hasAnnotation(page.getBeanType(), PreAuthorize.class));
    }

    @Test
    void aPathThatNoRuleNamesIsNotFoundAndNotRefused() throws Exception {
        assertThat(pages.asked(as(PACKER), get("/no/such/page")).getStatus()).isEqualTo(404);
    }

    @Test
    void theNavigationShowsWhatTheRoleMayOpenAndNothingElse() throws Exception {
        for (var role : Role.values()) {
            var shown = matches(page("/orders", role), "<nav class=\"cf-side\".*?</nav>", "<a href=\"(/[^\"]*)\"");
            var right = RightRoles.RIGHT.entrySet().stream()
                    .filter(row -> row.getValue().contains(role))
                    .map(row -> row.getKey().replace("GET ", ""))
                    .collect(Collectors.toSet());
            assertThat(right).as(role.title()).containsAll(shown);
            for (var path : List.of(
                    "/orders",
                    "/dispatch",
                    "/invoices",
                    "/books",
                    "/bookkeeping",
                    "/vat",
                    "/connections",
                    "/business",
                    "/people",
                    "/journal",
                    "/disclosures",
                    "/register",
                    "/recipients",
                    "/requests",
                    "/ends",
                    "/holds",
                    "/exports",
                    "/tokens",
                    "/breaches",
                    "/reviews",
                    "/marketing",
                    "/promises")) {
                assertThat(shown.contains(path)).as(role.title() + " " + path).isEqualTo(right.contains(path));
            }
        }
    }

    @Test
    void anOrdersPageOffersOnlyWhatTheRoleMayDo() throws Exception {
        var account = shops.connect(shop, OutsideService.EBAY);
        SANDBOX.generate("ebay-1", 20);
        downloadOrders.from(account);
        var ready = inState(OrderState.READY).get(0);
        for (var state : List.of(OrderState.READY, OrderState.ON_HOLD, OrderState.DISPATCHED)) {
            if (state == OrderState.ON_HOLD) {
                holdOrders.hold(shop, List.of(ready), HoldReason.HELD_BY_PERSON, Optional.empty());
            } else if (state == OrderState.DISPATCHED) {
                moveOrders.to(state, shop, List.of(ready), Optional.empty());
            }
            for (var role : Role.values()) {
                var main = matches(page("/orders/" + ready, role), "<main.*</main>", "action=\"(/[^\"?]*)");
                main.forEach(path -> assertThat(RightRoles.RIGHT.get("POST " + path.replace(ready.toString(), "{id}")))
                        .as(role.title() + " " + path)
                        .contains(role));
            }
        }
        assertThat(page("/orders/" + ready, BOOKKEEPER))
                .doesNotContain("cf-address")
                .contains("not for your role");
    }

    @Test
    void aHoldIsLiftedOnlyWhereThereIsOne() throws Exception {
        var account = shops.connect(shop, OutsideService.EBAY, 2);
        SANDBOX.generate("ebay-2", 20);
        downloadOrders.from(account);
        var order = inState(OrderState.READY).get(0);
        var path = "/orders/" + order + "/release";
        var refused = pages.perform(as(PACKER), request(HttpMethod.POST, path));
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/orders/" + order);
        assertThat(refused.getFlashMap().get("refused"))
                .as("what the order's page says")
                .isInstanceOfSatisfying(HoldOrders.NothingToLift.class, told -> assertThat(told.wrong())
                        .contains("no hold that can be lifted"));
        assertThat(orders.one(shop, order).orElseThrow().state()).isEqualTo(OrderState.READY);
    }

    private List<OrderId> inState(OrderState state) {
        return orders.page(shop, OrderFilter.in(state), Optional.empty(), 50).stream()
                .map(order -> order.id())
                .toList();
    }

    private int ask(String route, Role role) throws Exception {
        var parts = route.split(" ", 2);
        var path = parts[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return pages.asked(as(role), request(HttpMethod.valueOf(parts[0]), path))
                .getStatus();
    }

    private String page(String path, Role role) throws Exception {
        return pages.asked(as(role), get(path)).getContentAsString();
    }

    private SignedIn as(Role role) {
        return people.byEmail(role + "@" + shop).orElseThrow();
    }

    private static Set<String> matches(String page, String within, String wanted) {
        var part = Pattern.compile(within, Pattern.DOTALL).matcher(page);
        assertThat(part.find()).isTrue();
        var found = Pattern.compile(wanted).matcher(part.group());
        var all = new LinkedHashSet<String>();
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }
}

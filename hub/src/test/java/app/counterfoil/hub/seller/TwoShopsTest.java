package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Many sellers share one installation and never see each other; and a role opens its own pages only. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
class TwoShopsTest {

    /** What I am told there is of my shop alone; what is in the files is looked into where they are read. */
    private static final List<String> MY_OWN_FILES = List.of("GET /register/processing.", "GET /invoices/look/sample");

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(5));

    @Autowired
    private BeanFactory hub;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private HubPages pages;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private People people;

    @Autowired
    private VatClasses vatClasses;

    private SignedIn mine;
    private TheirShop theirs;

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
    void twoShopsOfWhichTheOtherHasOrders() {
        if (people.byEmail("owner@mine.example").isEmpty()) {
            SANDBOX.generate("ebay-1", 30);
            open("mine");
            open("theirs");
        }
        mine = people.byEmail("owner@mine.example").orElseThrow();
        theirs = new TheirShop(hub, people.byEmail("owner@theirs.example").orElseThrow());
    }

    private void open(String name) {
        var shop = shops.open("Shop " + name, MadeUpShops.VAT_NUMBER);
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        for (var role : List.of(Role.OWNER, Role.PACKER)) {
            var mailbox = role.name().toLowerCase(Locale.ROOT);
            addPerson.add(
                    shop, role, role.title() + " of " + name, mailbox + "@" + name + ".example", MadeUpShops.PASSWORD);
        }
    }

    @Test
    void noRouteWithTheirIdsShowsOrChangesAnythingOfTheirs() throws Exception {
        var walk = TheirRoutes.of(theirs);
        var before = everythingOfTheirs();
        var marks = theirs.marks();
        var lastSignsOut = Comparator.<String, Boolean>comparing(route -> route.endsWith(TheirRoutes.SIGNS_ME_OUT));
        for (var route : pages.routes().keySet().stream().sorted(lastSignsOut).toList()) {
            assertThat(walk).as("a route that the walk does not cover").containsKey(route);
            var asked = Objects.requireNonNull(walk.get(route));
            var request = request(HttpMethod.valueOf(route.substring(0, route.indexOf(' '))), asked.path());
            asked.params().forEach(request::param);
            var answer = pages.asked(mine, request);
            if (asked.isNotFound()) {
                assertThat(answer.getStatus()).as(route).isEqualTo(404);
            }
            assertThat(answer.getStatus()).as(route).isLessThan(500);
            if (MY_OWN_FILES.stream().noneMatch(route::startsWith)) {
                assertThat(answer.getContentType()).as(route).isNotEqualTo("application/pdf");
            }
            var typed = asked.params().values();
            var page = answer.getContentAsString();
            // Who answers for the data is what the page for everybody is there to say.
            var isPublic = Stream.of("/policy/", "/privacy/", "/newsletter/", "/unsubscribe/")
                    .anyMatch(asked.path()::startsWith);
            assertThat(marks.stream()
                            .filter(mark -> !typed.contains(mark))
                            .filter(mark -> !(isPublic && mark.equals("Shop theirs"))))
                    .as(route)
                    .noneMatch(page::contains);
            follow(answer.getRedirectedUrl());
        }
        assertThat(pages.routes().keySet()).as("a row whose route is gone").containsAll(walk.keySet());
        assertThat(everythingOfTheirs()).isEqualTo(before);
    }

    @Test
    void theirOwnPagesDoShowWhatTheWalkLooksFor() throws Exception {
        assertThat(theirs.leaver()).isNotNull();
        var theirPages = pages.page(theirs.owner(), "/orders")
                + pages.page(theirs.owner(), "/dispatch")
                + pages.page(theirs.owner(), "/people")
                + pages.page(theirs.owner(), "/orders/" + theirs.order())
                + pages.page(theirs.owner(), "/attention");
        assertThat(theirs.marks()).allMatch(theirPages::contains);
        for (var path : List.of("/orders/" + theirs.order(), "/invoices/" + theirs.invoice() + "/pdf", theirs.work())) {
            assertThat(pages.asked(theirs.owner(), get(path)).getStatus())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void aSearchOfMineFindsNobodyOfTheirs() throws Exception {
        var order = theirs.orders().get(0);
        assertThat(searched(order.channelOrderId(), mine)).contains("Nothing found");
        assertThat(searched(order.channelOrderId(), theirs.owner()))
                .contains("Search results")
                .doesNotContain("Nothing found");
    }

    private String searched(String typed, SignedIn as) throws Exception {
        var session = new MockHttpSession();
        pages.asked(as, post("/orders/search").param("q", typed).session(session));
        return pages.asked(as, get("/orders/search").session(session)).getContentAsString();
    }

    @Test
    void aPackerSeesAddressesButNeitherBuyersNorThePagesOfTheOwner() throws Exception {
        var packer = theirs.packer();
        for (var path : List.of(
                "/connections",
                "/people",
                "/journal",
                "/disclosures",
                "/recipients",
                "/register",
                "/requests",
                "/breaches",
                "/reviews",
                "/promises",
                "/ends")) {
            assertThat(pages.asked(packer, get(path)).getStatus()).as(path).isEqualTo(403);
        }
        var order = theirs.orders().stream()
                .filter(each -> each.state() == OrderState.READY)
                .findFirst()
                .orElseThrow();
        var page = pages.page(packer, "/orders/" + order.id());
        assertThat(page).contains("cf-address").contains("not for your role").doesNotContain("@marketplace.example");
    }

    /** Work that my request started is waited for, so that what it would change has changed. */
    private void follow(@Nullable String path) throws Exception {
        if (path != null && path.startsWith("/work/")) {
            for (var page = mine(path); page.contains("data-work"); page = mine(path)) {
                assertThat(page).doesNotContain(theirs.number());
            }
        }
    }

    private String mine(String path) throws Exception {
        return pages.asked(mine, get(path)).getContentAsString();
    }

    private List<Object> everythingOfTheirs() {
        return List.of(theirs.everything(), SANDBOX.royalMail().references());
    }
}

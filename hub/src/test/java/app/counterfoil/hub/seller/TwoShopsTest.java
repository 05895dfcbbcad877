package app.counterfoil.hub.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private People people;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    private MockMvc web;
    private SignedIn mine;
    private SignedIn theirs;
    private Account theirAccount;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
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
        theirAccount = connectChannel.connect(
                theirs.seller(),
                OutsideService.EBAY,
                "eBay",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
        downloadOrders.from(theirAccount);
    }

    @Test
    void noPageOfMineShowsAnythingOfTheirs() throws Exception {
        for (var path : List.of("/orders", "/attention", "/connections", "/people", "/journal", "/ends")) {
            var page = body(get(path), mine);
            assertThat(page).as(path).doesNotContain("theirs");
            theirOrders().forEach(order -> assertThat(page).as(path).doesNotContain(order.channelOrderId()));
        }
    }

    @Test
    void noIdOfTheirsOpensOrChangesAnythingForMe() throws Exception {
        var order = theirOrders().stream()
                .filter(each -> each.state() == OrderState.READY)
                .findFirst()
                .orElseThrow();
        var id = order.id();
        assertThat(status(get("/orders/" + id), mine)).isEqualTo(404);
        for (var act : List.of("hold", "release", "cancel", "return")) {
            assertThat(status(post("/orders/" + id + "/" + act), mine)).as(act).isEqualTo(404);
        }
        assertThat(status(post("/connections/" + theirAccount.id() + "/download"), mine))
                .isEqualTo(404);
        assertThat(status(post("/attention/" + id + "/try"), mine)).isEqualTo(404);
        assertThat(orders.one(theirs.seller(), id).orElseThrow().state()).isEqualTo(OrderState.READY);
        assertThat(status(get("/orders/" + id), theirs)).isEqualTo(200);
    }

    @Test
    void aSearchOfMineFindsNobodyOfTheirs() throws Exception {
        var order = theirOrders().get(0);
        assertThat(body(post("/orders/search").param("q", order.channelOrderId()), mine))
                .contains("Nothing found");
        assertThat(body(post("/orders/search").param("q", order.channelOrderId()), theirs))
                .doesNotContain("Nothing found");
    }

    @Test
    void everyPageAsksForSigningIn() throws Exception {
        var open = List.of("/sign-in", "/error", "/actuator", "/look");
        for (var mapping : context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            for (var path : mapping.getPatternValues()) {
                if (open.stream().noneMatch(path::startsWith)) {
                    var asked = web.perform(get(path.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000")))
                            .andReturn()
                            .getResponse();
                    assertThat(asked.getStatus()).as(path).isEqualTo(302);
                    assertThat(asked.getRedirectedUrl()).as(path).endsWith("/sign-in");
                }
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
        var shop = openShop.open(new Business("Shop " + name, List.of("1 Example Row"), "LS1 9ZZ", ""));
        addPerson.add(shop, Role.OWNER, "Owner of " + name, "owner@" + name + ".example", PASSWORD);
        addPerson.add(shop, Role.PACKER, "Packer of " + name, "packer@" + name + ".example", PASSWORD);
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

package app.counterfoil.hub.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** A search that finds more orders than fit on a page shows all of them, the latest first, page by page. */
@SpringBootTest(classes = Counterfoil.class)
class ManyHitsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(29));
    private static final Pattern SHOWN = Pattern.compile("<td><a class=\"cf-strong\"[^>]*>([^<]*)</a>");
    private static final String OWNER = "owner@shop.example";
    private static final String SKU = "SAME-SKU-1";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private TrainingClock trainingClock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void sixtyOrdersOfOneProduct() {
        SANDBOX.generate("ebay-1", 60);
        var channel = SANDBOX.world().account("ebay-1").orElseThrow();
        for (var order : channel.orders()) {
            ((ObjectNode) order.at("/lineItems/0")).put("sku", SKU);
            channel.put(order.path("orderId").asString(), order);
        }
        shop = openShop.open(new Business("Shop", List.of("1 Example Row"), "LS1 9ZZ", ""));
        addPerson.add(shop, Role.OWNER, "Owner", OWNER, "a sentence for the test");
        downloadOrders.from(connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "eBay",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1")));
    }

    @Test
    void sixtyOrdersWithOneSkuAreAllReachedAndManyThatHaveEndedAreToldInOneSentence() throws Exception {
        var latestFirst = orders.page(shop, OrderFilter.all(), Optional.empty(), 500).stream()
                .map(OrderFacts::channelOrderId)
                .toList();
        assertThat(latestFirst).hasSize(60);
        var first = searched("1");
        assertThat(numbers(first)).isEqualTo(latestFirst.subList(0, 50));
        assertThat(first)
                .contains("60 orders; the latest 50 are shown")
                .contains("name=\"page\" value=\"2\"", "Show more")
                .contains("People are found in open orders")
                .doesNotContain("?q=", "&amp;q=");
        var second = searched("2");
        assertThat(numbers(second)).isEqualTo(latestFirst.subList(50, 60));
        assertThat(second).contains("60 orders; 51 to 60 are shown").doesNotContain("Show more");
        for (var beyond : List.of("2147483647", "0", "-7")) {
            assertThat(numbers(searched(beyond))).isEqualTo(numbers(beyond.startsWith("2") ? second : first));
        }
        trainingClock.forward(95, turned -> {});
        assertThat(searched("1"))
                .containsPattern("Whom \\d+ of these orders were for has ended")
                .doesNotContain("was for ended on");
    }

    private String searched(String page) throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build()
                .perform(post("/orders/search")
                        .param("q", SKU)
                        .param("page", page)
                        .with(csrf())
                        .with(user(signIn.loadUserByUsername(OWNER))))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as("page " + page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static List<String> numbers(String page) {
        return SHOWN.matcher(page).results().map(each -> each.group(1)).toList();
    }
}

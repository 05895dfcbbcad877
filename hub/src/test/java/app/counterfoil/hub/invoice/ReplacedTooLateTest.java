package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A full invoice names the customer, so none takes the place of a short one when nobody is known any more. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class ReplacedTooLateTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(39));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Orders orders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private ReplaceShortInvoice replace;

    @Autowired
    private Invoices invoices;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private WebApplicationContext context;

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

    @Test
    void onceTheBuyerHasEndedItIsRefusedWithWhatToDoAndNoNumberIsTaken() throws Exception {
        var me = bookkeeper("GB100000034");
        var order = taken(me.seller());
        var shortOne = issued(me.seller(), order);
        moveOrders.to(OrderState.DISPATCHED, me.seller(), List.of(order.id()), Optional.empty());
        trainingClock.forward(91, turned -> {});
        assertThatThrownBy(() -> replace.withFull(me.seller(), order.id(), me.id()))
                .isInstanceOfSatisfying(CannotInvoice.class, refused -> {
                    assertThat(refused.wrong()).contains("in place of " + shortOne.number(), "ended here on");
                    assertThat(refused.mend()).contains("from the buyer", "replaces " + shortOne.number());
                });
        assertThat(invoices.ofOrder(me.seller(), order.id())).contains(shortOne);
        assertThat(page(me, "/orders/" + order.id()))
                .contains("name and address ended here on")
                .doesNotContain("Issue a full invoice in its place");
        assertThat(invoices.latest(me.seller(), 10)).hasSize(1);
    }

    private Invoice issued(SellerId shop, OrderFacts order) {
        return issueInvoices.forOrder(shop, order.id(), false, Optional.empty());
    }

    private SignedIn bookkeeper(String vatNumber) {
        var shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", vatNumber));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
        var email = ("bookkeeper@" + shop + ".example").toLowerCase(Locale.ROOT);
        addPerson.add(shop, Role.BOOKKEEPER, "Demo Person", email, "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    private OrderFacts taken(SellerId shop) {
        var number = MARKET.ebay(json -> {});
        downloadOrders.from(accounts.of(shop).get(0));
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 200).stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String page(SignedIn me, String path) throws Exception {
        var answer = web().perform(get(path).with(user(me))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockMvc web() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }
}

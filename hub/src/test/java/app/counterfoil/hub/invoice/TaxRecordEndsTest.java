package app.counterfoil.hub.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The person on an invoice ends six years after the accounting period; the figures stay. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class TaxRecordEndsTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(34));

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
    private IssueInvoices issueInvoices;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private Invoices invoices;

    @Autowired
    private InvoicePdfs pdfs;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private UserDetailsService people;

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
    void afterSixYearsThePersonIsGoneAndTheTotalsRemain() {
        SANDBOX.generate("ebay-1", 10);
        var shop = openShop.open(
                new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var account = connectChannel.connect(
                shop,
                OutsideService.EBAY,
                "Test",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
        downloadOrders.from(account);
        var order = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 10).stream()
                .filter(each -> each.territory().equals("GB") && !each.vatByChannel())
                .findFirst()
                .orElseThrow();
        var invoice = issueInvoices.forOrder(shop, order.id(), true, Optional.empty());
        addPerson.add(shop, Role.OWNER, "Demo Person", "owner@ends.example", "a sentence for the test");
        var owner = (SignedIn) people.loadUserByUsername("owner@ends.example");
        assertThat(pdfs.of(owner, invoice.id())).isPresent();
        trainingClock.forward(7 * 365, turned -> {});
        assertThat(pdfs.of(owner, invoice.id())).isPresent();
        trainingClock.forward(60, turned -> {});
        assertThatThrownBy(() -> pdfs.of(owner, invoice.id()))
                .isInstanceOf(CannotInvoice.class)
                .hasMessageContaining("ended on");
        assertThat(invoices.latest(shop, 10).get(0).gross()).isEqualTo(order.total());
    }
}

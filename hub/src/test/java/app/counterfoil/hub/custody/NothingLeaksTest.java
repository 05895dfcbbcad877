package app.counterfoil.hub.custody;

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
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.NewLabelReason;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.PrintLabels;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.CannotInvoice;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.Attention;
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
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * A word nobody else uses stands in every personal field. After all that can be done with the orders, and with the house
 * logging everything it can say, the word is found nowhere on the disk, in no way of writing it down.
 */
@SpringBootTest(classes = Counterfoil.class)
class NothingLeaksTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(3));
    private static final Path LOG = Path.of("target/tmp/everything.log");
    private static final String CONTROL = "Kontrollvogelq";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private UserDetailsService signIn;

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
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private VatClasses vatClasses;

    @Autowired
    private IssueInvoices issueInvoices;

    @Autowired
    private InvoicePdfs invoicePdfs;

    @Autowired
    private Attention attention;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private TurnOfDay turnOfDay;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.amazon.api", SANDBOX::address);
        registry.add("counterfoil.amazon.sign-in", SANDBOX::address);
        registry.add("counterfoil.ebay.api", SANDBOX::address);
        registry.add("counterfoil.royal-mail.api", SANDBOX::address);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.outside.pause", () -> "5ms");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void noPersonalWordIsFoundOnTheDiskAndAnUnsealedOneIs() throws Exception {
        Canaries.plant(SANDBOX);
        var appender = logEverythingOfTheHouse();
        try {
            live();
        } finally {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(appender);
            appender.stop();
        }
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        assertThat(LOG).isNotEmptyFile();
        assertThat(DiskSearch.found(List.of(CONTROL)))
                .as("the unsealed control")
                .isNotEmpty();
        assertThat(DiskSearch.found(Canaries.words())).as("the sealed canaries").isEmpty();
    }

    @Test
    void everyWayOfWritingAWordDownIsFoundWhereItStands() throws IOException {
        for (var way : DiskSearch.written("Pröbevogel").entrySet()) {
            var file = Files.createTempFile("way", ".bin");
            Files.write(file, way.getValue());
            assertThat(DiskSearch.search(file, "Pröbevogel")).contains(way.getKey());
            Files.delete(file);
        }
    }

    private void live() throws Exception {
        var shop = openShop.open(new Business("Demo Shop", List.of(CONTROL), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        var email = Canaries.PLAIN + "@shop.example";
        addPerson.add(shop, Role.OWNER, Canaries.ACCENTED + " Owner", email, "a sentence for the test");
        var owner = (SignedIn) signIn.loadUserByUsername(email);
        var amazon = connect(shop, OutsideService.AMAZON, "amazon");
        var ebay = connect(shop, OutsideService.EBAY, "ebay");
        SANDBOX.faults().switchOn(new Faults.Switched("ebay-orders", Fault.TRUNCATED_JSON, 1, 5));
        assertThat(downloadOrders.from(ebay)).isFalse();
        SANDBOX.faults().clear();
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
        ship(shop, owner);
        pages(shop, owner);
        // Every day comes to its end: what was destroyed is looked for as well.
        trainingClock.forward(91, turned -> {});
        turnOfDay.turn();
    }

    private Account connect(SellerId shop, OutsideService service, String name) {
        return connectChannel.connect(
                shop,
                service,
                name,
                List.of("demo-" + name + "-client", "demo-" + name + "-secret", "demo-refresh-" + name + "-1"));
    }

    private void pages(SellerId shop, SignedIn owner) throws Exception {
        var web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        var order = orders.page(shop, OrderFilter.all(), Optional.empty(), 1).get(0);
        for (var path : List.of(
                "/orders",
                "/orders/" + order.id(),
                "/dispatch",
                "/invoices",
                "/attention",
                "/people",
                "/journal",
                "/ends")) {
            var page = web.perform(get(path).with(user(owner))).andReturn().getResponse();
            assertThat(page.getStatus()).as(path).isEqualTo(200);
        }
        for (var text : List.of(Canaries.PLAIN, Canaries.ACCENTED, Canaries.PLAIN + "@example.com", CONTROL)) {
            web.perform(
                    post("/orders/search").param("q", text).with(user(owner)).with(csrf()));
        }
        assertThat(attention.of(shop)).isNotEmpty();
        for (var entry : attention.of(shop)) {
            web.perform(
                    post("/attention/" + entry.id() + "/try").with(user(owner)).with(csrf()));
        }
        for (var act : List.of("hold", "release", "cancel", "return", Canaries.PLAIN)) {
            web.perform(
                    post("/orders/" + order.id() + "/" + act).with(user(owner)).with(csrf()));
        }
        web.perform(post("/people")
                .param("name", Canaries.ACCENTED)
                .param("email", Canaries.PLAIN)
                .param("password", Canaries.PLAIN)
                .param("role", Canaries.PLAIN)
                .with(user(owner))
                .with(csrf()));
        web.perform(post("/set-up")
                .param("code", Canaries.PLAIN)
                .param("name", Canaries.ACCENTED)
                .param("email", Canaries.PLAIN + "@new.example")
                .param("password", Canaries.PLAIN)
                .with(csrf()));
        addPerson.add(
                shop, Role.PACKER, Canaries.ACCENTED, Canaries.PLAIN + "@left.example", "a sentence for the test");
        var packer = ((SignedIn) signIn.loadUserByUsername(Canaries.PLAIN + "@left.example")).id();
        for (var act : List.of("password", "role", "end", "back", "end")) {
            web.perform(post("/people/" + packer + "/" + act)
                    .param("password", Canaries.PLAIN + Canaries.PLAIN)
                    .param("role", "SERVICE")
                    .param("sure", "true")
                    .with(user(owner))
                    .with(csrf()));
        }
        web.perform(post("/password")
                .param("old", Canaries.PLAIN)
                .param("password", Canaries.PLAIN)
                .with(user(owner))
                .with(csrf()));
        web.perform(post("/connections")
                .param("service", "AMAZON")
                .param("name", "Wrong")
                .param("credential", Canaries.PLAIN, Canaries.PLAIN, Canaries.PLAIN)
                .with(user(owner))
                .with(csrf()));
        web.perform(post("/sign-in")
                .param("email", Canaries.PLAIN + "@shop.example")
                .param("password", Canaries.PLAIN)
                .with(csrf()));
    }

    /** Labels and invoices are made, some bookings fail half-way, and every paper is printed. */
    private void ship(SellerId shop, SignedIn owner) {
        connectChannel.connect(shop, OutsideService.ROYAL_MAIL, "Royal Mail", List.of("demo-royalmail-1"));
        var ready = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 50).stream()
                .map(OrderFacts::id)
                .toList();
        var wish = new ParcelWish("TPN24", "smallParcel", new Weight(450));
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", Fault.TRUNCATED_JSON, 2, 1));
        bookShipments.book(owner, ready, wish, done -> {});
        SANDBOX.faults().clear();
        bookShipments.book(owner, ready, wish, done -> {});
        var parcels = shipments.in(shop, List.of(ShipmentState.BOOKED), 50).stream()
                .map(Shipment::id)
                .toList();
        assertThat(parcels).isNotEmpty();
        assertThat(printLabels.pdf(owner, parcels)).isNotEmpty();
        var again = shipments.of(shop, parcels).get(0).order();
        bookShipments.anew(owner, again, wish, NewLabelReason.DAMAGED);
        int named = 0;
        for (var order : ready) {
            try {
                var invoice = issueInvoices.forOrder(shop, order, true, Optional.of(owner.id()));
                assertThat(invoicePdfs.of(owner, invoice.id())).isPresent();
                named += invoice.partyEndsOn().isPresent() ? 1 : 0;
            } catch (CannotInvoice unclear) {
                LoggerFactory.getLogger("app.counterfoil.hub").info("no invoice: {}", unclear.wrong());
            }
        }
        assertThat(named).isPositive();
        assertThat(markDispatched.handedOver(owner, parcels).left()).isPositive();
    }

    /** Everything that anybody in the program can be made to say. */
    private static FileAppender<ILoggingEvent> logEverythingOfTheHouse() throws IOException {
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.deleteIfExists(LOG);
        var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%level %logger %msg%n%ex");
        encoder.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(logging);
        appender.setFile(LOG.toString());
        appender.setEncoder(encoder);
        appender.start();
        logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        return appender;
    }
}

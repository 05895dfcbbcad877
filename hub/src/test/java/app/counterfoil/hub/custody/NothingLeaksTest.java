package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.PrintLabels;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * A word nobody else uses stands in every personal field. After all that can be done with the orders, and with the house
 * logging everything it can say, the word is found nowhere on the disk, in no way of writing it down.
 */
@SpringBootTest(classes = Counterfoil.class)
class NothingLeaksTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(3));
    private static final Path LOG = Path.of("target/tmp/everything.log");
    private static final String CANARY = "Kanarienvogelq";
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
    private IssueInvoices issueInvoices;

    @Autowired
    private InvoicePdfs invoicePdfs;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.amazon.api", SANDBOX::address);
        registry.add("counterfoil.amazon.sign-in", SANDBOX::address);
        registry.add("counterfoil.royal-mail.api", SANDBOX::address);
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void noPersonalWordIsFoundOnTheDiskAndAnUnsealedOneIs() throws Exception {
        plantCanaries();
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
        assertThat(found(CONTROL)).as("the unsealed control").isNotEmpty();
        assertThat(found(CANARY)).as("the sealed canary").isEmpty();
    }

    private static void plantCanaries() {
        SANDBOX.generate("amazon-1", 20);
        var account = SANDBOX.world().account("amazon-1").orElseThrow();
        for (var order : account.orders()) {
            var buyer = (ObjectNode) order.get("buyer");
            buyer.put("buyerName", CANARY + " Name").put("buyerEmail", CANARY + "@example.com");
            var address = (ObjectNode) order.get("recipient").get("deliveryAddress");
            for (var field : List.of("name", "companyName", "addressLine1", "addressLine2", "city", "stateOrRegion")) {
                address.put(field, CANARY + " " + field);
            }
            address.put("postalCode", CANARY).put("phone", CANARY);
            ((ObjectNode) order.get("recipient"))
                    .putObject("deliveryPreference")
                    .put("addressInstruction", CANARY + " instruction");
            account.put(order.get("orderId").asString(), order);
        }
        // One that cannot be read, so that it is kept as it was sent.
        var bad = account.orders().get(0);
        ((ObjectNode) bad.get("recipient").get("deliveryAddress")).put("countryCode", CANARY);
        account.put(bad.get("orderId").asString(), bad);
    }

    private void live() throws Exception {
        var shop = openShop.open(new Business("Demo Shop", List.of(CONTROL), "LS1 9ZZ", "GB100000034"));
        addPerson.add(shop, Role.OWNER, CANARY + " Owner", CANARY + "@shop.example", "a sentence for the test");
        var owner = (SignedIn) signIn.loadUserByUsername(CANARY + "@shop.example");
        var account = connectChannel.connect(
                shop,
                OutsideService.AMAZON,
                "Amazon",
                List.of("demo-amazon-client", "demo-amazon-secret", "demo-refresh-amazon-1"));
        downloadOrders.from(account);
        ship(shop, owner);
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
        for (var text : List.of(CANARY, CANARY + "@example.com", CONTROL)) {
            web.perform(
                    post("/orders/search").param("q", text).with(user(owner)).with(csrf()));
        }
        web.perform(
                post("/orders/" + order.id() + "/" + CANARY).with(user(owner)).with(csrf()));
        web.perform(post("/sign-in")
                .param("email", CANARY + "@shop.example")
                .param("password", CANARY)
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
        int named = 0;
        for (var order : ready) {
            var invoice = issueInvoices.forOrder(shop, order, true, Optional.of(owner.id()));
            assertThat(invoicePdfs.of(owner, invoice.id())).isPresent();
            named += invoice.partyEndsOn().isPresent() ? 1 : 0;
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

    private static List<String> found(String word) throws IOException {
        var hits = new ArrayList<String>();
        for (var folder : List.of(Path.of("target/hub-database"), Path.of("target/homes"), Path.of("target/tmp"))) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            for (var file : filesIn(folder)) {
                search(file, word).forEach(way -> hits.add(file + " as " + way));
            }
        }
        return hits;
    }

    /** All files, as far as they stay: a running server makes and removes some of its own at any time. */
    private static List<Path> filesIn(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return files;
    }

    private static List<String> search(Path file, String word) throws IOException {
        String content;
        try {
            content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        return written(word).entrySet().stream()
                .filter(way -> content.contains(new String(way.getValue(), StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, byte[]> written(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        var ways = new LinkedHashMap<String, byte[]>();
        ways.put("UTF-8", bytes);
        ways.put("lower case", word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        ways.put("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
        ways.put("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        ways.put("hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        ways.put("URL", URLEncoder.encode(word + "@", StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        // Base64 shows a word in three ways, by where it begins; the middle of each is always the same.
        for (int shift = 0; shift < 3; shift++) {
            var shifted =
                    Base64.getEncoder().encodeToString(("x".repeat(shift) + word).getBytes(StandardCharsets.UTF_8));
            ways.put(
                    "base64/" + shift,
                    shifted.substring(4, shifted.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
        return ways;
    }
}

package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.DownloadState;
import app.counterfoil.hub.channel.DownloadStates;
import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.AnnounceDispatched;
import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.AskTracking;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.CallOffBookings;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.NewLabelReason;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.PrintLabels;
import app.counterfoil.hub.dispatch.Shipment;
import app.counterfoil.hub.dispatch.ShipmentState;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.invoice.CannotInvoice;
import app.counterfoil.hub.invoice.InvoicePdfs;
import app.counterfoil.hub.invoice.IssueDueInvoices;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.invoice.VatClasses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderEvent;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.hub.safekeeping.BackUp;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.Visitor;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.tax.VatClass;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.vault.keys.KeyRing;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.multipart.MultipartResolver;

/**
 * A word nobody else uses stands in every personal field. After all that can be done with the orders, and with the house
 * logging everything it can say, the word is found nowhere on the disk, in no way of writing it down.
 */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class NothingLeaksTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(3));
    private static final Path LEAVES = Path.of("target/tmp/leaves-" + UUID.randomUUID());
    private static final Path LOG = Path.of("target/tmp/everything.log");
    private static final String EMAIL = Canaries.PLAIN + "@shop.example";
    private static final String PASSWORD = Canaries.ACCENTED + " is a sentence";
    private static final String CONTROL = "Kontrollvogelq";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

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
    private DownloadStates syncStates;

    @Autowired
    private AnnounceDispatched announceDispatched;

    @Autowired
    private AskCourier askCourier;

    @Autowired
    private AskTracking askTracking;

    @Autowired
    private CallOffBookings callOffBookings;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private IssueDueInvoices issueDueInvoices;

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
    private OrdersPutAside putAside;

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
        Files.createDirectories(LEAVES);
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
        everythingElseIsThere();
        assertThat(DiskSearch.found(List.of(CONTROL)))
                .as("the unsealed control")
                .isNotEmpty();
        assertThat(DiskSearch.found(Canaries.words())).as("the sealed canaries").isEmpty();
    }

    /** What lies beside the database is looked through with the rest; this says that it lies there. */
    private static void everythingElseIsThere() throws IOException {
        var home = Path.of(String.valueOf(DATABASE.settings().get("counterfoil.home")));
        for (var folder : List.of("keys", "ledger", "witness")) {
            assertThat(home.resolve(folder)).isNotEmptyDirectory();
        }
        for (var backup : List.of("before", "after")) {
            assertThat(DiskSearch.search(LEAVES.resolve(backup + ".backup"), CONTROL))
                    .as("not even what is in plain in the database")
                    .isEmpty();
        }
    }

    @Test
    void noFormIsTakenThatTheContainerWouldWriteIntoFiles() {
        assertThat(context.getBeanNamesForType(MultipartConfigElement.class)).isEmpty();
        assertThat(context.getBeanNamesForType(MultipartResolver.class)).isEmpty();
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

    private void live() throws IOException, SQLException {
        var shop = openShop.open(new Business("Demo Shop", List.of(CONTROL), "LS1 9ZZ", "GB100000034"));
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        addPerson.add(shop, Role.OWNER, Canaries.ACCENTED + " Owner", EMAIL, PASSWORD);
        var owner = (SignedIn) signIn.loadUserByUsername(EMAIL);
        var amazon = connect(shop, OutsideService.AMAZON, "amazon");
        var ebay = connect(shop, OutsideService.EBAY, "ebay");
        for (var fault : List.of(Fault.TRUNCATED_JSON, Fault.HTML, Fault.SERVER_ERROR)) {
            SANDBOX.faults().switchOn(new Faults.Switched("ebay-orders", fault, 1, 5));
            assertThat(downloadOrders.from(ebay)).as(fault.name()).isFalse();
            SANDBOX.faults().clear();
        }
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.DUPLICATE_PAGE, 1, 1));
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
        editedAtTheChannels(shop, amazon, ebay);
        var sent = ship(shop, owner);
        jobs(shop);
        var visitor = new Visitor(URI.create("http://127.0.0.1:" + port));
        pages(shop, visitor);
        credentials(amazon, visitor);
        wrongRequests();
        exports(visitor);
        backUp("before");
        // Every day comes to its end: what was destroyed is looked for as well.
        trainingClock.forward(91, turned -> {});
        turnOfDay.turn();
        addressesAgain(shop, sent, visitor);
        jobs(shop);
        trainingClock.forward(8, turned -> {});
        backUp("after");
    }

    private void backUp(String name) throws SQLException {
        var made = new BackUp(DATABASE.whole(), context.getBean(KeyRing.class), () -> "")
                .to(LEAVES.resolve(name + ".backup"), Instant.now(), (percent, bytes, rows, table) -> {});
        assertThat(made.allRows()).isPositive();
    }

    /** What is exported without being asked for somebody by name. */
    private static void exports(Visitor visitor) throws IOException {
        var forecast = visitor.open("/ends/forecast").body();
        assertThat(forecast).startsWith("day,purpose").contains("DELIVERY");
        Files.writeString(LEAVES.resolve("ends.csv"), forecast);
    }

    /** What changes after a download is opened, compared and sealed anew. */
    private void editedAtTheChannels(SellerId shop, Account amazon, Account ebay) {
        Canaries.edit(SANDBOX);
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
        assertThat(syncStates.of(shop)).extracting(DownloadState::changed).allMatch(changed -> changed > 0);
    }

    /** What the hub does by itself, with a channel and a courier that fail first. */
    private void jobs(SellerId shop) {
        for (var api : List.of("amazon-shipments", "ebay-orders", "royalmail")) {
            SANDBOX.faults().switchOn(new Faults.Switched(api, Fault.TRUNCATED_JSON, 1, 1));
        }
        askCourier.aboutAll(shop);
        var unused = askTracking.of(shop);
        callOffBookings.of(shop);
        announceDispatched.of(shop);
        tellChannels.of(shop);
        issueDueInvoices.search(shop);
        issueDueInvoices.issue(shop);
        SANDBOX.faults().clear();
    }

    private Account connect(SellerId shop, OutsideService service, String name) {
        return connectChannel.connect(
                shop,
                service,
                name,
                List.of("demo-" + name + "-client", "demo-" + name + "-secret", "demo-refresh-" + name + "-1"));
    }

    /** All over a real port, so that what the servlet container keeps and says is looked through as well. */
    private void pages(SellerId shop, Visitor visitor) {
        visitor.signIn(EMAIL, Canaries.PLAIN);
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
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
            assertThat(visitor.open(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var text : List.of(Canaries.PLAIN, Canaries.ACCENTED, Canaries.PLAIN + "@example.com", CONTROL)) {
            assertThat(search(visitor, text).statusCode()).isEqualTo(200);
        }
        assertThat(search(visitor, Canaries.PLAIN).body()).contains(order.id().toString());
        assertThat(putAside.of(shop)).isNotEmpty();
        for (var entry : putAside.of(shop)) {
            visitor.send("/attention", "/attention/" + entry.id() + "/try");
        }
        visitor.send("/attention", "/attention/" + putAside.of(shop).get(0).id() + "/seen-to");
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
        var all = orders.page(shop, OrderFilter.all(), Optional.empty(), 50);
        all.forEach(sold -> visitor.send("/orders", "/orders/" + sold.id() + "/invoice/full"));
        assertThat(all.stream().flatMap(sold -> orders.timeline(shop, sold.id()).stream()))
                .extracting(OrderEvent::what)
                .contains("INVOICE_REPLACED");
        visitor.send("/business", "/business/accounting-year", Map.entry("yearEnds", Canaries.PLAIN));
        people(shop, visitor);
    }

    /** A set-up that is closed, somebody who leaves and comes back, passwords that are wrong. */
    private void people(SellerId shop, Visitor visitor) {
        visitor.send(
                "/people",
                "/set-up",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("name", Canaries.ACCENTED),
                Map.entry("email", Canaries.PLAIN + "@new.example"),
                Map.entry("password", Canaries.PLAIN));
        var email = Canaries.PLAIN + "@left.example";
        addPerson.add(shop, Role.PACKER, Canaries.ACCENTED, email, PASSWORD);
        visitor.send(
                "/people",
                "/new-password",
                Map.entry("code", Canaries.PLAIN),
                Map.entry("email", email),
                Map.entry("password", Canaries.PLAIN));
        var page = "/people/" + ((SignedIn) signIn.loadUserByUsername(email)).id();
        for (var act : List.of("password", "role", "end", "back", "end")) {
            visitor.send(
                    page,
                    page + "/" + act,
                    Map.entry("password", Canaries.PLAIN + " in a sentence"),
                    Map.entry("role", "SERVICE"),
                    Map.entry("sure", "true"));
        }
        visitor.send("/password", "/password", Map.entry("old", Canaries.PLAIN), Map.entry("password", Canaries.PLAIN));
        new Visitor(URI.create("http://127.0.0.1:" + port)).signIn(EMAIL, Canaries.PLAIN);
    }

    private static HttpResponse<String> search(Visitor visitor, String text) {
        return visitor.send("/orders", "/orders/search", Map.entry("q", text));
    }

    /** Credentials that nobody accepts, of a new account and of a known one. */
    private static void credentials(Account known, Visitor visitor) {
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

    /** What no page of ours ever asks, and a container could quote while it refuses. */
    private void wrongRequests() throws IOException {
        for (var request : List.of(
                "GET /orders?state=" + Canaries.PLAIN + " HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders/" + Canaries.PLAIN + " HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders?q={" + Canaries.PLAIN + "} HTTP/1.1\r\nHost: localhost\r\n",
                "GET /orders?q=" + Canaries.PLAIN + "%zz HTTP/1.1\r\nHost: localhost\r\n",
                form("q=" + Canaries.PLAIN + "%zz"),
                form(Canaries.PLAIN + "=%zz"),
                "GET /orders HTTP/1.1\r\nHost: " + Canaries.PLAIN + "{}\r\n",
                "GET /orders HTTP/1.1\r\nHost: localhost\r\n" + Canaries.PLAIN + " no header\r\n",
                "GET /orders HTTP/1.1\r\nHost: localhost\r\nCookie: counterfoil=\"" + Canaries.PLAIN + "\r\n",
                Canaries.PLAIN + "{} /orders HTTP/1.1\r\nHost: localhost\r\n",
                multipart())) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream()
                        .write((request.replace("\r\nHost", "\r\nConnection: close\r\nHost") + "\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 ");
            }
        }
    }

    private static String form(String body) {
        return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String multipart() {
        var body = "--x\r\nContent-Disposition: form-data; name=\"q\"; filename=\"q\"\r\n\r\n" + Canaries.PLAIN
                + "\r\n--x--\r\n";
        return "POST /orders/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Addresses that have ended: fetched from the channel again, and typed in, wrongly first. */
    private void addressesAgain(SellerId shop, List<OrderId> sent, Visitor visitor) {
        assertThat(visitor.signIn(EMAIL, PASSWORD).uri().getPath()).isEqualTo("/orders");
        for (var order : sent) {
            var page = "/dispatch/orders/" + order + "/address";
            visitor.send(page, page + "/fetch");
            assertThat(type(visitor, page, "GB").body()).contains("Write a whole postcode");
            assertThat(type(visitor, page, "DE").uri().getPath()).isEqualTo("/orders/" + order);
        }
        assertThat(sent.stream().flatMap(order -> orders.timeline(shop, order).stream()))
                .extracting(OrderEvent::what)
                .contains("ADDRESS_FETCHED", "ADDRESS_TYPED_IN");
    }

    private static HttpResponse<String> type(Visitor visitor, String page, String country) {
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

    /** Labels and invoices are made, some bookings fail half-way, and every paper is printed; returns what left. */
    private List<OrderId> ship(SellerId shop, SignedIn owner) {
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
                // Every third is a short one first, and asked for in full afterwards.
                var invoice =
                        issueInvoices.forOrder(shop, order, ready.indexOf(order) % 3 > 0, Optional.of(owner.id()));
                assertThat(invoicePdfs.of(owner, invoice.id())).isPresent();
                named += invoice.partyEndsOn().isPresent() ? 1 : 0;
            } catch (CannotInvoice unclear) {
                LoggerFactory.getLogger("app.counterfoil.hub").info("no invoice: {}", unclear.wrong());
            }
        }
        assertThat(named).isPositive();
        assertThat(markDispatched.handedOver(owner, parcels).left()).isPositive();
        return shipments.in(shop, List.of(ShipmentState.DISPATCHED), 50).stream()
                .map(Shipment::order)
                .distinct()
                .toList();
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

package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.DownloadState;
import app.counterfoil.hub.channel.DownloadStates;
import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.dispatch.AnnounceDispatched;
import app.counterfoil.hub.dispatch.AskCourier;
import app.counterfoil.hub.dispatch.AskTracking;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.CallOffBookings;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.NewLabelReason;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
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
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.safekeeping.BackUp;
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
import app.counterfoil.vault.keys.KeyRing;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.multipart.MultipartResolver;

/**
 * A word nobody else uses stands in every personal field. After all that can be done with the orders, and with the house
 * logging everything it can say, the word is found nowhere on the disk, in no way of writing it down.
 */
@SpringBootTest(
        classes = {Counterfoil.class, MadeUpShops.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class NothingLeaksTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(3));
    private static final Path LEAVES = Path.of("target/tmp/leaves-" + UUID.randomUUID());
    private static final Path LOG = Path.of("target/tmp/everything.log");
    static final String CONTROL = "Kontrollvogelq";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

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
    private TrainingClock trainingClock;

    @Autowired
    private TurnOfDay turnOfDay;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        SandboxOutside.returns(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void noPersonalWordIsFoundOnTheDiskAndAnUnsealedOneIs() throws Exception {
        Canaries.plant(SANDBOX);
        Files.createDirectories(LEAVES);
        try (var unused = EverythingLogged.into(LOG)) {
            live();
        }
        DATABASE.change("CHECKPOINT");
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
        MadeUpShops.agreeWithAll(context, shop);
        vatClasses.sayMost(shop, VatClass.STANDARD, Optional.empty());
        addPerson.add(shop, Role.OWNER, Canaries.ACCENTED + " Owner", CanaryVisit.EMAIL, CanaryVisit.PASSWORD);
        var visit = new CanaryVisit(context, shop, URI.create("http://127.0.0.1:" + port));
        var amazon = shops.connect(shop, OutsideService.AMAZON);
        var ebay = shops.connect(shop, OutsideService.EBAY);
        for (var fault : List.of(Fault.TRUNCATED_JSON, Fault.HTML, Fault.SERVER_ERROR)) {
            SANDBOX.faults().switchOn(new Faults.Switched("ebay-orders", fault, 1, 5));
            assertThat(downloadOrders.from(ebay)).as(fault.name()).isFalse();
            SANDBOX.faults().clear();
        }
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.DUPLICATE_PAGE, 1, 1));
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
        editedAtTheChannels(shop, amazon, ebay);
        var sent = ship(shop, visit.signedIn(CanaryVisit.EMAIL));
        jobs(shop);
        var books = new CanaryBooks(context, shops.connect(shop, OutsideService.XERO), SANDBOX);
        books.confirm();
        CanaryPost.goesAndComesBack(context, shop, SANDBOX);
        visit.pages();
        visit.credentials(amazon);
        WrongRequests.sendTo(port);
        export(visit);
        backUp("before");
        // Every day comes to its end: what was destroyed is looked for as well.
        trainingClock.forward(91, turned -> {});
        turnOfDay.turn();
        books.fail();
        visit.addressesAgain(sent);
        jobs(shop);
        trainingClock.forward(8, turned -> {});
        books.allIsThere();
        backUp("after");
    }

    private void backUp(String name) throws SQLException {
        var made = new BackUp(DATABASE.whole(), context.getBean(KeyRing.class), () -> "")
                .to(LEAVES.resolve(name + ".backup"), Instant.now(), (percent, bytes, rows, table) -> {});
        assertThat(made.allRows()).isPositive();
    }

    private static void export(CanaryVisit visit) throws IOException {
        var forecast = visit.exported();
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

    /** Labels and invoices are made, some bookings fail half-way, and every paper is printed; returns what left. */
    private List<OrderId> ship(SellerId shop, SignedIn owner) {
        shops.connect(shop, OutsideService.ROYAL_MAIL);
        var ready = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 50).stream()
                .map(OrderFacts::id)
                .toList();
        var wish = new ParcelWish("TPN24", "smallParcel", new Weight(450));
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", Fault.TRUNCATED_JSON, 2, 1));
        bookShipments.book(owner, ready, ParcelWishes.all(wish), done -> {});
        SANDBOX.faults().clear();
        bookShipments.book(owner, ready, ParcelWishes.all(wish), done -> {});
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
}

package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.DaysGoBy;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.dispatch.BookShipments;
import app.counterfoil.hub.dispatch.MarkDispatched;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.dispatch.ParcelWishes;
import app.counterfoil.hub.dispatch.Shipments;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.PeopleOnRequest;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.HubPages;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.world.Sale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.node.ObjectNode;

/** A shop on two channels whose buyers are made up by the test, and somebody who answers for their data. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class, HubPages.class})
abstract class RightsBench {

    static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(57));

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final AtomicInteger NUMBERS = new AtomicInteger(90_000);
    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));

    @Autowired
    MadeUpShops shops;

    @Autowired
    HubPages pages;

    @Autowired
    TakeInRequests takeIn;

    @Autowired
    Requests requests;

    @Autowired
    HandleRequests handle;

    @Autowired
    LookForOrders lookFor;

    @Autowired
    HeldOnRequester heldOn;

    @Autowired
    EraseOnRequest erase;

    @Autowired
    RequestLog log;

    @Autowired
    Orders orders;

    @Autowired
    BusinessClock clock;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private ApplicationContext hub;

    @Autowired
    private PeopleOnRequest people;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private Shipments shipments;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private List<BookCheck> checks;

    SellerId shop;
    SignedIn office;

    private Account amazon;
    Account ebay;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShopOnTwoChannels() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        shop = shops.openWithVat();
        office = shops.person(shop, Role.DATA_PROTECTION);
        amazon = shops.connect(shop, OutsideService.AMAZON);
        ebay = shops.connect(shop, OutsideService.EBAY);
        shops.connect(shop, OutsideService.ROYAL_MAIL);
    }

    @AfterEach
    void theBooksAreWell() {
        for (var check : checks) {
            assertThat(check.of(shop).flaws()).as(check.name()).isEmpty();
        }
    }

    /** The shop's account at a channel. */
    Account account(OutsideService service) {
        return service == OutsideService.AMAZON ? amazon : ebay;
    }

    /** A made-up buyer. */
    record Somebody(String name, String userName, String email, String phone, String postcode) {

        /** Who is like nobody else in these tests. */
        static Somebody fresh(String name) {
            int number = NUMBERS.incrementAndGet();
            return new Somebody(
                    name,
                    "user" + number,
                    "buyer" + number + "@relay.example",
                    "07700 900%03d".formatted(number % 1_000),
                    "LS1 9" + (char) ('A' + number % 2) + "B");
        }

        Somebody withEmail(String other) {
            return new Somebody(name, userName, other, phone, postcode);
        }

        Somebody withUserName(String other) {
            return new Somebody(name, other, email, phone, postcode);
        }

        Somebody withPhone(String other) {
            return new Somebody(name, userName, email, other, postcode);
        }
    }

    /** Their order at Amazon; its number. */
    String buysAtAmazon(Somebody buyer) {
        return buysAtAmazon(buyer, order -> {});
    }

    /** Their order at Amazon, changed by the test; its number. */
    String buysAtAmazon(Somebody buyer, Consumer<ObjectNode> change) {
        var order = AmazonOrderJson.of(sale(buyer), 1);
        change.accept(order);
        var number = order.get("orderId").asString();
        SANDBOX.world().account("amazon-1").orElseThrow().put(number, order);
        return number;
    }

    /** Their order at eBay; its number. */
    String buysAtEbay(Somebody buyer) {
        var order = EbayOrderJson.of(sale(buyer), 1);
        var number = order.get("orderId").asString();
        SANDBOX.world().account("ebay-1").orElseThrow().put(number, order);
        return number;
    }

    /** Their order at the second account of eBay, which no other test of these uses; its number. */
    String buysAtSecondEbay(Somebody buyer) {
        var order = EbayOrderJson.of(sale(buyer), 2);
        var number = order.get("orderId").asString();
        SANDBOX.world().account("ebay-2").orElseThrow().put(number, order);
        return number;
    }

    void download(Account account) {
        assertThat(downloadOrders.from(account)).isTrue();
    }

    /** eBay tells their order once more, changed. */
    void changesAtEbay(String number, Consumer<ObjectNode> change) {
        var account = SANDBOX.world().account("ebay-1").orElseThrow();
        var sent = account.order(number).orElseThrow().deepCopy();
        change.accept(sent);
        var before = Instant.parse(sent.get("lastModifiedDate").asString()).plusSeconds(1);
        var lately = SANDBOX.world().clock().instant().minusSeconds(300);
        sent.put(
                "lastModifiedDate",
                (before.isAfter(lately) ? before : lately)
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        account.put(number, sent);
        download();
    }

    private static Sale sale(Somebody buyer) {
        return new Sale(
                NUMBERS.incrementAndGet(),
                SANDBOX.world().clock().instant().minusSeconds(600),
                new Sale.Buyer(buyer.name(), buyer.userName(), buyer.email(), Optional.empty(), Optional.empty()),
                new Sale.Destination("1 Example Row", "", "Leeds", "", buyer.postcode(), "GB", buyer.phone()),
                List.of(new Sale.Line("MUG", "A mug", 1, 1_200, 0)),
                300,
                "GBP",
                "",
                "",
                Sale.State.UNSHIPPED,
                false,
                Set.of());
    }

    void download() {
        assertThat(downloadOrders.from(amazon)).isTrue();
        assertThat(downloadOrders.from(ebay)).isTrue();
    }

    OrderFacts order(String number) {
        var id = people.numbered(shop, List.of(number)).get(0);
        return orders.one(shop, new OrderId(id)).orElseThrow();
    }

    /** Their parcels are booked; they have not left. */
    void book(String... numbers) {
        var ids = Arrays.stream(numbers).map(number -> order(number).id()).toList();
        assertThat(bookShipments.book(shops.person(shop, Role.PACKER), ids, ParcelWishes.all(WISH), done -> {}))
                .allMatch(BookShipments.Result::isBooked);
    }

    /** Their parcels leave. */
    void leave(String... numbers) {
        var parcels = Arrays.stream(numbers)
                .flatMap(number -> shipments.ofOrder(shop, order(number).id()).stream())
                .map(parcel -> parcel.id())
                .toList();
        markDispatched.handedOver(shops.person(shop, Role.PACKER), parcels);
    }

    UUID asks(RequestKind kind, Requester requester) {
        return takeIn.takeIn(
                shop,
                new TakeInRequests.Incoming(kind, Door.STAFF, Law.UK, clock.today(), requester),
                Optional.of(office.id()));
    }

    /** Who has shown who they are, and whose orders were found. */
    UUID asksAndIsKnown(RequestKind kind, Requester requester) {
        var id = asks(kind, requester);
        handle.identityKnown(shop, id, IdentityProof.CALLED_BACK, Optional.of(office.id()));
        var unused = lookFor.lookFor(shop, id, office);
        return id;
    }

    static Requester byEmail(Somebody buyer) {
        return new Requester(buyer.name(), buyer.email(), "", "", "", List.of(), "Made up by a test");
    }

    static Requester byNumber(String number) {
        return new Requester("", "", "", "", "", List.of(number), "");
    }

    RightsRequest request(UUID id) {
        return requests.one(shop, id);
    }

    List<String> theirs(UUID id) {
        return heldOn.theirs(shop, id).stream().map(OrderFacts::channelOrderId).toList();
    }

    /** What somebody who has not signed in sees. */
    String stranger(String path) throws Exception {
        return pages.asked(MockMvcRequestBuilders.get(path)).getContentAsString();
    }

    /** Changes the database past the application. */
    static void change(String sql) {
        DATABASE.change(sql);
    }

    void forward(int days) {
        new DaysGoBy(hub).forward(days);
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }

    /** And a day; where this shop has no order under way. */
    void forwardAYear() {
        new DaysGoBy(hub).forwardAYear();
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
    }
}

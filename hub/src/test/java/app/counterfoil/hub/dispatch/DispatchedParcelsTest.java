package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Parcels are bought once, labelled, printed for three weeks, handed over, and the channel hears of it. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
class DispatchedParcelsTest {

    private static final ParcelWish WISH = new ParcelWish("TPN24", "smallParcel", new Weight(450));
    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(21));

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
    private Shipments shipments;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private AskCourier askCourier;

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private ToTellChannels toTellChannels;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private UserDetailsService people;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api", "royal-mail.api")) {
            registry.add("counterfoil." + api, SANDBOX::address);
        }
        registry.add("counterfoil.outside.pause", () -> "5ms");
        registry.add("counterfoil.outside.patience", () -> "3s");
        registry.add("counterfoil.dispatch.settle", () -> "0s");
        registry.add("counterfoil.training", () -> "true");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeAll
    static void theWorldHoldsOrders() {
        SANDBOX.generate("amazon-1", 120);
        SANDBOX.generate("ebay-1", 80);
    }

    @BeforeEach
    void aShop() {
        shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", ""));
    }

    @AfterEach
    void faultsAreGone() {
        SANDBOX.faults().clear();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void aParcelIsBookedPrintedAndHandedOverAndItsOrderCloses() throws Exception {
        connect(OutsideService.EBAY, "ebay");
        var packer = person(Role.PACKER);
        var ready = ready(3);
        var results = bookShipments.book(packer, ids(ready), WISH, done -> {});
        assertThat(results).allSatisfy(result -> assertThat(result.wrong()).isEmpty());
        assertThat(results).allMatch(BookShipments.Result::isBooked);
        var parcels = parcels(ready);
        assertThat(parcels).allSatisfy(parcel -> {
            assertThat(parcel.state()).isEqualTo(ShipmentState.BOOKED);
            assertThat(SANDBOX.royalMail().bookingsOf(parcel.reference())).isEqualTo(1);
        });

        try (var pdf = Loader.loadPDF(printLabels.pdf(packer, shipmentIds(parcels)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(288);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(432);
        }

        assertThat(markDispatched.handedOver(packer, shipmentIds(parcels)).left())
                .isEqualTo(3);
        tellChannels.of(shop);
        assertThat(orders.of(shop, ids(ready))).allMatch(order -> order.state() == OrderState.DISPATCHED);
        for (var parcel : parcels(ready)) {
            assertThat(parcel.channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        }
        for (var order : ready) {
            var told = SANDBOX.world().account("ebay-1").orElseThrow().confirmations(order.channelOrderId());
            assertThat(told).hasSize(1);
            assertThat(told.get(0).path("trackingNumber").asString())
                    .isEqualTo(parcels(List.of(order)).get(0).trackingNumber());
        }
    }

    @ParameterizedTest(name = "{0} at the second of three bookings")
    @EnumSource(
            value = Fault.class,
            names = {"DUPLICATE_PAGE", "REPEATED_CURSOR", "EXPIRED_CURSOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFailureInTheMiddleOfABatchLosesNothingAndBuysNothingTwice(Fault fault) {
        connect(OutsideService.AMAZON, "amazon");
        var owner = person(Role.OWNER);
        var ready = ready(3);
        int before = SANDBOX.royalMail().references().size();
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", fault, 2, 1));
        var first = bookShipments.book(owner, ids(ready), WISH, done -> {});
        assertThat(first).hasSize(3);
        assertThat(first).filteredOn(result -> !result.isBooked()).allSatisfy(result -> {
            assertThat(result.wrong()).isNotBlank();
            assertThat(result.mend()).isNotBlank();
        });
        SANDBOX.faults().clear();

        askCourier.aboutAll(shop);
        assertThat(shipments.in(shop, List.of(ShipmentState.BOOKING), 10)).isEmpty();
        bookShipments.book(owner, ids(ready), WISH, done -> {});
        assertThat(parcels(ready)).hasSize(3).allMatch(parcel -> parcel.state() == ShipmentState.BOOKED);
        assertThat(SANDBOX.royalMail().references()).hasSize(before + 3);
        assertThat(printLabels.pdf(owner, shipmentIds(parcels(ready)))).isNotEmpty();
    }

    @Test
    void twoPeopleWhoBookTheSameOrderAtOnceBuyOneLabel() {
        connect(OutsideService.AMAZON, "amazon");
        var owner = person(Role.OWNER);
        var ready = ready(1);
        int before = SANDBOX.royalMail().references().size();
        var both = List.of(1, 2, 3, 4).stream()
                .map(who ->
                        CompletableFuture.supplyAsync(() -> bookShipments.book(owner, ids(ready), WISH, done -> {})))
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(SANDBOX.royalMail().references()).hasSize(before + 1);
        assertThat(parcels(ready).get(0).state()).isEqualTo(ShipmentState.BOOKED);
    }

    @Test
    void aNewLabelBeforeTheParcelLeftCallsTheOldOneOff() {
        connect(OutsideService.AMAZON, "amazon");
        var packer = person(Role.PACKER);
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), WISH, done -> {});
        var first = parcels(ready).get(0);
        bookShipments.anew(packer, ready.get(0).id(), WISH, NewLabelReason.DAMAGED);
        assertThat(SANDBOX.royalMail().bookingsOf(first.reference())).isZero();
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(first.id()))).hasMessageContaining("void");
        assertThat(printLabels.pdf(packer, shipmentIds(parcels(ready)))).isNotEmpty();
    }

    @Test
    void anAccountThatPaysOnlinePrintsInClickAndDrop() {
        connect(OutsideService.AMAZON, "amazon", "demo-royalmail-online");
        var packer = person(Role.PACKER);
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), WISH, done -> {});
        var parcel = parcels(ready).get(0);
        assertThat(parcel.state()).isEqualTo(ShipmentState.PRINT_AT_COURIER);
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(parcel.id())))
                .isInstanceOf(LabelGone.class)
                .satisfies(refused -> assertThat(((LabelGone) refused).mend()).contains("Click & Drop"));
        assertThat(markDispatched.handedOver(packer, List.of(parcel.id())).left())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void aChannelThatFailsIsToldAgainAndKnowsEachParcelOnce(String channel) {
        connect(channel.equals("amazon") ? OutsideService.AMAZON : OutsideService.EBAY, channel);
        var packer = person(Role.PACKER);
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), WISH, done -> {});
        var api = channel.equals("amazon") ? "amazon-shipments" : "ebay-orders";
        for (var fault : List.of(Fault.SERVER_ERROR, Fault.TRUNCATED_JSON)) {
            SANDBOX.faults().switchOn(new Faults.Switched(api, fault, 1, 2));
        }
        markDispatched.handedOver(packer, shipmentIds(parcels(ready)));
        tellChannels.of(shop);
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.WAITING);
        assertThat(parcels(ready).get(0).wrong()).isNotBlank();
        SANDBOX.faults().clear();
        toTellChannels.again(shop, parcels(ready).get(0).id());
        tellChannels.of(shop);
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        var told = SANDBOX.world()
                .account(channel + "-1")
                .orElseThrow()
                .confirmations(ready.get(0).channelOrderId());
        assertThat(told).hasSize(1);
        toTellChannels.again(shop, parcels(ready).get(0).id());
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
    }

    @Test
    void aRoleThatOpensNoAddressesBooksNothing() {
        connect(OutsideService.AMAZON, "amazon");
        var bookkeeper = person(Role.BOOKKEEPER);
        var ready = ready(1);
        int before = SANDBOX.royalMail().references().size();
        var result =
                bookShipments.book(bookkeeper, ids(ready), WISH, done -> {}).get(0);
        assertThat(result.wrong()).contains("role");
        assertThat(SANDBOX.royalMail().references()).hasSize(before);
    }

    @Test
    void anotherShopSeesNothingOfIt() {
        connect(OutsideService.AMAZON, "amazon");
        var owner = person(Role.OWNER);
        var ready = ready(1);
        bookShipments.book(owner, ids(ready), WISH, done -> {});
        var parcel = parcels(ready).get(0);
        var otherShop = openShop.open(new Business("Other Shop (made up)", List.of("2 Example Row"), "LS1 9ZZ", ""));
        addPerson.add(otherShop, Role.OWNER, "Demo Other", otherShop + "@other.example", "a sentence for the test");
        var other = (SignedIn) people.loadUserByUsername(otherShop + "@other.example");
        assertThat(shipments.of(otherShop, List.of(parcel.id()))).isEmpty();
        assertThatThrownBy(() -> printLabels.pdf(other, List.of(parcel.id()))).isInstanceOf(LabelGone.class);
        assertThatThrownBy(() -> markDispatched.handedOver(other, List.of(parcel.id())))
                .isInstanceOf(MarkDispatched.NothingToHandOver.class);
    }

    private void connect(OutsideService channel, String name) {
        connect(channel, name, "demo-royalmail-1");
    }

    private void connect(OutsideService channel, String name, String royalMailKey) {
        var account = connectChannel.connect(
                shop,
                channel,
                "Test",
                List.of("demo-" + name + "-client", "demo-" + name + "-secret", "demo-refresh-" + name + "-1"));
        connectChannel.connect(shop, OutsideService.ROYAL_MAIL, "Royal Mail", List.of(royalMailKey));
        assertThat(downloadOrders.from(account)).isTrue();
    }

    private SignedIn person(Role role) {
        var email = role.name().toLowerCase(Locale.ROOT) + "@" + shop + ".example";
        addPerson.add(shop, role, "Demo Person", email, "a sentence for the test");
        return (SignedIn) people.loadUserByUsername(email);
    }

    private List<OrderFacts> ready(int many) {
        var found = orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 50).stream()
                .filter(order -> order.territory().equals(Territory.GREAT_BRITAIN))
                .limit(many)
                .toList();
        assertThat(found).hasSize(many);
        return found;
    }

    private List<Shipment> parcels(List<OrderFacts> of) {
        return List.copyOf(shipments.latest(shop, ids(of)).values());
    }

    private static List<OrderId> ids(List<OrderFacts> of) {
        return of.stream().map(OrderFacts::id).toList();
    }

    private static List<UUID> shipmentIds(List<Shipment> of) {
        return of.stream().map(Shipment::id).toList();
    }
}

package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.hub.order.Timeline;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A label lives three weeks; after that a new one is made, as long as there is an address to make it from. */
@SpringBootTest(classes = Counterfoil.class, webEnvironment = WebEnvironment.MOCK)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabelsEndTest {

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
    private Timeline timeline;

    @Autowired
    private Shipments shipments;

    @Autowired
    private BookShipments bookShipments;

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private RenewRecipient renewRecipient;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TrainingClock trainingClock;

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
    }

    @BeforeEach
    void aShop() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", ""));
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** The last, since the clock cannot be moved back. */
    @Test
    @Order(2)
    void aLabelPrintsForThreeWeeksAndThenANewOneIsMadeWithAReason() {
        connect(OutsideService.AMAZON, "amazon");
        var packer = person(Role.PACKER);
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), WISH, done -> {});
        var first = parcels(ready).get(0);
        markDispatched.handedOver(packer, List.of(first.id()));

        trainingClock.forward(20, turned -> {});
        assertThat(printLabels.pdf(packer, List.of(first.id()))).isNotEmpty();
        trainingClock.forward(1, turned -> {});
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(first.id())))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining("ended on");

        var anew = bookShipments.anew(packer, ready.get(0).id(), WISH, NewLabelReason.LABEL_ENDED);
        assertThat(anew.isBooked()).isTrue();
        var second = parcels(ready).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.madeBecause()).isEqualTo("LABEL_ENDED");
        assertThat(timeline.of(shop, ready.get(0).id()))
                .anySatisfy(event -> assertThat(event.what() + event.detail()).isEqualTo("NEW_LABEL_MADELABEL_ENDED"));

        // Thirty days after dispatch an Amazon address has ended too: nothing is left to make a label from.
        trainingClock.forward(10, turned -> {});
        var late = bookShipments.anew(packer, ready.get(0).id(), WISH, NewLabelReason.SENT_AGAIN);
        assertThat(late.wrong()).contains("can no longer be opened");

        // Typed in again, with the reason: the parcel goes, and the history names the reason, never the address.
        var typed =
                new Recipient("Demo Again", "", List.of("2 Example Row"), "Leeds", "", "LS1 4AP", "GB", "", "", "", "");
        renewRecipient.typed(packer, ready.get(0).id(), typed, AddressReason.ADDRESS_ENDED);
        assertThat(bookShipments
                        .anew(packer, ready.get(0).id(), WISH, NewLabelReason.SENT_AGAIN)
                        .isBooked())
                .isTrue();
        assertThat(timeline.of(shop, ready.get(0).id()))
                .anySatisfy(
                        event -> assertThat(event.what() + event.detail()).isEqualTo("ADDRESS_TYPED_INADDRESS_ENDED"))
                .noneSatisfy(event -> assertThat(event.detail()).contains("Example Row"));
        trainingClock.forward(7, turned -> {});
        assertThat(bookShipments
                        .anew(packer, ready.get(0).id(), WISH, NewLabelReason.SENT_AGAIN)
                        .wrong())
                .contains("can no longer be opened");
    }

    @Test
    @Order(1)
    void aSellerWhoKeepsLabelsForFewerDaysPrintsThemForFewer() {
        connect(OutsideService.AMAZON, "amazon");
        var packer = person(Role.PACKER);
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), WISH, done -> {});
        var parcel = parcels(ready).get(0);
        var made = clock.today();
        trainingClock.forward(3, turned -> {});
        assertThat(changePolicy.preview(shop, Purpose.LABEL, 10).earlier()).isOne();
        changePolicy.decide(shop, Purpose.LABEL, 10, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        assertThat(parcels(ready).get(0).labelEndsOn()).contains(made.plusDays(10));
        trainingClock.forward(6, turned -> {});
        assertThat(printLabels.pdf(packer, List.of(parcel.id()))).isNotEmpty();
        changePolicy.decide(shop, Purpose.LABEL, 12, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        trainingClock.forward(2, turned -> {});
        assertThat(printLabels.pdf(packer, List.of(parcel.id()))).isNotEmpty();
        changePolicy.decide(shop, Purpose.LABEL, 11, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(parcel.id())))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining("ended on " + Written.day(clock.today()));
        assertThat(bookShipments
                        .anew(packer, ready.get(0).id(), WISH, NewLabelReason.LABEL_ENDED)
                        .isBooked())
                .isTrue();
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
}

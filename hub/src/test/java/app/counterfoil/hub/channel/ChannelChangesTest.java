package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenOrders;
import app.counterfoil.hub.order.OrderEvent;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.OrdersEdited;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.seller.OpenShop;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.node.ObjectNode;

/** Orders change at the channel after they were taken in: we follow, and what people here have decided stays. */
@SpringBootTest(classes = Counterfoil.class)
@RecordApplicationEvents
class ChannelChangesTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(21));
    private static long touches;

    @Autowired
    private OpenShop openShop;

    @Autowired
    private AddPerson addPerson;

    @Autowired
    private UserDetailsService signIn;

    @Autowired
    private ConnectChannel connectChannel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Orders orders;

    @Autowired
    private OpenOrders openOrders;

    @Autowired
    private HoldOrders holdOrders;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private SyncStates states;

    @Autowired
    private Custody custody;

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private ApplicationEvents events;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        for (var api : List.of("amazon.api", "amazon.sign-in", "ebay.api")) {
            registry.add("counterfoil." + api, SANDBOX::address);
        }
        registry.add("counterfoil.outside.pause", () -> "5ms");
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @BeforeAll
    static void theChannelsHaveSold() {
        SANDBOX.generate("amazon-1", 90);
        SANDBOX.generate("ebay-1", 90);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void aShop() {
        shop = openShop.open(new Business("Demo Shop (made up)", List.of("1 Example Row"), "LS1 9ZZ", ""));
    }

    @Test
    void anUnpaidOrderDoesNotBecomeReadyByAHoldThatIsLifted() {
        download("ebay");
        var unpaid = in(OrderState.AWAITING_PAYMENT).get(0);
        assertThatThrownBy(() -> holdOrders.lift(shop, List.of(unpaid.id()), Optional.empty()))
                .isInstanceOfSatisfying(HoldOrders.NothingToLift.class, refused -> assertThat(refused.mend())
                        .contains("not paid"));
        holdOrders.hold(shop, List.of(unpaid.id()), HoldReason.HELD_BY_PERSON, Optional.empty());
        assertThat(now(unpaid).state()).isEqualTo(OrderState.ON_HOLD);
        holdOrders.lift(shop, List.of(unpaid.id()), Optional.empty());
        assertThat(now(unpaid).state()).isEqualTo(OrderState.AWAITING_PAYMENT);
    }

    @Test
    void whatWasOrderedAndPaidIsWhatTheChannelNowTells() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        var line = (ObjectNode) sent.get("lineItems").get(0);
        line.put("quantity", 9).remove("discountedLineItemCost");
        ((ObjectNode) line.get("lineItemCost")).put("value", "900.00");
        ((ObjectNode) sent.get("pricingSummary").get("total")).put("value", "950.00");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).total().decimal()).isEqualTo("950.00");
        assertThat(now(order).lines().get(0).quantity()).isEqualTo(9);
        assertThat(now(order).lines().get(0).total().decimal()).isEqualTo("900.00");
        assertThat(timeline(order))
                .anyMatch(event -> event.what().equals("EDITED_AT_CHANNEL")
                        && event.detail().contains("what was ordered")
                        && event.detail().contains("£950.00"));
        assertThat(events.stream(OrdersEdited.class))
                .anyMatch(edited -> edited.orders().equals(List.of(order.id())));
    }

    @Test
    void aNewAddressTakesThePlaceOfTheOldOne() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "99 Changed Mind Road");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(recipient(order).lines()).contains("99 Changed Mind Road");
        assertThat(timeline(order))
                .anyMatch(event -> event.detail().contains("where it goes")
                        && !event.detail().contains("Changed Mind"));
    }

    @Test
    void anOrderSentElsewhereKeepsItsPeopleToTheEndOfTheirDays() {
        var ebay = download("ebay");
        var one = ready();
        var sent = truth("ebay-1", one);
        sent.put("orderFulfillmentStatus", "FULFILLED");
        change("ebay-1", sent);
        downloadOrders.from(ebay);
        assertThat(now(one).state()).isEqualTo(OrderState.DISPATCHED);
        assertThat(now(one).personalEndsOn())
                .contains(now(one).closedOn().orElseThrow().plusDays(90));
        assertThat(recipient(one).lines()).isNotEmpty();
    }

    @Test
    void aHoldOfAPersonOutlivesWhatTheChannelDoes() {
        var account = download("ebay");
        var order = ready();
        holdOrders.hold(shop, List.of(order.id()), HoldReason.HELD_BY_PERSON, Optional.empty());
        change("ebay-1", truth("ebay-1", order));
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.ON_HOLD);
        assertThat(now(order).holds()).containsExactly(HoldReason.HELD_BY_PERSON);
    }

    @Test
    void anAddressThatTheChannelLeavesOutIsNotGone() {
        var account = download("amazon");
        var order = ready();
        var sent = truth("amazon-1", order);
        sent.remove("recipient");
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
        assertThat(recipient(order).lines()).isNotEmpty();
    }

    @Test
    void aRequestToCancelHoldsTheOrderOnceAndWhatAPersonDecidesStays() {
        var account = download("amazon");
        var order = ready();
        var sent = truth("amazon-1", order);
        ((ObjectNode) sent.get("orderItems").get(0))
                .putObject("cancellation")
                .putObject("cancellationRequest")
                .put("requester", "BUYER");
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).holds()).containsExactly(HoldReason.CANCEL_REQUESTED);
        holdOrders.lift(shop, List.of(order.id()), Optional.empty());
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
        change("amazon-1", truth("amazon-1", order));
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
    }

    @Test
    void anOrderThatWasCancelledAtTheChannelIsNotSent() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.get("cancelStatus")).put("cancelState", "CANCELED");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThatThrownBy(() -> moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty()))
                .isInstanceOf(MoveOrders.NotALegalMove.class)
                .hasMessageContaining("Cancelled");
    }

    @Test
    void aLineThatWasCalledOffIsGoneAndTheRestIsSent() {
        var account = download("amazon");
        var order = in(OrderState.READY).stream()
                .filter(each -> each.lines().size() > 1)
                .findFirst()
                .orElseThrow();
        var sent = truth("amazon-1", order);
        ((ObjectNode) sent.get("orderItems").get(0)).put("quantityOrdered", 0);
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).lines()).hasSize(order.lines().size() - 1);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
    }

    @Test
    void theSameShopConnectedTwiceBringsNoOrderTwice() {
        download("ebay");
        var count = all().size();
        // Signed in anew at eBay, which gave another refresh token for the same shop.
        var again = accounts.connect(
                shop,
                OutsideService.EBAY,
                "A second time",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1", "another"));
        states.add(again);
        assertThat(downloadOrders.from(again)).isFalse();
        assertThat(all()).hasSize(count);
        assertThat(states.of(shop))
                .anyMatch(state ->
                        state.account().equals(again.id()) && state.lastWrong().contains("another account"));
    }

    @Test
    void aForgottenPersonDoesNotComeBackAndTheirOrderGoesOn() {
        var account = download("ebay");
        var order = ready();
        custody.in(
                shop,
                vault -> vault.forget(
                        Set.of(order.subject()), Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "99 Changed Mind Road");
        change("ebay-1", sent);
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(openOrders
                        .recipients(owner(), "TEST", List.of(now(order)))
                        .get(order.id())
                        .opened())
                .isEmpty();
    }

    @Test
    void anOpenOrderIsCarriedOnEveryNightToAFullWeek() {
        download("ebay");
        var order = ready();
        turnOfDay.turn();
        assertThat(now(order).personalEndsOn()).contains(clock.today().plusDays(7));
    }

    private Account download(String channel) {
        var account = connect(channel, "Test");
        assertThat(downloadOrders.from(account)).isTrue();
        return account;
    }

    private Account connect(String channel, String name) {
        return connectChannel.connect(
                shop,
                OutsideService.valueOf(channel.toUpperCase(Locale.ROOT)),
                name,
                List.of(
                        "demo-" + channel + "-client",
                        "demo-" + channel + "-secret",
                        "demo-refresh-" + channel + "-1"));
    }

    private SignedIn owner() {
        var email = "owner@" + shop + ".example";
        if (signInOrNobody(email).isEmpty()) {
            addPerson.add(shop, Role.OWNER, "Demo Person", email, "a sentence for the test");
        }
        return signInOrNobody(email).orElseThrow();
    }

    private Optional<SignedIn> signInOrNobody(String email) {
        try {
            return Optional.of((SignedIn) signIn.loadUserByUsername(email));
        } catch (UsernameNotFoundException nobody) {
            return Optional.empty();
        }
    }

    private Recipient recipient(OrderFacts order) {
        return openOrders
                .recipients(owner(), "TEST", List.of(now(order)))
                .get(order.id())
                .opened()
                .orElseThrow();
    }

    private OrderFacts ready() {
        return in(OrderState.READY).stream()
                .filter(order -> order.territory().equals("GB"))
                .findFirst()
                .orElseThrow();
    }

    private List<OrderFacts> in(OrderState state) {
        return orders.page(shop, OrderFilter.in(state), Optional.empty(), 500);
    }

    private List<OrderFacts> all() {
        return orders.page(shop, OrderFilter.all(), Optional.empty(), 500);
    }

    private OrderFacts now(OrderFacts order) {
        return orders.one(shop, order.id()).orElseThrow();
    }

    private List<OrderEvent> timeline(OrderFacts order) {
        return orders.timeline(shop, order.id());
    }

    private static ObjectNode truth(String account, OrderFacts order) {
        return SANDBOX.world()
                .account(account)
                .orElseThrow()
                .order(order.channelOrderId())
                .orElseThrow();
    }

    /** Puts the order in as changed, late in the window that the next download reads. */
    private static void change(String account, ObjectNode order) {
        var at = Instant.now().minusSeconds(400).plusSeconds(++touches);
        order.put(
                account.startsWith("ebay") ? "lastModifiedDate" : "lastUpdatedTime",
                at.truncatedTo(ChronoUnit.SECONDS).toString());
        SANDBOX.world().account(account).orElseThrow().put(order.get("orderId").asString(), order);
    }
}

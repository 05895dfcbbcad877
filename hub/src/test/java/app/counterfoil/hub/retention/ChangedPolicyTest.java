package app.counterfoil.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.connection.SandboxOutside;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.hub.seller.AnOwner;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A seller keeps data for fewer days, or for more again: what is told beforehand is what happens, once and to the day. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
@Import(ChangedPolicyTest.AKeeperOfTwoBatches.class)
class ChangedPolicyTest {

    private static final TwoBatches TWO_BATCHES = new TwoBatches();

    @TestConfiguration
    static class AKeeperOfTwoBatches {
        @Bean
        FollowsPolicy keeperOfTwoBatches() {
            return TWO_BATCHES;
        }
    }

    /** Notes under which policy it was asked to move each of its batches, while it is switched on. */
    private static final class TwoBatches implements FollowsPolicy {
        private static final UUID SECOND = new UUID(0, 1);
        private final List<Integer> askedUnder = new ArrayList<>();
        private boolean on;

        @Override
        public Purpose purpose() {
            return Purpose.DELIVERY;
        }

        @Override
        public Batch look(SellerId seller, RetentionPolicy policy, UUID after) {
            return Batch.NONE;
        }

        @Override
        public Batch move(SellerId seller, RetentionPolicy policy, UUID after) {
            if (!on) {
                return Batch.NONE;
            }
            askedUnder.add(policy.daysOf(Purpose.DELIVERY));
            return after.equals(SECOND) ? Batch.NONE : new Batch(List.of(), Optional.of(SECOND));
        }
    }

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(31));
    private static final UUID OWNER = new UUID(7, 7);
    private static final int TESTS = 7;
    private static final List<SellerId> SHOPS = new ArrayList<>();

    static {
        SANDBOX.generate("ebay-1", 60);
        SANDBOX.generate("amazon-1", 60);
    }

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private Orders orders;

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private RenewRecipient renewRecipient;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private RetentionPolicies policies;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        SandboxOutside.properties(registry, SANDBOX);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void aShopThatHasSentItsOrders() {
        while (SHOPS.size() < TESTS && trainingClock.ahead().isZero()) {
            SHOPS.add(aShopWithOrders());
        }
        shop = SHOPS.remove(0);
        var ready = in(OrderState.READY);
        assertThat(ready).hasSizeGreaterThan(10);
        moveOrders.to(
                OrderState.DISPATCHED,
                shop,
                ready.stream().skip(2).map(OrderFacts::id).toList(),
                Optional.empty());
    }

    /** All of them before the clock is moved: orders of the made-up world keep the days on which it made them. */
    private SellerId aShopWithOrders() {
        var opened = shops.open();
        shops.download(opened, OutsideService.EBAY);
        shops.download(opened, OutsideService.AMAZON);
        return opened;
    }

    @AfterEach
    void theBooksOfOrdersAreWell() {
        shops.booksOfOrdersAreWell(shop);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void whatIsToldBeforehandIsWhatHappens() {
        var sent = sentToday(OutsideService.EBAY);
        var others = in(OrderState.READY);
        trainingClock.forward(20, turned -> {});
        var day = clock.today();
        var before = policies.of(shop);
        assertThat(before).isEqualTo(RetentionPolicy.DEFAULT);

        var preview = changePolicy.preview(shop, Purpose.DELIVERY, 30);
        assertThat(preview.earlier()).isPositive();
        assertThat(preview.later()).isZero();
        assertThat(policies.of(shop)).isEqualTo(before);
        assertThat(changePolicy.preview(shop, Purpose.DELIVERY, 30)).isEqualTo(preview);

        changePolicy.decide(shop, Purpose.DELIVERY, 30, OWNER);
        changePolicy.carryOut(shop, moved -> {});
        var change = policies.history(shop).changes().get(0);
        assertThat(change.carriedOutAt()).isPresent();
        assertThat(change.changedBy()).isEqualTo(OWNER);
        assertThat(List.of(change.ended(), change.earlier(), change.later()))
                .isEqualTo(List.of(preview.atOnce(), preview.earlier(), preview.later()));
        assertThat(change.lastOldEnd()).isEqualTo(preview.lastOldEnd());
        assertThat(ends(sent, Purpose.DELIVERY)).containsOnly(day.plusDays(10));
        assertThat(ends(sent, Purpose.SERVICE)).containsOnly(day.plusDays(70));
        assertThat(ends(others, Purpose.DELIVERY)).as("open orders").containsOnly(day.plusDays(7));
        assertThat(changePolicy.preview(shop, Purpose.DELIVERY, 30).all()).isZero();

        trainingClock.forward(10, turned -> {});
        assertThat(recipients(sent)).allMatch(outcome -> outcome.opened().isEmpty());
        assertThat(openPeople.buyers(AnOwner.of(shop), "ORDER_PAGE", sent).values())
                .allMatch(outcome -> outcome.opened().isPresent());
    }

    @Test
    void whatHasOutlivedItsNewDayEndsAtOnceAndAnAddressRenewedAfterwardsLives() {
        var sent = sentToday(OutsideService.EBAY);
        trainingClock.forward(15, turned -> {});
        changePolicy.decide(shop, Purpose.DELIVERY, 10, OWNER);
        changePolicy.carryOut(shop, moved -> {});
        assertThat(recipients(sent)).allMatch(outcome -> outcome instanceof Outcome.Missing<Recipient>);
        assertThat(orders.one(shop, sent.get(0).id()).orElseThrow().personalEndsOn())
                .contains(clock.today());

        var typed =
                new Recipient("Demo Again", "", List.of("2 Example Row"), "Leeds", "", "LS1 4AP", "GB", "", "", "", "");
        renewRecipient.typed(AnOwner.of(shop), sent.get(0).id(), typed, AddressReason.ADDRESS_ENDED);
        changePolicy.decide(shop, Purpose.DELIVERY, 8, OWNER);
        changePolicy.carryOut(shop, moved -> {});
        assertThat(ends(sent, Purpose.DELIVERY)).containsOnly(clock.today().plusDays(7));
    }

    @Test
    void moreDaysAgainGiveWhatStillLivesItsOldDayBackAndAmazonNeverMoreThanThirty() {
        var ebay = sentToday(OutsideService.EBAY);
        var amazon = sentToday(OutsideService.AMAZON);
        var day = clock.today();
        changePolicy.decide(shop, Purpose.SERVICE, 20, OWNER);
        changePolicy.carryOut(shop, moved -> {});
        assertThat(ends(ebay, Purpose.SERVICE)).containsOnly(day.plusDays(20));
        assertThat(ends(amazon, Purpose.SERVICE)).containsOnly(day.plusDays(20));
        trainingClock.forward(1, turned -> {});
        changePolicy.decide(shop, Purpose.SERVICE, 90, OWNER);
        changePolicy.carryOut(shop, moved -> {});
        assertThat(ends(ebay, Purpose.SERVICE)).containsOnly(day.plusDays(90));
        assertThat(ends(amazon, Purpose.SERVICE)).containsOnly(day.plusDays(30));
    }

    @Test
    void ordersSentAfterwardsFollowTheNewDays() {
        changePolicy.decide(shop, Purpose.DELIVERY, 12, OWNER);
        changePolicy.decide(shop, Purpose.SERVICE, 40, OWNER);
        var next = in(OrderState.READY);
        moveOrders.to(
                OrderState.DISPATCHED, shop, next.stream().map(OrderFacts::id).toList(), Optional.empty());
        var ebay = next.stream()
                .filter(order -> order.service() == OutsideService.EBAY)
                .toList();
        assertThat(ends(next, Purpose.DELIVERY)).containsOnly(clock.today().plusDays(12));
        assertThat(ends(ebay, Purpose.SERVICE).stream().distinct().toList())
                .isSubsetOf(List.of(clock.today().plusDays(40)));
    }

    @Test
    void whatWasStoppedHalfWayGoesOnWithTheNextTurnOfTheDayAndCountsNothingTwice() {
        var preview = changePolicy.preview(shop, Purpose.DELIVERY, 25);
        changePolicy.decide(shop, Purpose.DELIVERY, 25, OWNER);
        assertThatThrownBy(() -> changePolicy.carryOut(shop, moved -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        var stopped = policies.history(shop).changes().get(0);
        assertThat(stopped.carriedOutAt()).isEmpty();
        turnOfDay.turn();
        var finished = policies.history(shop).changes().get(0);
        assertThat(finished.carriedOutAt()).isPresent();
        assertThat(finished.earlier()).isEqualTo(preview.earlier());
        assertThat(finished.ended()).isEqualTo(preview.atOnce());
        assertThat(changePolicy.preview(shop, Purpose.DELIVERY, 25).all()).isZero();
    }

    @Test
    void whatIsChangedAgainOnTheWayEndsNothingMoreByTheFirstChange() {
        TWO_BATCHES.on = true;
        changePolicy.decide(shop, Purpose.DELIVERY, 10, OWNER);
        changePolicy.carryOut(shop, moved -> {
            if (!TWO_BATCHES.askedUnder.isEmpty() && policies.of(shop).daysOf(Purpose.DELIVERY) == 10) {
                changePolicy.decide(shop, Purpose.DELIVERY, 90, OWNER);
            }
        });
        assertThat(TWO_BATCHES.askedUnder).containsExactly(10);
        changePolicy.carryOut(shop, moved -> {});
        assertThat(TWO_BATCHES.askedUnder).containsExactly(10, 90, 90);
        assertThat(policies.history(shop).changes())
                .allSatisfy(change -> assertThat(change.carriedOutAt()).isPresent());
        TWO_BATCHES.on = false;
    }

    @Test
    void nobodyKeepsLongerThanAtFirstOrChangesWhatTheLawSays() {
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.DELIVERY, 91, OWNER))
                .isInstanceOf(RetentionPolicy.NotAPolicy.class);
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.LABEL, 22, OWNER))
                .isInstanceOf(RetentionPolicy.NotAPolicy.class);
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.DELIVERY, 6, OWNER))
                .isInstanceOf(RetentionPolicy.NotAPolicy.class);
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.TAX_RECORD, 30, OWNER))
                .isInstanceOf(RetentionPolicy.NotForASellerToSay.class);
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.DELIVERY, 90, OWNER))
                .isInstanceOf(ChangePolicy.SameAsBefore.class);
    }

    private List<OrderFacts> sentToday(OutsideService service) {
        var sent = in(OrderState.DISPATCHED).stream()
                .filter(order -> order.service() == service)
                .filter(order -> order.closedOn().filter(clock.today()::equals).isPresent())
                .filter(order -> !openPeople.buyers(AnOwner.of(shop), "ORDER_PAGE", List.of(order)).values().stream()
                        .allMatch(outcome -> outcome.opened().isEmpty()))
                .toList();
        assertThat(sent).isNotEmpty();
        return sent;
    }

    private List<OrderFacts> in(OrderState state) {
        return orders.page(shop, OrderFilter.in(state), Optional.empty(), 200);
    }

    private List<Outcome<Recipient>> recipients(List<OrderFacts> of) {
        return List.copyOf(
                openPeople.recipients(AnOwner.of(shop), "ORDER_PAGE", of).values());
    }

    /** On which days the people of these orders end, as far as they live. */
    private List<LocalDate> ends(List<OrderFacts> of, Purpose purpose) {
        return of.stream()
                .map(order -> openPeople.ends(shop, order))
                .flatMap(ends -> (purpose == Purpose.DELIVERY ? ends.recipient() : ends.buyer()).stream())
                .toList();
    }
}

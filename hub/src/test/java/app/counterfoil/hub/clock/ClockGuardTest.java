package app.counterfoil.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.keys.KeyRing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;

/** A clock that jumps ends nothing by itself: it asks first. Time that really went by asks nothing. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
@Import(ClockGuardTest.AMachineSetByHand.class)
class ClockGuardTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final HandMachine MACHINE = new HandMachine();
    private static final UUID OWNER = new UUID(7, 7);
    private static final SealedJson<Note> NOTE =
            new SealedJson<>("test.note", Purpose.DELIVERY, Note.class, Holds.of(DataSubjects.BUYERS, "A note"));

    record Note(String text) {
        @Override
        public String toString() {
            return "Note[]";
        }
    }

    @TestConfiguration
    static class AMachineSetByHand {
        @Bean
        @Primary
        Machine machineSetByHand() {
            return MACHINE;
        }
    }

    @Autowired
    private ClockGuard clockGuard;

    @Autowired
    private ClockRows clockRows;

    @Autowired
    private SellerTransactions sellerTransactions;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private KnowsSellers knowsSellers;

    @Autowired
    private TurnOfEpoch turnOfEpoch;

    @Autowired
    private KeyRing keys;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private Custody custody;

    @Autowired
    private BusinessClock clock;

    private SellerId shop = new SellerId(new UUID(0, 0));
    private SellerId other = new SellerId(new UUID(0, 0));

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
    }

    @BeforeEach
    void twoShopsThatHoldSomething() {
        shop = shops.open();
        other = shops.open();
        for (var each : List.of(shop, other)) {
            custody.in(each, vault -> {
                vault.seal(List.of(new Sealing<>(
                        NOTE,
                        UUID.randomUUID(),
                        SubjectId.random(),
                        clock.today().plusDays(3),
                        new Note("made up"))));
                return each;
            });
        }
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isEmpty();
    }

    @AfterEach
    void theClockIsSetRight() {
        MACHINE.right();
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isEmpty();
    }

    @Test
    void timeThatGoesByEndsWhatIsDue() {
        MACHINE.goesBy(Duration.ofDays(4));
        turnOfDay.turn();
        assertThat(held(shop)).isZero();
    }

    @Test
    void aClockThatJumpsEndsNothingOfASellerUntilItsOwnerHasSaidThatItIsRight() {
        MACHINE.jumps(Duration.ofDays(4));
        turnOfDay.turn();
        turnOfDay.turn();
        assertThat(held(shop)).isOne();
        assertThat(clockGuard.asks(shop)).hasValueSatisfying(jump -> assertThat(jump.by())
                .isBetween(
                        Duration.ofDays(4).minusMinutes(1), Duration.ofDays(4).plusMinutes(1)));
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.DELIVERY, 30, OWNER))
                .isInstanceOf(ClockGuard.ClockInDoubt.class);

        clockGuard.answer(shop, OWNER);
        assertThatThrownBy(() -> clockGuard.answer(shop, OWNER)).isInstanceOf(ClockGuard.NothingAsked.class);
        turnOfDay.turn();
        assertThat(held(shop)).isZero();
        assertThat(held(other)).isOne();
    }

    @Test
    void aClockThatJumpsDestroysNoKeyThatBackupsNeed() {
        trainingClock.forward(1, day -> {});
        var before = keys.history();
        MACHINE.jumps(Duration.ofDays(30));
        assertThat(turnOfEpoch.turnIfDue()).isEmpty();
        assertThatThrownBy(() -> turnOfEpoch.turn(renewed -> {})).isInstanceOf(ClockGuard.ClockInDoubt.class);
        assertThat(keys.history()).isEqualTo(before);

        everybodySaysThatItIsRight();
        assertThat(turnOfEpoch.turnIfDue()).isPresent();
        assertThat(keys.history()).isNotEqualTo(before);
    }

    @Test
    void anEpochThatWasMadeByAClockAheadKeepsNoNightFromTurning() {
        var ahead = KeyRing.inFolder(keyFolder(), Clock.offset(clock.asClock(), Duration.ofDays(200)));
        int number = ahead.beginTurn();
        ahead.finishTurn(Duration.ofDays(7), number);
        assertThat(turnOfEpoch.turnIfDue()).isPresent();
        assertThat(turnOfEpoch.turnIfDue()).as("one a day is enough").isEmpty();
    }

    private static Path keyFolder() {
        return Path.of(String.valueOf(DATABASE.settings().get("counterfoil.home")), "keys");
    }

    @Test
    void aClockThatIsSetRightAgainAsksNothingMore() {
        MACHINE.jumps(Duration.ofDays(400));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
        MACHINE.jumps(Duration.ofDays(-400));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isEmpty();
        assertThat(held(shop)).isOne();
    }

    @Test
    void aClockThatGoesBackByMoreThanAnHourAsks() {
        MACHINE.jumps(Duration.ofMinutes(-61));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
    }

    @Test
    void correctionsOfMinutesAskNothingButManyOfThemDo() {
        MACHINE.jumps(Duration.ofMinutes(50));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isEmpty();
        MACHINE.jumps(Duration.ofMinutes(50));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
    }

    @Test
    void aMachineThatWasOffForDaysGoesOnAndOneThatWasOffForWeeksAsks() {
        MACHINE.isOff(Duration.ofDays(4));
        turnOfDay.turn();
        assertThat(held(shop)).isZero();
        MACHINE.isOff(Duration.ofDays(8));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
        everybodySaysThatItIsRight();
    }

    @Test
    void startingTheMachineAgainDoesNotAnswerTheQuestion() {
        MACHINE.jumps(Duration.ofDays(30));
        turnOfDay.turn();
        MACHINE.isOff(Duration.ofHours(1));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
        assertThat(held(shop)).isOne();
        MACHINE.right();
        MACHINE.isOff(Duration.ofHours(1));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isEmpty();
    }

    @Test
    void onceEverybodyHasAnsweredTheClockIsExpectedToGoOnFromThere() {
        MACHINE.jumps(Duration.ofDays(2));
        turnOfDay.turn();
        everybodySaysThatItIsRight();
        MACHINE.jumps(Duration.ofDays(-2));
        turnOfDay.turn();
        assertThat(clockGuard.asks(shop)).isPresent();
    }

    @Test
    void aClockThatHasJustMovedIsSeenByWhoeverEndsSomethingAtOnce() {
        MACHINE.jumps(Duration.ofDays(4));
        assertThatThrownBy(() -> changePolicy.decide(shop, Purpose.DELIVERY, 30, OWNER))
                .isInstanceOf(ClockGuard.ClockInDoubt.class);
    }

    @Test
    void anotherProgramWithAClockThatIsRightMakesAWrongOneNoneTheBetter() {
        MACHINE.jumps(Duration.ofDays(4));
        var jump = clockGuard.look().orElseThrow();
        assertThat(new ClockGuard(
                                clockRows,
                                MACHINE.besideItWithAClockThatIsRight(),
                                sellerTransactions,
                                transactionManager)
                        .look())
                .as("its own clock has not moved")
                .isEmpty();
        clockGuard.everybodyHasAnswered(jump);
        assertThat(clockGuard.isInDoubt(shop)).isTrue();
        turnOfDay.turn();
        assertThat(held(shop)).isOne();
    }

    @Test
    void theTrainingClocksOwnMovesAreNoJumps() {
        trainingClock.forward(4, turned -> {});
        assertThat(clockGuard.asks(shop)).isEmpty();
        assertThat(held(shop)).isZero();
    }

    private void everybodySaysThatItIsRight() {
        for (var seller : knowsSellers.allSellers()) {
            clockGuard.answer(seller, OWNER);
        }
        turnOfDay.turn();
        MACHINE.forgetsWhatWasRight();
    }

    /** How many rows are there, whatever the clock says of them. */
    private static long held(SellerId seller) {
        return DATABASE.count("SELECT count(*) FROM counterfoil.vault_record WHERE seller_id = '" + seller
                + "' AND purpose = 'DELIVERY'");
    }

    /** A machine whose clocks are moved by hand. */
    static final class HandMachine implements Machine {
        private Instant wall = Instant.now();
        private Duration wrongBy = Duration.ZERO;
        private Duration uptime = Duration.ofDays(1);
        private String boot = "boot 1";

        void goesBy(Duration time) {
            wall = wall.plus(time);
            uptime = uptime.plus(time);
        }

        void jumps(Duration by) {
            wall = wall.plus(by);
            wrongBy = wrongBy.plus(by);
        }

        void isOff(Duration time) {
            wall = wall.plus(time);
            uptime = Duration.ofSeconds(20);
            boot = "boot " + UUID.randomUUID();
        }

        HandMachine besideItWithAClockThatIsRight() {
            var other = new HandMachine();
            other.wall = wall.minus(wrongBy);
            other.isOff(Duration.ZERO);
            return other;
        }

        void right() {
            wall = wall.minus(wrongBy);
            wrongBy = Duration.ZERO;
        }

        void forgetsWhatWasRight() {
            wrongBy = Duration.ZERO;
        }

        @Override
        public Instant wall() {
            return wall;
        }

        @Override
        public Duration uptime() {
            return uptime;
        }

        @Override
        public String boot() {
            return boot;
        }
    }
}

package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.clock.MovableClock;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.failure.FailureBench;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.failure.Note;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.keys.KeyRing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement with which a day ends or an epoch turns fails once; what has ended is over, and all else opens. */
class EveryFailureOfATurnTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(48));

    private final FailureBench bench = new FailureBench(SANDBOX);
    private SellerId shop = new SellerId(new UUID(0, 0));

    @BeforeEach
    void aShop() {
        shop = bench.shop();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENT_REFUSED", "STATEMENT_UNANSWERED"})
    void aDayThatHasComeEndsAndNoOther(Failure failure) {
        assertThat(bench.eachOf(failure, new Day())).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENT_REFUSED", "STATEMENT_UNANSWERED"})
    void anEpochTurnsWholeAndBringsNobodyBack(Failure failure) {
        assertThat(bench.eachOf(failure, new EpochTurns())).isPositive();
    }

    private RecordRef sealed(LocalDate end) {
        return Note.sealed(custody(), shop, end);
    }

    private Outcome<String> opened(RecordRef ref) {
        return Note.opened(custody(), shop, ref);
    }

    private void aDayGoesBy() {
        bench.part(MovableClock.class).forward(1);
    }

    private Custody custody() {
        return bench.part(Custody.class);
    }

    private LocalDate today() {
        return bench.part(BusinessClock.class).today();
    }

    private final class Day implements Flow {

        private final RecordRef lasting = sealed(today().plusYears(1));
        private RecordRef ends = lasting;
        private RecordRef endsLater = lasting;

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public boolean looksDone() {
            return true;
        }

        @Override
        public void prepare() {
            ends = sealed(today().plusDays(1));
            endsLater = sealed(today().plusDays(2));
            aDayGoesBy();
            // The night's other job, or the keys would be found old.
            var unused = bench.part(TurnOfEpoch.class).turn(renewed -> {});
        }

        @Override
        public void run() {
            bench.part(TurnOfDay.class).turn();
        }

        @Override
        public void check() {
            assertThat(opened(ends).opened()).isEmpty();
            assertThat(opened(endsLater).opened()).isPresent();
            assertThat(opened(lasting).opened()).isPresent();
            var left = custody().in(shop, vault -> vault.endsOf(Note.KIND, List.of(ends.id())));
            assertThat(left).isEmpty();
            var latest = custody().in(shop, vault -> vault.erasures().latest(5));
            assertThat(latest)
                    .filteredOn(ended -> ended.day().equals(Optional.of(today())))
                    .singleElement()
                    .satisfies(ended -> assertThat(ended.records()).isPositive());
        }
    }

    private final class EpochTurns implements Flow {

        private final RecordRef lasting = sealed(today().plusYears(1));
        private RecordRef stays = lasting;
        private RecordRef forgotten = lasting;

        @Override
        public SellerId shop() {
            return shop;
        }

        @Override
        public boolean looksDone() {
            return true;
        }

        @Override
        public void prepare() {
            stays = sealed(today().plusYears(1));
            forgotten = sealed(today().plusYears(1));
            custody()
                    .in(shop, vault -> vault.forget(List.of(forgotten.subject()), Set.of(Note.KIND.purpose()), "TEST"));
            aDayGoesBy();
            // The night's other job: months go by here.
            bench.part(TurnOfDay.class).makeRoom();
        }

        @Override
        public void run() {
            var unused = bench.part(TurnOfEpoch.class).turn(renewed -> {});
        }

        @Override
        public void check() {
            var keys = bench.part(KeyRing.class);
            keys.drop();
            assertThat(keys.unfinishedTurn()).isEmpty();
            assertThat(bench.lowestEpoch()).isEqualTo(keys.current());
            assertThat(opened(forgotten)).isInstanceOf(Outcome.Forgotten.class);
            assertThat(opened(stays).opened()).isPresent();
            assertThat(opened(lasting).opened()).isPresent();
        }
    }
}

package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.invoice.MadeUpOrders;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.retention.CaseReference;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.retention.LegalHold;
import app.counterfoil.hub.retention.LegalHoldReason;
import app.counterfoil.hub.retention.LegalHolds;
import app.counterfoil.hub.retention.ReviewPeriod;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement fails once while something is kept for longer, for no longer, or for fewer days. */
class EveryFailureOfKeepingTest {

    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(53));
    private static final MadeUpOrders MARKET = new MadeUpOrders(SANDBOX);
    private static final CaseReference CASE = new CaseReference("QB-2026-000124");
    private static final int ORDERS = 90;
    private static final int SENT = 4;

    private static FailureBench bench;

    @BeforeAll
    static void aHub() {
        bench = new FailureBench(SANDBOX);
        IntStream.range(0, ORDERS).forEach(each -> MARKET.ebay(order -> {}));
    }

    @AfterAll
    static void close() {
        bench.close();
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void aLegalHoldStandsOnceAndHasItsCopy(Failure failure) {
        assertThat(bench.met(failure, Holding::new)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void aReleasedCopyIsGone(Failure failure) {
        assertThat(bench.met(failure, Releasing::new)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "STATEMENT_.*")
    void allFollowAPolicyThatWasDecided(Failure failure) {
        assertThat(bench.met(failure, ChangingPolicy::new)).isPositive();
    }

    /** A shop that has its orders from eBay. */
    private abstract static class OnOrders extends OneOrderEach {

        final SignedIn owner;

        OnOrders(SellerId shop) {
            super(
                    bench,
                    shop,
                    bench.connect(
                            shop, OutsideService.EBAY, "demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1"));
            owner = bench.owner(shop);
        }

        @Override
        public boolean looksDone() {
            return true;
        }

        final UUID hold() {
            return part(LegalHolds.class)
                    .hold(shop, order.id().value(), LegalHoldReason.CLAIM_BY_BUYER, CASE, owner, ReviewPeriod.LONGEST);
        }

        final List<LegalHold> standing() {
            return part(LegalHolds.class).ofOrder(shop, order.id().value()).stream()
                    .filter(LegalHold::stands)
                    .toList();
        }
    }

    private static final class Holding extends OnOrders {

        Holding(SellerId shop) {
            super(shop);
        }

        @Override
        public void run() {
            var unused = hold();
        }

        @Override
        public void again() {
            try {
                run();
            } catch (LegalHolds.HeldAlready heldBefore) {
                assertThat(heldBefore).isInstanceOf(Refusal.class);
            }
        }

        @Override
        public void check() {
            assertThat(standing()).singleElement().satisfies(hold -> assertThat(
                            part(LegalHolds.class).open(shop, hold.id(), owner))
                    .isPresent());
        }
    }

    private static final class Releasing extends OnOrders {

        private UUID hold = new UUID(0, 0);

        Releasing(SellerId shop) {
            super(shop);
        }

        @Override
        public void prepare() {
            super.prepare();
            hold = hold();
        }

        @Override
        public void run() {
            part(LegalHolds.class).release(shop, hold, owner.id());
        }

        @Override
        public void again() {
            try {
                run();
            } catch (LegalHolds.NoSuchHold releasedBefore) {
                assertThat(releasedBefore).isInstanceOf(Refusal.class);
            }
        }

        @Override
        public void check() {
            assertThat(standing()).isEmpty();
            assertThat(part(LegalHolds.class).open(shop, hold, owner)).isEmpty();
        }
    }

    /** Sent orders are kept for so many days and for so many others, by turns. */
    private static final class ChangingPolicy extends OnOrders {

        private final List<OrderFacts> sent;
        private int days = 20;

        ChangingPolicy(SellerId shop) {
            super(shop);
            sent = left.stream().limit(SENT).toList();
            part(MoveOrders.class)
                    .to(
                            OrderState.DISPATCHED,
                            shop,
                            sent.stream().map(OrderFacts::id).toList(),
                            Optional.empty());
        }

        @Override
        public void prepare() {
            days = 50 - days;
        }

        @Override
        public void run() {
            part(ChangePolicy.class).decide(shop, Purpose.DELIVERY, days, owner.id());
            part(ChangePolicy.class).carryOut(shop, moved -> {});
        }

        @Override
        public void again() {
            try {
                run();
            } catch (ChangePolicy.SameAsBefore decidedBefore) {
                part(ChangePolicy.class).carryOut(shop, moved -> {});
            }
        }

        @Override
        public void check() {
            var end = part(BusinessClock.class).today().plusDays(days);
            assertThat(sent).allSatisfy(each -> assertThat(
                            part(OpenPeople.class).ends(shop, each).recipient())
                    .contains(end));
        }
    }

    private static <T> T part(Class<T> type) {
        return bench.part(type);
    }
}

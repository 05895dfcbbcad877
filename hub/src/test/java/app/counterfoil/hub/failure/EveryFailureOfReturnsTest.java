package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.failure.FailNth.Failure;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.vatreturn.Declaration;
import app.counterfoil.hub.vatreturn.FrozenReturn;
import app.counterfoil.hub.vatreturn.OriginatingDevice;
import app.counterfoil.hub.vatreturn.Purchase;
import app.counterfoil.hub.vatreturn.PurchaseKind;
import app.counterfoil.hub.vatreturn.Purchases;
import app.counterfoil.hub.vatreturn.ReturnState;
import app.counterfoil.hub.vatreturn.Rhythm;
import app.counterfoil.hub.vatreturn.SubmitReturns;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatReturns;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement and every call of submitting a VAT return fails once, and it stands at the tax office once. */
class EveryFailureOfReturnsTest {

    private static final String VRN = "100000034";
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(95));

    private static FailureBench bench;

    @BeforeAll
    static void aHub() {
        bench = new FailureBench(SANDBOX);
    }

    @AfterAll
    static void close() {
        bench.close();
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource
    void aReturnIsSubmittedOnce(Failure failure) {
        var met = bench.eachOf(failure, new Submitting());
        System.out.println(failure + " met " + met + " times");
        assertThat(met).isPositive();
    }

    private static final class Submitting implements Flow {

        /** So often somebody looks again until it is done. */
        private static final int LOOKS = 4;

        private final UUID person = UUID.randomUUID();
        private SellerId shop = new SellerId(new UUID(0, 0));
        private Account office = new Account(shop, new UUID(0, 0), OutsideService.HMRC, "none yet");
        private VatPeriod period = new VatPeriod(LocalDate.EPOCH, LocalDate.EPOCH);

        @Override
        public SellerId shop() {
            return shop;
        }

        /** A shop that has let us act, with VAT to pay for a month that is over. */
        @Override
        public void prepare() {
            SANDBOX.hmrc().clear();
            shop = bench.shopOfNobody();
            office = new MadeUpShops(bench.hub()).connect(shop, OutsideService.HMRC);
            var start =
                    bench.part(BusinessClock.class).today().withDayOfMonth(1).minusMonths(1);
            period = new VatPeriod(start, start.plusMonths(1).minusDays(1));
            SANDBOX.hmrc().owe(VRN, new Owed("26A1", start, period.end()));
            bench.part(VatReturns.class).say(shop, start, Rhythm.MONTHLY, person);
            bench.part(Purchases.class)
                    .note(
                            shop,
                            new Purchase(
                                    UUID.randomUUID(),
                                    PurchaseKind.TO_SALES,
                                    period.end(),
                                    Optional.empty(),
                                    "ADJUST-1",
                                    Money.pence(100_00),
                                    Money.pence(20_50)),
                            person);
            var offices = bench.part(TaxOfficeAccounts.class);
            offices.grant(
                    office,
                    SANDBOX.hmrc().code("demo-hmrc-client-1"),
                    URI.create("http://localhost/vat/office/granted"));
            assertThat(offices.ask(office, device())).isNotEmpty();
        }

        /** A person declares it, or asks what has become of it. */
        @Override
        public void run() {
            var state = standing().map(FrozenReturn::state);
            if (state.isEmpty()) {
                var seen = bench.part(VatReturns.class)
                        .draft(shop, period)
                        .figures()
                        .seen();
                bench.part(SubmitReturns.class).submit(office, period, seen, Declaration.of(true, person), device());
            } else if (state.get() == ReturnState.DECLARED) {
                bench.part(SubmitReturns.class).ask(office, period, device());
            }
        }

        @Override
        public void again() {
            for (var look = 0; look < LOOKS && !looksDone(); look++) {
                run();
            }
        }

        @Override
        public boolean looksDone() {
            return standing()
                    .filter(made -> made.state() == ReturnState.ACCEPTED)
                    .isPresent();
        }

        @Override
        public void check() {
            assertThat(standing()).map(FrozenReturn::state).contains(ReturnState.ACCEPTED);
            assertThat(SANDBOX.hmrc().all()).hasSize(1);
            assertThat(SANDBOX.hmrc()
                            .submitted(VRN, "26A1")
                            .orElseThrow()
                            .path("netVatDue")
                            .decimalValue())
                    .isEqualByComparingTo("20.50");
        }

        private Optional<FrozenReturn> standing() {
            return bench.part(VatReturns.class).standing(shop, period);
        }

        private static OriginatingDevice device() {
            return new OriginatingDevice(new UUID(0, 1), "", "", "", Instant.EPOCH, "", "", "", "");
        }
    }
}

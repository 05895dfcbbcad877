package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.vatreturn.Declaration;
import app.counterfoil.hub.vatreturn.OriginatingDevice;
import app.counterfoil.hub.vatreturn.ReturnState;
import app.counterfoil.hub.vatreturn.Rhythm;
import app.counterfoil.hub.vatreturn.SubmitReturns;
import app.counterfoil.hub.vatreturn.TaxOfficeAccounts;
import app.counterfoil.hub.vatreturn.VatPeriod;
import app.counterfoil.hub.vatreturn.VatPeriods;
import app.counterfoil.hub.vatreturn.VatReturns;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The VAT returns of a shop, for each of many months that are over. */
record ReturnsOfAShop(ShopOnAFolder shop) {

    private static final String VRN = "100000034";

    /** The business has let us act, and its returns are wanted. */
    void wanted(Sandbox sandbox) {
        var office = shop.part(ConnectChannel.class)
                .connect(
                        shop.shop(),
                        OutsideService.HMRC,
                        "Test",
                        List.of("demo-hmrc-client-1", "demo-hmrc-secret-1", VRN));
        var first = shop.part(BusinessClock.class).today().withDayOfMonth(1).minusMonths(11);
        for (var month = 0; month < 11; month++) {
            var start = first.plusMonths(month);
            sandbox.hmrc()
                    .owe(
                            VRN,
                            new Owed(
                                    "M%03d".formatted(month),
                                    start,
                                    start.plusMonths(1).minusDays(1)));
        }
        shop.part(VatReturns.class)
                .say(shop.shop(), first, Rhythm.MONTHLY, shop.owner().id());
        var offices = shop.part(TaxOfficeAccounts.class);
        offices.grant(
                office, sandbox.hmrc().code("demo-hmrc-client-1"), URI.create("http://localhost/vat/office/granted"));
        assertThat(offices.ask(office, device())).hasSize(11);
    }

    /** A person declares the next one. */
    void declareNext() {
        var returns = shop.part(VatReturns.class);
        var next = shop.part(VatPeriods.class).begun(shop.shop()).stream()
                .filter(period -> returns.standing(shop.shop(), period).isEmpty())
                .findFirst()
                .orElseThrow();
        var seen = returns.draft(shop.shop(), next).figures().seen();
        var state = shop.part(SubmitReturns.class)
                .submit(
                        shop.part(TaxOfficeAccounts.class).of(shop.shop()).orElseThrow(),
                        next,
                        seen,
                        Declaration.of(true, shop.owner().id()),
                        device());
        assertThat(state).isEqualTo(ReturnState.ACCEPTED);
    }

    /** A person asks what became of what was on its way, and declares it once more if it has not arrived. */
    void askAndGoOn() {
        var returns = shop.part(VatReturns.class);
        var sent = returns.standing(shop.shop()).get(0);
        assertThat(sent.state()).isEqualTo(ReturnState.DECLARED);
        var office = shop.part(TaxOfficeAccounts.class).of(shop.shop()).orElseThrow();
        if (shop.part(SubmitReturns.class).ask(office, sent.period(), device()) == ReturnState.REFUSED) {
            declareNext();
        }
    }

    /** What stands here stands there, with the same figures. */
    void areThere(Sandbox sandbox) {
        var made = shop.part(VatReturns.class).standing(shop.shop());
        assertThat(made).allMatch(each -> each.state() == ReturnState.ACCEPTED);
        assertThat(sandbox.hmrc().all()).hasSameSizeAs(made);
        assertThat(made.stream().map(each -> each.period()).map(VatPeriod::start))
                .doesNotHaveDuplicates();
    }

    private static OriginatingDevice device() {
        return new OriginatingDevice(new UUID(0, 1), "", "", "", Instant.EPOCH, "", "", "", "");
    }
}

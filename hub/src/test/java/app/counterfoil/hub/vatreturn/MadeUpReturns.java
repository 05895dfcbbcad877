package app.counterfoil.hub.vatreturn;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.sandbox.Sandbox;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A shop that has let us act at the tax office of the sandbox, and submits what it owes. */
public record MadeUpReturns(BeanFactory hub, SellerId shop, Sandbox sandbox) {

    /** Grants, asks for periods, submits the return of the last quarter of the year that is over, and looks at the account. */
    public void submitted() {
        var shops = hub.getBean(MadeUpShops.class);
        var office = shops.connect(shop, OutsideService.HMRC);
        granted(office);
        var offices = hub.getBean(TaxOfficeAccounts.class);
        var wanted = offices.ask(office, device());
        var today = hub.getBean(BusinessClock.class).today();
        var over = wanted.stream()
                .filter(each -> each.period().isOver(today) && !each.isMet())
                .reduce((first, second) -> second)
                .orElseThrow();
        var me = shops.person(shop, Role.OWNER).id();
        var returns = hub.getBean(VatReturns.class);
        returns.say(shop, over.period().start(), Rhythm.QUARTERLY, me);
        hub.getBean(Purchases.class)
                .note(
                        shop,
                        new Purchase(
                                UUID.randomUUID(),
                                PurchaseKind.TO_SALES,
                                over.period().end(),
                                Optional.empty(),
                                "ADJUST-1",
                                Money.pence(100_00),
                                Money.pence(20_50)),
                        me);
        var seen = returns.draft(shop, over.period()).figures().seen();
        var submit = hub.getBean(SubmitReturns.class);
        assertThat(submit.submit(office, over.period(), seen, Declaration.of(true, me), device()))
                .isEqualTo(ReturnState.ACCEPTED);
        assertThat(hub.getBean(TaxOffice.class).submitted(offices.call(office, device()), over.key()))
                .contains(returns.standing(shop).get(0).boxes());
        sandbox.hmrc().pay("100000034", new BigDecimal("20.50"));
        assertThat(offices.charges(office, device())).hasSize(2);
    }

    /** The person comes back with a code. */
    public void granted(Account office) {
        hub.getBean(TaxOfficeAccounts.class)
                .grant(
                        office,
                        sandbox.hmrc().code("demo-hmrc-client-1"),
                        URI.create("http://localhost/vat/office/granted"));
    }

    private OriginatingDevice device() {
        return new OriginatingDevice(
                new UUID(0, 1),
                "00000000-0000-0000-0000-000000000001",
                "198.51.100.7",
                "54321",
                hub.getBean(BusinessClock.class).now(),
                "Mozilla/5.0 (made up)",
                "width=1920&height=1080&scaling-factor=1&colour-depth=24",
                "width=1256&height=803",
                "UTC+00:00");
    }
}

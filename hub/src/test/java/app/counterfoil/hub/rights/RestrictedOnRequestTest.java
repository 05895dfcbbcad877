package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.OpenPeople;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is restricted is kept and used by nobody, and its own person sees it all the same. */
class RestrictedOnRequestTest extends RightsBench {

    @Autowired
    private OpenPeople openPeople;

    @Autowired
    private RestrictOnRequest restrict;

    @Test
    void whatIsRestrictedIsOpenedForNobodyButThePersonUntilItIsLifted() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RESTRICTION, byEmail(testa));
        restrict.restrict(shop, id, office);
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(recipient(number)).isInstanceOf(Outcome.Restricted.class);
        var own = heldOn.look(shop, id, office, "TEST_LOOK");
        assertThat(own).singleElement().satisfies(order -> {
            assertThat(order.restricted()).isTrue();
            assertThat(order.held()).extracting(held -> held.part().title()).contains("Recipient and address", "Buyer");
        });
        restrict.lift(shop, id, office);
        assertThat(recipient(number)).isInstanceOf(Outcome.Opened.class);
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::what).contains(Step.RESTRICTED, Step.LIFTED);
    }

    /** Art 18(1)(d): as long as it is not decided. */
    @Test
    void anObjectionRestrictsAndStaysOpenUntilItIsDecided() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.OBJECTION, byEmail(testa));
        restrict.restrict(shop, id, office);
        assertThat(request(id).state()).isEqualTo(RequestState.OPEN);
        assertThat(recipient(number)).isInstanceOf(Outcome.Restricted.class);
        handle.refused(shop, id, RefusalReason.NEEDED_BY_LAW, office.id());
        restrict.lift(shop, id, office);
        assertThat(recipient(number)).isInstanceOf(Outcome.Opened.class);
    }

    private Outcome<?> recipient(String number) {
        var order = order(number);
        return openPeople
                .recipients(shops.person(shop, Role.OWNER), "TEST", List.of(order))
                .get(order.id());
    }
}

package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.seller.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When a request's record ends, nothing leads from it to anybody's orders or account any more. */
class LinksEndTest extends RightsBench {

    @Autowired
    private LinksEnd links;

    @Autowired
    private CorrectOnRequest correct;

    @Autowired
    private Receipts receipts;

    @Test
    void ordersStatementsAndAccountsAreNotLedToAfterwards() {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var id = asksAndIsKnown(RequestKind.RECTIFICATION, byEmail(testa));
        correct.add(shop, id, order(number).id(), "I have moved since.", office.id());
        handle.done(shop, id, office.id());
        var packer = shops.person(shop, Role.PACKER);
        var own = takeIn.takeInFromStaff(shop, RequestKind.ACCESS, Law.UK, packer.id(), "", packer.id());
        handle.done(shop, own, office.id());
        var ends = request(id).recordEndsOn();

        links.dayTurned(shop, ends.minusDays(1));
        assertThat(theirs(id)).containsExactly(number);
        assertThat(request(own).staff()).contains(packer.id());

        links.dayTurned(shop, ends);
        assertThat(theirs(id)).isEmpty();
        assertThat(request(own).staff()).isEqualTo(Optional.empty());
        assertThat(requests.ofStaff(shop, packer.id())).isEqualTo(List.of());
        assertThat(receipts.check(shop, "abcd")).isEmpty();
    }
}

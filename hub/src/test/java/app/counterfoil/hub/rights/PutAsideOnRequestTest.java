package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrdersPutAside;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What could not be read is somebody's data all the same: a request finds it, an erasure takes it, nobody else's goes. */
class PutAsideOnRequestTest extends RightsBench {

    @Autowired
    private OrdersPutAside waiting;

    @Autowired
    private PutAsideOnRequest putAside;

    @Test
    void itIsFoundByTheAddressInItOrByItsNumberAndGoesWithAnErasure() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var other = Somebody.fresh("Another Demoson");
        keep("U-" + testa.userName(), testa.email());
        keep("V-" + testa.userName(), "nobody@relay.example");
        keep("W-" + other.userName(), other.email());
        var byNumber = asksAndIsKnown(RequestKind.ACCESS, byNumber("V-" + testa.userName()));
        assertThat(putAside.of(shop, byNumber))
                .extracting(OrdersPutAside.Entry::channelOrderId)
                .containsExactly("V-" + testa.userName());
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(putAside.of(shop, id))
                .extracting(OrdersPutAside.Entry::channelOrderId)
                .containsExactly("U-" + testa.userName());
        assertThat(pages.page(office, "/requests/" + id))
                .contains("Orders that could not be taken in", "U-" + testa.userName(), "Erase it");
        assertThat(erase.carryOut(shop, id, office)).isTrue();
        assertThat(request(id).state()).isEqualTo(RequestState.DONE);
        assertThat(waiting.of(shop))
                .extracting(OrdersPutAside.Entry::channelOrderId)
                .containsExactlyInAnyOrder("V-" + testa.userName(), "W-" + other.userName());
        assertThat(log.of(shop, id)).anyMatch(step -> step.detail().equals("1 put aside"));
    }

    private void keep(String number, String email) {
        waiting.keep(
                account(OutsideService.EBAY),
                number,
                "It has no price.",
                "Look at it there.",
                ("{\"buyer\":{\"email\":\"" + email + "\"}}").getBytes(StandardCharsets.UTF_8));
    }
}

package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.hub.retention.ChangePolicy;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.vault.Purpose;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A label lives three weeks; after that a new one is made, as long as there is an address to make it from. */
@ContextConfiguration(initializers = HubDatabase.Own.class)
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabelsEndTest extends PackingBench {

    private static final String KEY = "demo-royalmail-1";

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private RenewRecipient renewRecipient;

    @Autowired
    private ChangePolicy changePolicy;

    @Autowired
    private BusinessClock clock;

    /** The last, since the clock cannot be moved back. */
    @Test
    @Order(2)
    void aLabelPrintsForThreeWeeksAndThenANewOneIsMadeWithAReason() {
        connect(OutsideService.AMAZON, KEY);
        var packer = packer();
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        var first = parcels(ready).get(0);
        markDispatched.handedOver(packer, List.of(first.id()));

        forward(20);
        assertThat(printLabels.pdf(packer, List.of(first.id()))).isNotEmpty();
        forward(1);
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(first.id())))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining("ended on");

        assertThat(anew(packer, ready, NewLabelReason.LABEL_ENDED).isBooked()).isTrue();
        var second = parcels(ready).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.madeBecause()).isEqualTo("LABEL_ENDED");
        assertThat(timeline.of(shop, ready.get(0).id()))
                .anySatisfy(event -> assertThat(event.what() + event.detail()).isEqualTo("NEW_LABEL_MADELABEL_ENDED"));

        // Thirty days after dispatch an Amazon address has ended too: nothing is left to make a label from.
        forward(10);
        assertThat(anew(packer, ready, NewLabelReason.SENT_AGAIN).wrong()).contains("can no longer be opened");

        // Typed in again, with the reason: the parcel goes, and the history names the reason, never the address.
        var typed =
                new Recipient("Demo Again", "", List.of("2 Example Row"), "Leeds", "", "LS1 4AP", "GB", "", "", "", "");
        renewRecipient.typed(packer, ready.get(0).id(), typed, AddressReason.ADDRESS_ENDED);
        assertThat(anew(packer, ready, NewLabelReason.SENT_AGAIN).isBooked()).isTrue();
        assertThat(timeline.of(shop, ready.get(0).id()))
                .anySatisfy(
                        event -> assertThat(event.what() + event.detail()).isEqualTo("ADDRESS_TYPED_INADDRESS_ENDED"))
                .noneSatisfy(event -> assertThat(event.detail()).contains("Example Row"));
        forward(7);
        assertThat(anew(packer, ready, NewLabelReason.SENT_AGAIN).wrong()).contains("can no longer be opened");
    }

    private BookShipments.Result anew(SignedIn packer, List<OrderFacts> orders, NewLabelReason because) {
        return bookShipments.anew(packer, orders.get(0).id(), WISH, because);
    }

    @Test
    @Order(1)
    void aSellerWhoKeepsLabelsForFewerDaysPrintsThemForFewer() {
        connect(OutsideService.AMAZON, KEY);
        var packer = packer();
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        var parcel = parcels(ready).get(0);
        var made = clock.today();
        forward(3);
        assertThat(changePolicy.preview(shop, Purpose.LABEL, 10).earlier()).isOne();
        changePolicy.decide(shop, Purpose.LABEL, 10, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        assertThat(parcels(ready).get(0).labelEndsOn()).contains(made.plusDays(10));
        forward(6);
        assertThat(printLabels.pdf(packer, List.of(parcel.id()))).isNotEmpty();
        changePolicy.decide(shop, Purpose.LABEL, 12, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        forward(2);
        assertThat(printLabels.pdf(packer, List.of(parcel.id()))).isNotEmpty();
        changePolicy.decide(shop, Purpose.LABEL, 11, packer.id());
        changePolicy.carryOut(shop, moved -> {});
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(parcel.id())))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining("ended on " + Written.day(clock.today()));
        assertThat(bookShipments
                        .anew(packer, ready.get(0).id(), WISH, NewLabelReason.LABEL_ENDED)
                        .isBooked())
                .isTrue();
    }
}

package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** The channel changes an order whose label is made: the old label is no good any more, and a new one can be bought. */
class EditedParcelsTest extends PackingBench {

    @Autowired
    private DownloadOrders downloadOrders;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private CallOffBookings callOffBookings;

    @Test
    void aLabelToAnOldAddressIsCalledOffAndAnotherCanBeBought() {
        connect(OutsideService.EBAY);
        var packer = packer();
        var order = ready(1).get(0);
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        var old = parcel(order);
        edit(order, sent -> ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "99 Changed Mind Road"));
        assertThat(shipments.of(shop, List.of(old.id())).get(0).state()).isEqualTo(ShipmentState.TO_CALL_OFF);
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(old.id()))).isInstanceOf(LabelGone.class);
        assertThat(timeline.of(shop, order.id()))
                .anyMatch(event -> event.what() == ParcelHappening.LABEL_VOID
                        && event.detail().contains("was changed"));

        callOffBookings.of(shop);
        assertThat(shipments.of(shop, List.of(old.id())).get(0).state()).isEqualTo(ShipmentState.CALLED_OFF);
        assertThat(state(order)).isEqualTo(OrderState.READY);
        assertThat(bookShipments
                        .book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {})
                        .get(0)
                        .isBooked())
                .isTrue();
    }

    @Test
    void aLabelOutlivesAChangeThatDoesNotConcernTheParcel() {
        connect(OutsideService.EBAY);
        var packer = packer();
        var order = ready(1).get(0);
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        edit(order, sent -> sent.put("buyerCheckoutNotes", "Thank you!"));
        assertThat(parcel(order).state()).isEqualTo(ShipmentState.BOOKED);
    }

    private void edit(OrderFacts order, Consumer<ObjectNode> change) {
        atChannel(order, change.andThen(EditedParcelsTest::touch));
        accounts.of(shop).stream()
                .filter(account -> account.service() == OutsideService.EBAY)
                .forEach(account -> assertThat(downloadOrders.from(account)).isTrue());
    }

    /** Later than the order was changed before, whoever did it, and within what the next download reads. */
    private static void touch(ObjectNode sent) {
        var before = Instant.parse(sent.get("lastModifiedDate").asString()).plusSeconds(1);
        var lately = Instant.now().minusSeconds(300);
        var at = before.isAfter(lately) ? before : lately;
        sent.put("lastModifiedDate", at.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}

package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.SignedIn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** The hand-over waits for nobody; channels are told of each parcel once, with its own number and its own pieces. */
class ToldChannelsTest extends PackingBench {

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private AnnounceDispatched announceDispatched;

    @Autowired
    private Unlucky unlucky;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private AskTracking askTracking;

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void theHandOverAsksNobodyOutside(OutsideService channel) {
        connect(channel);
        var packer = packer();
        var ready = ready(2);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        SANDBOX.exchanges().clear();
        markDispatched.handedOver(
                packer, ready.stream().map(order -> parcel(order).id()).toList());
        assertThat(SANDBOX.exchanges().all()).isEmpty();
        assertThat(ready)
                .allSatisfy(order -> assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.WAITING));
        tellChannels.of(shop);
        assertThat(ready)
                .allSatisfy(order -> assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.TOLD));
    }

    @Test
    void whatOneModuleFailedToHearIsToldAgainAndKeepsNoChannelWaiting() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        unlucky.fails.set(true);
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        announceDispatched.of(shop);
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        assertThat(unlucky.heard).doesNotContain(parcel(order).id());

        unlucky.fails.set(false);
        forward(1);
        announceDispatched.of(shop);
        announceDispatched.of(shop);
        assertThat(unlucky.heard).containsOnlyOnce(parcel(order).id());
    }

    @Test
    void anOrderThatWasSentInPartIsConfirmedForItsRestOnly() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(20).stream()
                .filter(each -> each.lines().get(0).quantity() > 1)
                .findFirst()
                .orElseThrow();
        atChannel(order, json -> ((ObjectNode) json.path("orderItems").path(0).path("fulfillment"))
                .put("quantityFulfilled", order.lines().get(0).quantity() - 1)
                .put("quantityUnfulfilled", 1));
        send(packer, order);
        var told = confirmations(order);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)
                        .path("packageDetail")
                        .path("orderItems")
                        .path(0)
                        .path("quantity")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anOrderOfAnotherCountrysShopIsConfirmedThere() {
        connect(OutsideService.AMAZON);
        var soldInGermany = ready(1).get(0);
        atChannel(
                soldInGermany, json -> ((ObjectNode) json.path("salesChannel")).put("marketplaceId", "A1PA6795UKMFR9"));
        aShop();
        connect(OutsideService.AMAZON);
        var order = ready(20).stream()
                .filter(each -> each.channelOrderId().equals(soldInGermany.channelOrderId()))
                .findFirst()
                .orElseThrow();
        send(packer(), order);
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        assertThat(confirmations(order).get(0).path("marketplaceId").asString()).isEqualTo("A1PA6795UKMFR9");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void aSecondParcelOfAnOrderTellsOfNoPieceTwice(OutsideService channel) {
        connect(channel);
        var packer = packer();
        var order = ready(1).get(0);
        send(packer, order);
        assertThat(bookShipments
                        .anew(packer, order.id(), WISH, NewLabelReason.SENT_AGAIN)
                        .isBooked())
                .isTrue();
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        // eBay counts a fulfilment as all of its lines; the sandbox's Amazon as the whole order.
        atChannel(order, json -> json.path("orderItems")
                .forEach(item -> ((ObjectNode) item.path("fulfillment")).put("quantityUnfulfilled", 0)));
        tellChannels.of(shop);
        assertThat(confirmations(order)).hasSize(1);
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.STOPPED);
        assertThat(parcel(order).wrong()).contains("another parcel");
    }

    @Test
    void aTrackingNumberThatComesLaterIsAskedForAndThenTold() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        COURIER.givesTracking(false);
        send(packer, order);
        assertThat(parcel(order).trackingNumber()).isEmpty();
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.WAITING);
        assertThat(parcel(order).mend()).contains("we ask for it");
        assertThat(askTracking.of(shop)).isZero();

        COURIER.givesTracking(true);
        forward(1);
        assertThat(askTracking.of(shop)).isEqualTo(1);
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        assertThat(confirmations(order)
                        .get(0)
                        .path("packageDetail")
                        .path("trackingNumber")
                        .asString())
                .isEqualTo(parcel(order).trackingNumber())
                .isNotEmpty();
    }

    @AfterEach
    void everyModuleHears() {
        unlucky.fails.set(false);
    }

    private void send(SignedIn packer, OrderFacts order) {
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        tellChannels.of(shop);
    }
}

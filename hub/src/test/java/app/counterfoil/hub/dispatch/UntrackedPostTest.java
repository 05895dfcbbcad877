package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.clock.MovableClock;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.Shipment.ChannelState;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** Parcels without a tracking number, because their service gives none or because they are printed late, are told of too. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class UntrackedPostTest extends PackingBench {

    private static final ParcelWish UNTRACKED = new ParcelWish("STL1", "smallParcel", new Weight(450));

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private TellChannels tellChannels;

    @Autowired
    private ToTellChannels toTellChannels;

    @Autowired
    private TypeTracking typeTracking;

    @Autowired
    private AskTracking askTracking;

    @Autowired
    private MovableClock movableClock;

    @Test
    void ebayIsToldOfUntrackedPostWithoutANumber() {
        var packer = shopWith(OutsideService.EBAY, "demo-royalmail-1");
        var order = ready(1).get(0);
        send(packer, order, UNTRACKED);
        assertThat(parcel(order).trackingNumber()).isEmpty();
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        var told = confirmations(order).get(0);
        assertThat(told.has("trackingNumber") || told.has("shippingCarrierCode"))
                .isFalse();
        assertThat(told.path("lineItems")).hasSize(order.lines().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DONE_UNANSWERED", "TRUNCATED_JSON", "SERVER_ERROR"})
    void ebayKnowsAnUntrackedParcelOnceThoughItsAnswerWasLost(Fault fault) {
        var packer = shopWith(OutsideService.EBAY, "demo-royalmail-1");
        var order = ready(1).get(0);
        book(packer, order, UNTRACKED);
        // The first call asks what eBay knows, the second tells.
        SANDBOX.faults().switchOn(new Faults.Switched("ebay-orders", fault, 2, 1));
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        tellChannels.of(shop);
        SANDBOX.faults().clear();
        toTellChannels.again(shop, parcel(order).id());
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        assertThat(confirmations(order)).hasSize(1);
    }

    @Test
    void aSecondUntrackedParcelIsNotTakenForTheFirst() {
        var packer = shopWith(OutsideService.EBAY, "demo-royalmail-1");
        var order = ready(1).get(0);
        send(packer, order, UNTRACKED);
        forward(1);
        bookShipments.anew(packer, order.id(), UNTRACKED, NewLabelReason.SENT_AGAIN);
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        tellChannels.of(shop);
        assertThat(confirmations(order)).hasSize(1);
        assertThat(parcel(order).wrong()).contains("another parcel");
    }

    @Test
    void amazonWantsANumberSoAPersonMarksTheOrderThereOnceAndIsDone() {
        var packer = shopWith(OutsideService.AMAZON, "demo-royalmail-1");
        var order = ready(1).get(0);
        send(packer, order, UNTRACKED);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.STOPPED);
        assertThat(parcel(order).wrong()).contains("only of parcels with a tracking number");
        assertThat(parcel(order).mend()).contains("Amazon's own pages", "type a number");
        assertThat(confirmations(order)).isEmpty();

        atChannel(order, json -> ((ObjectNode) json.path("fulfillment")).put("fulfillmentStatus", "SHIPPED"));
        toTellChannels.again(shop, parcel(order).id());
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        assertThat(confirmations(order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void aNumberTypedAndTypedAnewIsToldOnceAndStandsThen(OutsideService channel) {
        var packer = shopWith(channel, "demo-royalmail-1");
        var order = ready(1).get(0);
        book(packer, order, UNTRACKED);
        typeTracking.typed(packer, parcel(order), "ab 1234 5678-4gb");
        typeTracking.typed(packer, parcel(order), "ab 1234 5678-5gb");
        assertThat(parcel(order).trackingNumber()).isEqualTo("AB123456785GB");
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        var told = confirmations(order).get(0);
        assertThat(told.path("packageDetail")
                        .path("trackingNumber")
                        .asString(told.path("trackingNumber").asString("")))
                .isEqualTo("AB123456785GB");
        assertThatThrownBy(() -> typeTracking.typed(packer, parcel(order), "AB123456799GB"))
                .isInstanceOf(TypeTracking.NotTaken.class);
    }

    @Test
    void aNumberThatTheCourierGaveCannotBeTypedOver() {
        var packer = shopWith(OutsideService.EBAY, "demo-royalmail-1");
        var order = ready(1).get(0);
        book(packer, order, WISH);
        var given = parcel(order).trackingNumber();
        assertThat(given).isNotEmpty();
        assertThatThrownBy(() -> typeTracking.typed(packer, parcel(order), "AB123456785GB"))
                .isInstanceOf(TypeTracking.NotTaken.class);
        assertThat(parcel(order).trackingNumber()).isEqualTo(given);
    }

    @Test
    void theOrdersPageLeadsToTheFieldAndKeepsWhatWasTypedWrongly() throws Exception {
        var packer = shopWith(OutsideService.AMAZON, "demo-royalmail-1");
        var order = ready(1).get(0);
        send(packer, order, UNTRACKED);
        var path = "/dispatch/" + parcel(order).id() + "/tracking";
        assertThat(pages.asked(packer, get("/orders/" + order.id().value())).getContentAsString())
                .contains(path, "None: an untracked service");
        assertThat(pages.asked(packer, get("/dispatch")).getContentAsString()).contains(path);
        assertThat(pages.asked(packer, get(path)).getContentAsString()).contains("Take the number");
        var wrong = pages.asked(packer, post(path).param("trackingNumber", "no number"));
        assertThat(wrong.getContentAsString()).contains("this is not one", "no number");
        var taken = pages.asked(packer, post(path).param("trackingNumber", "AB123456785GB"));
        assertThat(taken.getRedirectedUrl()).isEqualTo("/orders/" + order.id().value());
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        assertThat(pages.asked(packer, get("/orders/" + order.id().value())).getContentAsString())
                .contains("Tracking number typed")
                .doesNotContain(path);
    }

    @Test
    void theHandOverAndTellingAgainAskForANumberAnewHoweverLateItIsPrinted() {
        var packer = shopWith(OutsideService.EBAY, "demo-royalmail-online");
        var order = ready(1).get(0);
        book(packer, order, WISH);
        askInVain(order);
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        assertThat(parcel(order).trackingExpected()).isTrue();
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.WAITING);
        askInVain(order);
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.STOPPED);
        assertThat(parcel(order).mend()).contains("Tell it again");

        assertThat(SANDBOX.royalMail().print(parcel(order).reference())).isPresent();
        toTellChannels.again(shop, parcel(order).id());
        assertThat(askTracking.of(shop)).isEqualTo(1);
        tellChannels.of(shop);
        assertThat(parcel(order).channelState()).isEqualTo(ChannelState.TOLD);
        assertThat(confirmations(order).get(0).path("trackingNumber").asString())
                .isEqualTo(parcel(order).trackingNumber())
                .isNotEmpty();
    }

    /** Until the courier is not asked any more. Nothing is to end meanwhile, so that no day of any shop here need turn. */
    private void askInVain(OrderFacts order) {
        for (int day = 0; day < 20 && parcel(order).trackingExpected(); day++) {
            assertThat(askTracking.of(shop)).isZero();
            movableClock.forward(1);
            SANDBOX.world().clock().setAhead(movableClock.ahead());
        }
        assertThat(parcel(order).trackingExpected()).isFalse();
    }

    private SignedIn shopWith(OutsideService channel, String royalMailKey) {
        connect(channel, royalMailKey);
        return packer();
    }

    private void book(SignedIn packer, OrderFacts order, ParcelWish wish) {
        assertThat(bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(wish), done -> {}))
                .allMatch(BookShipments.Result::isBooked);
    }

    private void send(SignedIn packer, OrderFacts order, ParcelWish wish) {
        book(packer, order, wish);
        markDispatched.handedOver(packer, List.of(parcel(order).id()));
        tellChannels.of(shop);
    }
}

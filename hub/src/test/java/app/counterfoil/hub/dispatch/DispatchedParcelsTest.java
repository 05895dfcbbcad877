package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.channel.TellChannels;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Parcels are bought once, labelled, printed for three weeks, handed over, and the channel hears of it. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class DispatchedParcelsTest extends PackingBench {

    private static final String KEY = "demo-royalmail-1";

    @Autowired
    private AskCourier askCourier;

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Autowired
    private ToTellChannels toTellChannels;

    @Autowired
    private TellChannels tellChannels;

    @Test
    void aParcelIsBookedPrintedAndHandedOverAndItsOrderCloses() throws Exception {
        connect(OutsideService.EBAY, KEY);
        var packer = packer();
        var ready = ready(3);
        var results = bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(results).allSatisfy(result -> assertThat(result.wrong()).isEmpty());
        assertThat(results).allMatch(BookShipments.Result::isBooked);
        var parcels = parcels(ready);
        assertThat(parcels).allSatisfy(parcel -> {
            assertThat(parcel.state()).isEqualTo(ShipmentState.BOOKED);
            assertThat(SANDBOX.royalMail().bookingsOf(parcel.reference())).isEqualTo(1);
        });

        try (var pdf = Loader.loadPDF(printLabels.pdf(packer, shipmentIds(parcels)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(288);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(432);
        }

        assertThat(markDispatched.handedOver(packer, shipmentIds(parcels)).left())
                .isEqualTo(3);
        tellChannels.of(shop);
        assertThat(orders.of(shop, ids(ready))).allMatch(order -> order.state() == OrderState.DISPATCHED);
        for (var parcel : parcels(ready)) {
            assertThat(parcel.channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        }
        for (var order : ready) {
            var told = SANDBOX.world().account("ebay-1").orElseThrow().confirmations(order.channelOrderId());
            assertThat(told).hasSize(1);
            assertThat(told.get(0).path("trackingNumber").asString())
                    .isEqualTo(parcels(List.of(order)).get(0).trackingNumber());
        }
    }

    @ParameterizedTest(name = "{0} at the second of three bookings")
    @EnumSource(
            value = Fault.class,
            names = {"DUPLICATE_PAGE", "REPEATED_CURSOR", "EXPIRED_CURSOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFailureInTheMiddleOfABatchLosesNothingAndBuysNothingTwice(Fault fault) {
        connect(OutsideService.AMAZON, KEY);
        var owner = owner();
        var ready = ready(3);
        int before = SANDBOX.royalMail().references().size();
        SANDBOX.faults().switchOn(new Faults.Switched("royalmail", fault, 2, 1));
        var first = bookShipments.book(owner, ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(first).hasSize(3);
        assertThat(first).filteredOn(result -> !result.isBooked()).allSatisfy(result -> {
            assertThat(result.wrong()).isNotBlank();
            assertThat(result.mend()).isNotBlank();
        });
        SANDBOX.faults().clear();

        askCourier.aboutAll(shop);
        assertThat(shipments.in(shop, List.of(ShipmentState.BOOKING), 10)).isEmpty();
        bookShipments.book(owner, ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(parcels(ready)).hasSize(3).allMatch(parcel -> parcel.state() == ShipmentState.BOOKED);
        assertThat(SANDBOX.royalMail().references()).hasSize(before + 3);
        assertThat(printLabels.pdf(owner, shipmentIds(parcels(ready)))).isNotEmpty();
    }

    @Test
    void twoPeopleWhoBookTheSameOrderAtOnceBuyOneLabel() {
        connect(OutsideService.AMAZON, KEY);
        var owner = owner();
        var ready = ready(1);
        int before = SANDBOX.royalMail().references().size();
        var both = List.of(1, 2, 3, 4).stream()
                .map(who -> CompletableFuture.supplyAsync(
                        () -> bookShipments.book(owner, ids(ready), ParcelWishes.all(WISH), done -> {})))
                .toList();
        both.forEach(CompletableFuture::join);
        assertThat(SANDBOX.royalMail().references()).hasSize(before + 1);
        assertThat(parcels(ready).get(0).state()).isEqualTo(ShipmentState.BOOKED);
    }

    @Test
    void aNewLabelBeforeTheParcelLeftCallsTheOldOneOff() {
        connect(OutsideService.AMAZON, KEY);
        var packer = packer();
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        var first = parcels(ready).get(0);
        bookShipments.anew(packer, ready.get(0).id(), WISH, NewLabelReason.DAMAGED);
        assertThat(SANDBOX.royalMail().bookingsOf(first.reference())).isZero();
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(first.id()))).hasMessageContaining("void");
        assertThat(printLabels.pdf(packer, shipmentIds(parcels(ready)))).isNotEmpty();
    }

    @Test
    void anAccountThatPaysOnlinePrintsInClickAndDrop() {
        connect(OutsideService.AMAZON, "demo-royalmail-online");
        var packer = packer();
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        var parcel = parcels(ready).get(0);
        assertThat(parcel.state()).isEqualTo(ShipmentState.PRINT_AT_COURIER);
        assertThatThrownBy(() -> printLabels.pdf(packer, List.of(parcel.id())))
                .isInstanceOf(LabelGone.class)
                .satisfies(refused -> assertThat(((LabelGone) refused).mend()).contains("Click & Drop"));
        assertThat(markDispatched.handedOver(packer, List.of(parcel.id())).left())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon", "ebay"})
    void aChannelThatFailsIsToldAgainAndKnowsEachParcelOnce(String channel) {
        connect(channel.equals("amazon") ? OutsideService.AMAZON : OutsideService.EBAY, KEY);
        var packer = packer();
        var ready = ready(1);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        var api = channel.equals("amazon") ? "amazon-shipments" : "ebay-orders";
        for (var fault : List.of(Fault.SERVER_ERROR, Fault.TRUNCATED_JSON)) {
            SANDBOX.faults().switchOn(new Faults.Switched(api, fault, 1, 2));
        }
        markDispatched.handedOver(packer, shipmentIds(parcels(ready)));
        tellChannels.of(shop);
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.WAITING);
        assertThat(parcels(ready).get(0).wrong()).isNotBlank();
        SANDBOX.faults().clear();
        toTellChannels.again(shop, parcels(ready).get(0).id());
        tellChannels.of(shop);
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
        var told = SANDBOX.world()
                .account(channel + "-1")
                .orElseThrow()
                .confirmations(ready.get(0).channelOrderId());
        assertThat(told).hasSize(1);
        toTellChannels.again(shop, parcels(ready).get(0).id());
        assertThat(parcels(ready).get(0).channelState()).isEqualTo(Shipment.ChannelState.TOLD);
    }

    @Test
    void aRoleThatOpensNoAddressesBooksNothing() {
        connect(OutsideService.AMAZON, KEY);
        var bookkeeper = person(Role.BOOKKEEPER);
        var ready = ready(1);
        int before = SANDBOX.royalMail().references().size();
        var result = bookShipments
                .book(bookkeeper, ids(ready), ParcelWishes.all(WISH), done -> {})
                .get(0);
        assertThat(result.wrong()).contains("role");
        assertThat(SANDBOX.royalMail().references()).hasSize(before);
    }

    @Test
    void anotherShopSeesNothingOfIt() {
        connect(OutsideService.AMAZON, KEY);
        var owner = owner();
        var ready = ready(1);
        bookShipments.book(owner, ids(ready), ParcelWishes.all(WISH), done -> {});
        var parcel = parcels(ready).get(0);
        var otherShop = shops.open();
        var other = shops.person(otherShop, Role.OWNER);
        assertThat(shipments.of(otherShop, List.of(parcel.id()))).isEmpty();
        assertThatThrownBy(() -> printLabels.pdf(other, List.of(parcel.id()))).isInstanceOf(LabelGone.class);
        assertThatThrownBy(() -> markDispatched.handedOver(other, List.of(parcel.id())))
                .isInstanceOf(MarkDispatched.NothingToHandOver.class);
    }

    private static List<UUID> shipmentIds(List<Shipment> of) {
        return of.stream().map(Shipment::id).toList();
    }
}

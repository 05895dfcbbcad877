package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.dispatch.OwnCourier.Answer;
import app.counterfoil.hub.dispatch.OwnCourier.Call;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** No label is bought for what nobody wants any more, and one bought before is void, called off, and goes nowhere. */
class CancelledOrdersTest extends PackingBench {

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private HoldOrders holdOrders;

    @Autowired
    private CallOffBookings callOffBookings;

    @Autowired
    private PrintLabels printLabels;

    @Autowired
    private MarkDispatched markDispatched;

    @Test
    void aBuyersWishToCancelAtAmazonHoldsTheOrderUntilAPersonDecides() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        atChannel(order, json -> ((ObjectNode) json.path("orderItems").path(0))
                .putObject("cancellation")
                .putObject("cancellationRequest")
                .put("requester", "BUYER"));
        int before = COURIER.everBooked().size();
        SANDBOX.exchanges().clear();
        var result = bookShipments
                .book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {})
                .get(0);
        assertThat(result.wrong()).contains("has asked to cancel").contains(order.channelOrderId());
        assertThat(COURIER.everBooked()).hasSize(before);
        assertThat(state(order)).isEqualTo(OrderState.ON_HOLD);
        assertThat(orders.one(shop, order.id()).orElseThrow().holds()).containsExactly(HoldReason.CANCEL_REQUESTED);
        assertThat(SANDBOX.exchanges().all())
                .as("nobody's name is asked for")
                .filteredOn(exchange -> exchange.request().path().endsWith(order.channelOrderId()))
                .isNotEmpty()
                .allSatisfy(exchange ->
                        assertThat(exchange.request().rawQuery()).isEqualTo("includedData=FULFILLMENT,CANCELLATION"));

        holdOrders.lift(shop, List.of(order.id()), Optional.of(packer.id()));
        assertThat(bookShipments
                        .book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {})
                        .get(0)
                        .isBooked())
                .isTrue();
    }

    @Test
    void aWishToCancelThatEbayShowsOnlyInTheSingleOrderIsSeen() {
        connect(OutsideService.EBAY);
        var order = ready(1).get(0);
        atChannel(order, json -> ((ObjectNode) json.path("cancelStatus"))
                .putArray("cancelRequests")
                .addObject()
                .put("cancelRequestState", "REQUESTED"));
        int before = COURIER.everBooked().size();
        bookShipments.book(packer(), ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        assertThat(COURIER.everBooked()).hasSize(before);
        assertThat(state(order)).isEqualTo(OrderState.ON_HOLD);
    }

    @Test
    void whatTheChannelHasCancelledIsCancelledHereAndNotBought() {
        connect(OutsideService.EBAY);
        var ready = ready(2);
        atChannel(ready.get(0), json -> ((ObjectNode) json.path("cancelStatus")).put("cancelState", "CANCELED"));
        var results = bookShipments.book(packer(), ids(ready), ParcelWishes.all(WISH), done -> {});
        assertThat(state(ready.get(0))).isEqualTo(OrderState.CANCELLED);
        assertThat(results).filteredOn(BookShipments.Result::isBooked).hasSize(1);
        assertThat(parcel(ready.get(1)).state()).isEqualTo(ShipmentState.BOOKED);
    }

    @Test
    void anOrderThatIsCancelledWhileTheBatchRunsIsNotBought() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = ready(2);
        int before = COURIER.everBooked().size();
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {
            if (done == 1) {
                var other = state(ready.get(0)) == OrderState.READY
                                && shipments.ofOrder(shop, ready.get(0).id()).isEmpty()
                        ? ready.get(0)
                        : ready.get(1);
                moveOrders.to(OrderState.CANCELLED, shop, List.of(other.id()), Optional.empty());
            }
        });
        assertThat(COURIER.everBooked()).hasSize(before + 1);
    }

    @Test
    void aChannelThatCannotBeAskedIsNoYesUnlessAPersonSaysSo() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        int before = COURIER.everBooked().size();
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.UNAVAILABLE, 1, 20));
        var refused = bookShipments
                .book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {})
                .get(0);
        assertThat(refused.wrong()).contains("cannot say").contains(order.channelOrderId());
        assertThat(COURIER.everBooked()).hasSize(before);
        var anyway = new ParcelWish("TPN24", "smallParcel", WISH.weight(), Optional.empty(), true);
        assertThat(bookShipments
                        .book(packer, ids(List.of(order)), ParcelWishes.all(anyway), done -> {})
                        .get(0)
                        .isBooked())
                .isTrue();
        assertThat(timeline.of(shop, order.id()))
                .anySatisfy(event -> assertThat(event.what()).isEqualTo(ParcelHappening.BOOKED_WITHOUT_ASKING_CHANNEL));
    }

    @Test
    void aLabelOfAnOrderCancelledAfterwardsIsCalledOffByItself() {
        connect(OutsideService.AMAZON);
        var order = booked(1).get(0);
        var parcel = parcel(order);
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order.id()), Optional.empty());
        COURIER.answer(Call.DELETE, 1, new Answer(503, "{}"));
        callOffBookings.of(shop);
        assertThat(parcel(order).state()).isEqualTo(ShipmentState.TO_CALL_OFF);
        assertThat(parcel(order).wrong()).isNotBlank();
        assertThat(COURIER.standing(parcel.reference())).hasSize(1);
        callOffBookings.of(shop);
        assertThat(parcel(order).state()).isEqualTo(ShipmentState.CALLED_OFF);
        assertThat(COURIER.standing(parcel.reference())).isEmpty();
    }

    @Test
    void parcelsOfHeldAndCancelledOrdersStayAndTheOthersAreNotHeldUp() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = booked(packer, 3);
        moveOrders.to(OrderState.CANCELLED, shop, List.of(ready.get(0).id()), Optional.empty());
        holdOrders.hold(shop, List.of(ready.get(1).id()), HoldReason.HELD_BY_PERSON, Optional.of(packer.id()));
        var parcels = ready.stream().map(order -> parcel(order).id()).toList();
        assertThat(printLabels.pdf(packer, parcels)).isNotEmpty();
        assertThat(parcel(ready.get(0)).printedAt()).isEmpty();
        assertThat(parcel(ready.get(1)).printedAt()).isEmpty();
        assertThat(parcel(ready.get(2)).printedAt()).isPresent();
        assertThatThrownBy(() -> printLabels.pdf(packer, parcels.subList(0, 1)))
                .isInstanceOf(LabelGone.class)
                .hasMessageContaining("cancelled");

        var handed = markDispatched.handedOver(packer, parcels);
        assertThat(handed.left()).isEqualTo(1);
        assertThat(handed.behind())
                .extracting(MarkDispatched.Behind::channelOrderId)
                .containsExactlyInAnyOrder(
                        ready.get(0).channelOrderId(), ready.get(1).channelOrderId());
        assertThat(state(ready.get(2))).isEqualTo(OrderState.DISPATCHED);
    }

    @Test
    void anOldLabelIsCalledOffAtTheAccountItWasBookedWith() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = booked(packer, 1).get(0);
        var old = parcel(order);
        var second = courier("second-key");
        var wish = new ParcelWish("TPN24", "smallParcel", WISH.weight(), Optional.of(second.id()), false);
        assertThat(bookShipments
                        .anew(packer, order.id(), wish, NewLabelReason.DAMAGED)
                        .isBooked())
                .isTrue();
        assertThat(COURIER.standing(old.reference())).isEmpty();
        assertThat(COURIER.standing(parcel(order).reference()))
                .singleElement()
                .satisfies(booked -> assertThat(booked.owner()).isEqualTo("second-key"));
        assertThat(state(old.id())).isEqualTo(ShipmentState.CALLED_OFF);
    }

    @Test
    void aBookingThatTheCourierDoesNotKnowOrWillNotDeleteStaysVisible() {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = booked(packer, 2);
        var unknown = parcel(ready.get(0));
        COURIER.deletedByHand(unknown.reference());
        bookShipments.anew(packer, ready.get(0).id(), WISH, NewLabelReason.DAMAGED);
        assertThat(state(unknown.id())).isEqualTo(ShipmentState.CALL_OFF_BY_HAND);
        assertThat(shipments.of(shop, List.of(unknown.id())).get(0).wrong()).contains("does not know");

        var kept = parcel(ready.get(1));
        COURIER.answer(
                Call.DELETE, 1, new Answer(200, "{\"deletedOrders\":[],\"errors\":[{\"code\":\"Manifested\"}]}"));
        bookShipments.anew(packer, ready.get(1).id(), WISH, NewLabelReason.DAMAGED);
        assertThat(state(kept.id())).isEqualTo(ShipmentState.CALL_OFF_BY_HAND);
        callOffBookings.seenTo(packer, kept.id());
        assertThat(state(kept.id())).isEqualTo(ShipmentState.CALLED_OFF);
    }

    private List<OrderFacts> booked(int many) {
        return booked(packer(), many);
    }

    private List<OrderFacts> booked(SignedIn packer, int many) {
        var ready = ready(many);
        assertThat(bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {}))
                .allMatch(BookShipments.Result::isBooked);
        return ready;
    }

    private ShipmentState state(UUID shipment) {
        return shipments.of(shop, List.of(shipment)).get(0).state();
    }
}

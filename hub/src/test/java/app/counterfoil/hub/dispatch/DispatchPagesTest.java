package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a packer meets on the pages: choices that fit, parcels that stay and why, void labels, an address typed in. */
class DispatchPagesTest extends PackingBench {

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private HoldOrders holdOrders;

    @Autowired
    private CallOffBookings callOffBookings;

    @Test
    void servicesStandByTheirDestinationAndSeveralAccountsCanBeChosen() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        assertThat(pages.page(packer, "/dispatch"))
                .contains("Service in the UK", "Service abroad", "International Tracked")
                .doesNotContain("Courier account");
        courier("second-key");
        assertThat(pages.page(packer, "/dispatch")).contains("Courier account", "second-key");
        var order = ready(1).get(0);
        assertThat(pages.page(packer, "/dispatch/orders/" + order.id().value() + "/new-label"))
                .contains("Tracked 24")
                .doesNotContain("International Tracked");
    }

    @Test
    void voidLabelsAreNamedUntilSomebodyHasSeenToThem() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
        var parcel = parcel(order);
        COURIER.deletedByHand(parcel.reference());
        moveOrders.to(OrderState.CANCELLED, shop, List.of(order.id()), Optional.empty());
        assertThat(pages.page(packer, "/dispatch")).contains("Cancelled: it stays here");
        callOffBookings.of(shop);
        assertThat(pages.page(packer, "/dispatch")).contains("Void labels", parcel.reference(), "does not know");
        assertThat(pages.page(packer, "/orders/" + order.id().value())).contains("Void, call it off by hand");
        pages.asked(packer, post("/dispatch/" + parcel.id() + "/seen-to"));
        assertThat(pages.page(packer, "/dispatch")).doesNotContain("Void labels");
    }

    @Test
    void theHandOverNamesWhatStays() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var ready = ready(2);
        bookShipments.book(packer, ids(ready), ParcelWishes.all(WISH), done -> {});
        holdOrders.hold(shop, List.of(ready.get(0).id()), HoldReason.HELD_BY_PERSON, Optional.of(packer.id()));
        var flash = pages.perform(
                        packer,
                        post("/dispatch/handed-over")
                                .param("shipment", parcel(ready.get(0)).id().toString())
                                .param("shipment", parcel(ready.get(1)).id().toString()))
                .getFlashMap();
        assertThat(String.valueOf(flash.get("behind"))).contains(ready.get(0).channelOrderId());
        var shown = pages.asked(packer, get("/dispatch").flashAttr("behind", flash.get("behind")))
                .getContentAsString();
        assertThat(shown)
                .contains("These parcels stay here")
                .contains(ready.get(0).channelOrderId());
    }

    @Test
    void anAddressTypedInWronglyNamesEachFieldAndARightOneIsTaken() throws Exception {
        connect(OutsideService.AMAZON);
        var packer = packer();
        var order = ready(1).get(0);
        var path = "/dispatch/orders/" + order.id().value() + "/address";
        assertThat(pages.page(packer, path)).contains("Seal the address");
        var wrong = pages.asked(
                        packer,
                        post(path)
                                .param("reason", "ADDRESS_CORRECTED")
                                .param("name", "Demo Name")
                                .param("line1", "2 Example Row")
                                .param("postcode", "nowhere")
                                .param("country", "GB"))
                .getContentAsString();
        assertThat(wrong).contains("Write the town.", "Write a whole postcode", "2 Example Row");
        var taken = pages.asked(
                packer,
                post(path)
                        .param("reason", "ADDRESS_CORRECTED")
                        .param("name", "Demo Name")
                        .param("line1", "2 Example Row")
                        .param("town", "St Helier")
                        .param("postcode", "je2 3ab")
                        .param("country", "GB"));
        assertThat(taken.getRedirectedUrl()).isEqualTo("/orders/" + order.id().value());
        assertThat(orders.one(shop, order.id()).orElseThrow().territory()).hasToString("JE");
        assertThat(pages.page(packer, "/orders/" + order.id().value())).contains("St Helier", "Address typed in");
    }
}

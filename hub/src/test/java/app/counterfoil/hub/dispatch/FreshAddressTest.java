package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.node.ObjectNode;

/** Where an address has ended and a parcel is to be sent once more, its channel is asked for it, and nobody else. */
@ContextConfiguration(initializers = HubDatabase.Own.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreshAddressTest extends PackingBench {

    @Autowired
    private MarkDispatched markDispatched;

    private static final List<Sent> SENT = new ArrayList<>();
    private static final List<Sent> TAKEN = new ArrayList<>();

    /** A parcel that left three months ago, so that nobody can read where it went. */
    private record Sent(SellerId shop, SignedIn packer, OrderFacts order) {}

    /** The clock cannot be moved back, so all parcels leave before it moves. */
    @BeforeEach
    void parcelsOfThreeMonthsAgo() {
        if (SENT.isEmpty()) {
            for (var channel : List.of(
                    OutsideService.AMAZON,
                    OutsideService.EBAY,
                    OutsideService.AMAZON,
                    OutsideService.EBAY,
                    OutsideService.AMAZON)) {
                aShop();
                connect(channel);
                var packer = packer();
                var order = ready(5).get(SENT.size());
                bookShipments.book(packer, ids(List.of(order)), ParcelWishes.all(WISH), done -> {});
                markDispatched.handedOver(packer, List.of(parcel(order).id()));
                SENT.add(new Sent(shop, packer, order));
            }
            forward(90);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void anAddressThatHasEndedIsFetchedFromItsChannelForANewLabel(OutsideService channel) throws Exception {
        var sent = sent(channel);
        var answer = fetch(sent);
        assertThat(answer.getRedirectedUrl())
                .isEqualTo("/orders/" + sent.order().id().value());
        assertThat(bookShipments
                        .anew(sent.packer(), sent.order().id(), WISH, NewLabelReason.SENT_AGAIN)
                        .isBooked())
                .isTrue();
        assertThat(timeline.of(shop, sent.order().id()))
                .anySatisfy(event -> assertThat(event.what()).isEqualTo(OrderHappening.ADDRESS_FETCHED))
                .noneSatisfy(event -> assertThat(event.what()).isEqualTo(OrderHappening.ADDRESS_TYPED_IN));
        var page = page(sent);
        assertThat(rowOf(page, "Recipient and address")).contains("Packer").doesNotContain("Nobody any more");
        assertThat(rowOf(page, "Buyer")).contains("Nobody any more");
        // For a week, like any open order's.
        forward(7);
        assertThat(labelAnew(sent)).contains("can no longer be opened");
    }

    @Test
    void aChannelThatDoesNotTellItAnyMoreLeadsToTypingItIn() throws Exception {
        var sent = sent(OutsideService.EBAY);
        atChannel(sent.order(), json -> ((ObjectNode) json.at("/fulfillmentStartInstructions/0/shippingStep/shipTo"))
                .putObject("contactAddress")
                .put("countryCode", "GB"));
        assertThat(fetch(sent).getContentAsString())
                .contains("eBay does not tell the address of this order any more.", "type it in below")
                .contains("Seal the address");
        assertThat(labelAnew(sent)).contains("can no longer be opened");
    }

    @Test
    void aChannelThatIsAwaySaysSoAndNothingIsChanged() throws Exception {
        var sent = sent(OutsideService.AMAZON);
        SANDBOX.faults().switchOn(new Faults.Switched("amazon-orders", Fault.UNAVAILABLE, 1, 100));
        assertThat(fetch(sent).getContentAsString()).contains("Amazon does not answer", "Seal the address");
        assertThat(timeline.of(shop, sent.order().id()))
                .noneSatisfy(event -> assertThat(event.what()).isEqualTo(OrderHappening.ADDRESS_FETCHED));
    }

    /** The last of all, for the clock goes on and does not come back. */
    @Test
    @Order(Integer.MAX_VALUE)
    void longAfterThatItIsFetchedByTheOwnerAlone() throws Exception {
        var sent = sent(OutsideService.AMAZON);
        forward(40);
        assertThat(fetch(sent).getContentAsString())
                .contains("closed more than 120 days ago", "Ask the owner, who may fetch it.");
        var owner = new Sent(sent.shop(), owner(), sent.order());
        assertThat(fetch(owner).getRedirectedUrl())
                .isEqualTo("/orders/" + sent.order().id().value());
    }

    /** The next of that channel; nobody uses it twice. */
    private Sent sent(OutsideService channel) {
        var next = SENT.stream()
                .filter(each -> each.order().service() == channel && !TAKEN.contains(each))
                .findFirst()
                .orElseThrow();
        TAKEN.add(next);
        shop = next.shop();
        assertThat(labelAnew(next)).contains("can no longer be opened");
        return next;
    }

    private String labelAnew(Sent sent) {
        return bookShipments
                .anew(sent.packer(), sent.order().id(), WISH, NewLabelReason.SENT_AGAIN)
                .wrong();
    }

    /** What the card of held data says of it. */
    private static String rowOf(String page, String what) {
        var from = page.indexOf("<strong>" + what + "</strong>");
        assertThat(from).as(what).isPositive();
        return page.substring(from, page.indexOf("</li>", from));
    }

    private MockHttpServletResponse fetch(Sent sent) throws Exception {
        return pages.asked(
                sent.packer(), post("/dispatch/orders/" + sent.order().id().value() + "/address/fetch"));
    }

    private String page(Sent sent) throws Exception {
        return pages.asked(sent.packer(), get("/orders/" + sent.order().id().value()))
                .getContentAsString();
    }
}

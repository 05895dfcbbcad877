package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Weight;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.sandbox.amazon.AmazonOrderJson;
import app.counterfoil.sandbox.ebay.EbayOrderJson;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import app.counterfoil.sandbox.world.Sale;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a channel wants the courier told of a parcel: its IOSS number at the border, its hub's reference on the label. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class CollectedVatTest extends PackingBench {

    private static final ParcelWish ABROAD = new ParcelWish("MTE", "smallParcel", new Weight(450));
    private static final ParcelWish EVEN_IF_NOT_ASKED =
            new ParcelWish("MTE", "smallParcel", new Weight(450), Optional.empty(), true);

    /** Orders of their own, which tests that share the marketplace do not take, for they go abroad. */
    private static final int TO_BE_TAXED = 7_001;

    private static final int TO_BE_SENT_IN_PARTS = 7_002;

    @BeforeAll
    static void ordersFromIreland() {
        for (var number : List.of(TO_BE_TAXED, TO_BE_SENT_IN_PARTS)) {
            var amazon = AmazonOrderJson.of(fromIreland(number), 1);
            SANDBOX.world()
                    .account("amazon-1")
                    .orElseThrow()
                    .put(amazon.get("orderId").asString(), amazon);
            var ebay = EbayOrderJson.of(fromIreland(number), 1);
            SANDBOX.world()
                    .account("ebay-1")
                    .orElseThrow()
                    .put(ebay.get("orderId").asString(), ebay);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void theCourierIsToldTheNumberUnderWhichTheChannelPaidTheVat(OutsideService channel) {
        var packer = shopWith(channel);
        var order = fromIrelandAs(channel, TO_BE_TAXED);
        assertThat(book(packer, order, ABROAD).isBooked()).isTrue();
        assertThat(handedOver(order).at("/postageDetails/IOSSNumber").asString())
                .isEqualTo("IM0000000000");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutsideService.class,
            names = {"AMAZON", "EBAY"})
    void withoutTheNumberNothingIsBoughtAndThePackerIsToldWhatToDo(OutsideService channel) {
        var packer = shopWith(channel);
        var order = fromIrelandAs(channel, TO_BE_TAXED);
        SANDBOX.faults().switchOn(new Faults.Switched(api(channel), Fault.SERVER_ERROR, 1, 1_000));
        var unasked = book(packer, order, EVEN_IF_NOT_ASKED);
        SANDBOX.faults().clear();
        assertThat(unasked.wrong()).contains("IOSS number is not known");
        assertThat(timeline.of(shop, order.id())).noneSatisfy(event -> assertThat(event.what())
                .isEqualTo(ParcelHappening.BOOKED_WITHOUT_ASKING_CHANNEL));
        atChannel(order, CollectedVatTest::withoutNumber);
        var untold = book(packer, order, ABROAD);
        atChannel(order, CollectedVatTest::withNumber);
        assertThat(untold.wrong()).contains("IOSS number is not known");
        assertThat(untold.mend()).contains("Nothing was bought", channel.title());
        assertThat(shipments.ofOrder(shop, order.id())).isEmpty();
        assertThat(book(packer, order, ABROAD).isBooked()).isTrue();
    }

    @Test
    void aParcelThatEbayForwardsBearsItsReferenceAboveTheHubsStreet() {
        var number = SANDBOX.world().account("ebay-1").orElseThrow().orders().stream()
                .filter(json -> json.path("orderFulfillmentStatus").asString().equals("NOT_STARTED")
                        && json.path("orderPaymentStatus").asString().equals("PAID")
                        && json.at("/cancelStatus/cancelState").asString().equals("NONE_REQUESTED")
                        && shippingStep(json)
                                .at("/shipTo/contactAddress/countryCode")
                                .asString()
                                .equals("GB"))
                .map(json -> json.path("orderId").asString())
                .findFirst()
                .orElseThrow();
        var before = json(number);
        var forwarded = before.deepCopy();
        ((ObjectNode) forwarded.at("/fulfillmentStartInstructions/0")).put("ebaySupportedFulfillment", true);
        ((ObjectNode) shippingStep(forwarded)).put("shipToReferenceId", "1234567890123456");
        SANDBOX.world().account("ebay-1").orElseThrow().put(number, forwarded);
        var packer = shopWith(OutsideService.EBAY);
        SANDBOX.world().account("ebay-1").orElseThrow().put(number, before);
        var order = ready().stream()
                .filter(each -> each.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(book(packer, order, WISH).isBooked()).isTrue();
        var address = handedOver(order).at("/recipient/address");
        assertThat(address.path("addressLine1").asString()).isEqualTo("Reference #1234567890123456");
        assertThat(address.path("addressLine2").asString())
                .isEqualTo(shippingStep(before)
                        .at("/shipTo/contactAddress/addressLine1")
                        .asString());
    }

    @Test
    void customsAreToldOfWhatIsStillToBeSentAndWhatThatIsWorth() {
        var packer = shopWith(OutsideService.AMAZON);
        var order = fromIrelandAs(OutsideService.AMAZON, TO_BE_SENT_IN_PARTS);
        var line = order.lines().get(0);
        atChannel(order, json -> {
            ((ObjectNode) json.path("fulfillment")).put("fulfillmentStatus", "PARTIALLY_SHIPPED");
            json.path("orderItems").forEach(item -> {
                var ordered = item.path("quantityOrdered").asInt();
                var left = item.path("orderItemId").asString().equals(line.channelLineId()) ? 1 : 0;
                ((ObjectNode) item.path("fulfillment"))
                        .put("quantityFulfilled", ordered - left)
                        .put("quantityUnfulfilled", left);
            });
        });
        assertThat(book(packer, order, ABROAD).isBooked()).isTrue();
        var told = handedOver(order);
        assertThat(told.at("/packages/0/contents")).hasSize(1);
        assertThat(told.at("/packages/0/contents/0/name").asString()).isEqualTo(line.title());
        assertThat(told.at("/packages/0/contents/0/quantity").asInt()).isEqualTo(1);
        assertThat(told.path("subtotal").decimalValue())
                .isEqualByComparingTo(
                        told.at("/packages/0/contents/0/unitValue").decimalValue())
                .isLessThan(BigDecimal.valueOf(order.total().minor(), 2));
    }

    private SignedIn shopWith(OutsideService channel) {
        connect(channel, "demo-royalmail-1");
        return packer();
    }

    private BookShipments.Result book(SignedIn packer, OrderFacts order, ParcelWish wish) {
        return bookShipments
                .book(packer, ids(List.of(order)), ParcelWishes.all(wish), done -> {})
                .get(0);
    }

    private OrderFacts fromIrelandAs(OutsideService channel, int number) {
        var json = channel == OutsideService.AMAZON
                ? AmazonOrderJson.of(fromIreland(number), 1)
                : EbayOrderJson.of(fromIreland(number), 1);
        return ready().stream()
                .filter(each -> each.channelOrderId().equals(json.get("orderId").asString()))
                .findFirst()
                .orElseThrow();
    }

    private static Sale fromIreland(int number) {
        return new Sale(
                number,
                SANDBOX.world().clock().instant().minusSeconds(600),
                new Sale.Buyer("Testa Demoson", "testa", "testa@relay.example", Optional.empty(), Optional.empty()),
                new Sale.Destination("1 Example Terrace", "", "Dublin", "", "D02 ZZ99", "IE", "020 910 0109"),
                List.of(new Sale.Line("MUG", "A mug", 2, 1_200, 0), new Sale.Line("TEA", "Some tea", 1, 600, 0)),
                300,
                "EUR",
                "",
                "",
                Sale.State.UNSHIPPED,
                false,
                Set.of(Sale.Circumstance.VAT_BY_MARKETPLACE));
    }

    private List<OrderFacts> ready() {
        return orders.page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), 200);
    }

    /** What the courier was handed of the order's last parcel. */
    private JsonNode handedOver(OrderFacts order) {
        var reference = parcel(order).reference();
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("royalmail")
                        && exchange.request().method().equals("POST"))
                .map(exchange ->
                        new JsonMapper().readTree(new String(exchange.request().body(), StandardCharsets.UTF_8)))
                .flatMap(body -> body.path("items").valueStream())
                .filter(item -> item.path("orderReference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static String api(OutsideService channel) {
        return channel == OutsideService.AMAZON ? "amazon-orders" : "ebay-orders";
    }

    private static JsonNode shippingStep(JsonNode order) {
        return order.at("/fulfillmentStartInstructions/0/shippingStep");
    }

    private static ObjectNode json(String number) {
        return SANDBOX.world().account("ebay-1").orElseThrow().order(number).orElseThrow();
    }

    private static void withoutNumber(ObjectNode order) {
        setNumber(order, "");
    }

    private static void withNumber(ObjectNode order) {
        setNumber(order, "IM0000000000");
    }

    private static void setNumber(ObjectNode order, String number) {
        order.path("orderItems").forEach(item -> ((ObjectNode) item.at("/fulfillment/shipping/internationalShipping"))
                .put("iossNumber", number));
        order.path("lineItems").forEach(item -> ((ObjectNode) item.at("/ebayCollectAndRemitTaxes/0/ebayReference"))
                .put("value", number));
    }
}

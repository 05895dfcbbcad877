package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.AddressReason;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.OrdersEdited;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.order.RenewRecipient;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Where parcels go: a channel that leaves an address out is asked again, and what a person has typed is not undone. */
class AddressesTest extends ChannelBench {

    private static final Recipient TYPED =
            new Recipient("Demo Again", "", List.of("2 Example Row"), "Leeds", "", "LS1 4AP", "GB", "", "", "", "");

    @Autowired
    private RenewRecipient renewRecipient;

    @Test
    void anAddressThatAmazonLeftOutIsAskedForAgainWithoutTheOrderBeingChanged() {
        var number = firstToSend();
        var whole = truth("amazon-1", number);
        var recipient = whole.remove("recipient");
        put("amazon-1", whole);
        var account = download("amazon");
        var order = numbered(number);
        assertThat(order.state()).isEqualTo(OrderState.OPEN);
        assertThat(order.holds()).containsExactly(HoldReason.ADDRESS_NEEDED);

        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(now(order).state()).isEqualTo(OrderState.OPEN);

        whole.set("recipient", recipient);
        put("amazon-1", whole);
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
        assertThat(recipient(order).postcode())
                .isEqualTo(recipient.at("/deliveryAddress/postalCode").asString());
        assertThat(timeline(order)).anyMatch(event -> event.what() == OrderHappening.ADDRESS_TOLD);
    }

    @Test
    void anOrderWithoutAnAddressGoesOnWithOneThatIsTyped() {
        var number = firstToSend();
        var whole = truth("amazon-1", number);
        var recipient = whole.remove("recipient");
        put("amazon-1", whole);
        download("amazon");
        renewRecipient.typed(owner(), numbered(number).id(), TYPED, AddressReason.ADDRESS_ENDED);
        assertThat(numbered(number).state()).isEqualTo(OrderState.READY);
        whole.set("recipient", recipient);
        put("amazon-1", whole);
    }

    @Test
    void noAddressIsTakenInOfABuyerWhoWasForgottenAndTheOrderStaysAsItIs() {
        download("ebay");
        var order = ready();
        custody.in(shop, vault -> vault.forget(List.of(order.subject()), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        var before = now(order);
        assertThatThrownBy(() -> renewRecipient.typed(owner(), order.id(), TYPED, AddressReason.ADDRESS_CORRECTED))
                .isInstanceOf(RenewRecipient.Forgotten.class);
        assertThat(now(order)).isEqualTo(before);
        assertThat(timeline(order)).noneMatch(event -> event.what() == OrderHappening.ADDRESS_TYPED_IN);
        assertThat(events.stream(OrdersEdited.class))
                .noneMatch(edited -> edited.orders().equals(List.of(order.id())));
    }

    @Test
    void aTypedAddressStaysWhenItsChannelOnlyRepeatsItself() {
        var account = download("ebay");
        var order = ready();
        renewRecipient.typed(owner(), order.id(), TYPED, AddressReason.ADDRESS_CORRECTED);
        change("ebay-1", truth("ebay-1", order));
        downloadOrders.from(account);
        assertThat(recipient(order).lines()).isEqualTo(TYPED.lines());
        assertThat(timeline(order)).noneMatch(event -> event.detail().contains("where it goes"));
        turnOfDay.turn();
        change("ebay-1", truth("ebay-1", order));
        downloadOrders.from(account);
        assertThat(recipient(order).lines()).isEqualTo(TYPED.lines());
    }

    @Test
    void aTypedAddressGivesWayToAnotherOneOfItsChannel() {
        var account = download("ebay");
        var order = ready();
        renewRecipient.typed(owner(), order.id(), TYPED, AddressReason.ADDRESS_CORRECTED);
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "77 Newer Road");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(recipient(order).lines()).contains("77 Newer Road");
        assertThat(timeline(order)).anyMatch(event -> event.detail().contains("where it goes"));
    }

    @Test
    void aCorrectedAddressTellsWhoeverHasALabelAndKeepsTheGiftMessage() {
        download("ebay");
        var gift = in(OrderState.READY).stream()
                .filter(OrderFacts::gift)
                .findFirst()
                .orElseThrow();
        var message = recipient(gift).giftMessage();
        renewRecipient.typed(owner(), gift.id(), TYPED, AddressReason.ADDRESS_CORRECTED);
        assertThat(recipient(gift).giftMessage()).isEqualTo(message).isNotBlank();
        assertThat(events.stream(OrdersEdited.class))
                .anyMatch(edited -> edited.orders().equals(List.of(gift.id())));
    }

    @Test
    void anAccountThatIsRemovedAndConnectedAgainGoesOnWithItsOrders() {
        var before = download("ebay");
        var order = ready();
        int many = all().size();
        accounts.remove(before);
        var after = connect("ebay", "Again");
        change("ebay-1", truth("ebay-1", order));
        assertThat(downloadOrders.from(after)).isTrue();
        assertThat(all()).hasSize(many).allMatch(each -> each.account().equals(after.id()));
    }

    @Test
    void anAccountThatIsStillConnectedKeepsItsOrders() {
        var first = download("ebay");
        var order = ready();
        var twice = shops.connect(shop, OutsideService.EBAY, 2);
        put("ebay-2", truth("ebay-1", order));
        assertThat(downloadOrders.from(twice)).isFalse();
        assertThat(states.of(shop)).anyMatch(state -> state.lastWrong().contains("through another account"));
        assertThat(now(order).account()).isEqualTo(first.id());
    }

    @Test
    void whatComesBackEndsOnTheDayThatWasSetWhenItLeft() {
        download("ebay");
        var sent = in(OrderState.DISPATCHED).stream()
                .filter(order -> order.personalEndsOn()
                        .filter(end -> end.isAfter(clock.today()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        moveOrders.to(OrderState.RETURNED, shop, List.of(sent.id()), Optional.empty());
        assertThat(now(sent).personalEndsOn()).isEqualTo(sent.personalEndsOn());
    }

    /** The number of an order that Amazon wants sent. */
    private static String firstToSend() {
        return SANDBOX.world().account("amazon-1").orElseThrow().orders().stream()
                .filter(order ->
                        order.at("/fulfillment/fulfillmentStatus").asString().equals("UNSHIPPED"))
                .filter(order -> order.at("/fulfillment/fulfilledBy").asString().equals("MERCHANT"))
                .filter(order -> order.at("/recipient/deliveryAddress/countryCode")
                        .asString()
                        .equals("GB"))
                .filter(order -> order.at("/orderItems/0/cancellation").isMissingNode())
                .map(order -> order.path("orderId").asString())
                .findFirst()
                .orElseThrow();
    }

    private OrderFacts numbered(String number) {
        return all().stream()
                .filter(order -> order.channelOrderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** Puts the order in as it is, without its being changed in the channel's eyes. */
    private static void put(String account, ObjectNode order) {
        SANDBOX.world().account(account).orElseThrow().put(order.path("orderId").asString(), order);
    }
}

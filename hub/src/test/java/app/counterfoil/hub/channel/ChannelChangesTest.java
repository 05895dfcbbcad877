package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.HoldOrders;
import app.counterfoil.hub.order.HoldReason;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.OrdersEdited;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Orders change at the channel after they were taken in: we follow, and what people here have decided stays. */
class ChannelChangesTest extends ChannelBench {

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void anUnpaidOrderDoesNotBecomeReadyByAHoldThatIsLifted() {
        download("ebay");
        var unpaid = in(OrderState.AWAITING_PAYMENT).get(0);
        assertThatThrownBy(() -> holdOrders.lift(shop, List.of(unpaid.id()), Optional.empty()))
                .isInstanceOfSatisfying(HoldOrders.NothingToLift.class, refused -> assertThat(refused.mend())
                        .contains("not paid"));
        holdOrders.hold(shop, List.of(unpaid.id()), HoldReason.HELD_BY_PERSON, Optional.empty());
        assertThat(now(unpaid).state()).isEqualTo(OrderState.ON_HOLD);
        holdOrders.lift(shop, List.of(unpaid.id()), Optional.empty());
        assertThat(now(unpaid).state()).isEqualTo(OrderState.AWAITING_PAYMENT);
    }

    @Test
    void whatWasOrderedAndPaidIsWhatTheChannelNowTells() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        var line = (ObjectNode) sent.get("lineItems").get(0);
        line.put("quantity", 9).remove("discountedLineItemCost");
        ((ObjectNode) line.get("lineItemCost")).put("value", "900.00");
        ((ObjectNode) sent.get("pricingSummary").get("total")).put("value", "950.00");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).total().decimal()).isEqualTo("950.00");
        assertThat(now(order).lines().get(0).quantity()).isEqualTo(9);
        assertThat(now(order).lines().get(0).total().decimal()).isEqualTo("900.00");
        assertThat(timeline(order))
                .anyMatch(event -> event.what() == OrderHappening.EDITED_AT_CHANNEL
                        && event.detail().contains("what was ordered")
                        && event.detail().contains("£950.00"));
        assertThat(events.stream(OrdersEdited.class))
                .anyMatch(edited -> edited.orders().equals(List.of(order.id())));
    }

    @Test
    void aNewAddressTakesThePlaceOfTheOldOne() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "99 Changed Mind Road");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(recipient(order).lines()).contains("99 Changed Mind Road");
        assertThat(timeline(order))
                .anyMatch(event -> event.detail().contains("where it goes")
                        && !event.detail().contains("Changed Mind"));
    }

    @Test
    void anOrderSentElsewhereKeepsItsPeopleToTheEndOfTheirDays() {
        var ebay = download("ebay");
        var one = ready();
        var sent = truth("ebay-1", one);
        sent.put("orderFulfillmentStatus", "FULFILLED");
        change("ebay-1", sent);
        downloadOrders.from(ebay);
        assertThat(now(one).state()).isEqualTo(OrderState.DISPATCHED);
        assertThat(now(one).personalEndsOn())
                .contains(now(one).closedOn().orElseThrow().plusDays(90));
        assertThat(recipient(one).lines()).isNotEmpty();
    }

    @Test
    void aHoldOfAPersonOutlivesWhatTheChannelDoes() {
        var account = download("ebay");
        var order = ready();
        holdOrders.hold(shop, List.of(order.id()), HoldReason.HELD_BY_PERSON, Optional.empty());
        change("ebay-1", truth("ebay-1", order));
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.ON_HOLD);
        assertThat(now(order).holds()).containsExactly(HoldReason.HELD_BY_PERSON);
    }

    @Test
    void anAddressThatTheChannelLeavesOutIsNotGone() {
        var account = download("amazon");
        var order = ready();
        var sent = truth("amazon-1", order);
        sent.remove("recipient");
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
        assertThat(recipient(order).lines()).isNotEmpty();
    }

    @Test
    void anOrderWhoseAddressHasEndedWaitsForOneHoweverOftenItsChannelTellsTheBuyerAlone() {
        var account = download("ebay");
        var order = ready();
        itsPeopleAreNotedAsEndingToday(order);
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "");
        for (var time = 1; time <= 2; time++) {
            sent.put("buyerCheckoutNotes", "Told " + time + " times");
            change("ebay-1", sent);
            downloadOrders.from(account);
            assertThat(now(order).holds()).as("told %d times", time).containsExactly(HoldReason.ADDRESS_NEEDED);
        }
    }

    private void itsPeopleAreNotedAsEndingToday(OrderFacts order) {
        transactions.run(shop, () -> assertThat(db.sql(
                                """
                                        UPDATE order_order
                                           SET personal_ends_on = :today, recipient_ends_on = :today, buyer_ends_on = :today
                                         WHERE seller_id = :seller AND order_id = :order
                                        """)
                        .param("today", clock.today())
                        .param("seller", shop.value())
                        .param("order", order.id().value())
                        .update())
                .isOne());
    }

    @Test
    void whatAmazonSendsItselfIsNotCancelledHere() {
        var account = download("amazon");
        var theirs = ready();
        var sent = truth("amazon-1", theirs).deepCopy();
        ((ObjectNode) sent.get("fulfillment")).put("fulfilledBy", "AMAZON");
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(theirs).byChannel()).isTrue();
        assertThatThrownBy(() -> moveOrders.to(OrderState.CANCELLED, shop, List.of(theirs.id()), Optional.empty()))
                .isInstanceOfSatisfying(MoveOrders.SentByItsChannel.class, refused -> assertThat(refused.mend())
                        .contains("Cancel it at Amazon"));
        assertThat(now(theirs).state()).isEqualTo(OrderState.OPEN);
    }

    @Test
    void aRequestToCancelHoldsTheOrderOnceAndWhatAPersonDecidesStays() {
        var account = download("amazon");
        var order = ready();
        var sent = truth("amazon-1", order);
        ((ObjectNode) sent.get("orderItems").get(0))
                .putObject("cancellation")
                .putObject("cancellationRequest")
                .put("requester", "BUYER");
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).holds()).containsExactly(HoldReason.CANCEL_REQUESTED);
        holdOrders.lift(shop, List.of(order.id()), Optional.empty());
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
        change("amazon-1", truth("amazon-1", order));
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
    }

    @Test
    void anOrderThatWasCancelledAtTheChannelIsNotSent() {
        var account = download("ebay");
        var order = ready();
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.get("cancelStatus")).put("cancelState", "CANCELED");
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThatThrownBy(() -> moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty()))
                .isInstanceOf(MoveOrders.NotALegalMove.class)
                .hasMessageContaining("Cancelled");
    }

    @Test
    void aLineThatWasCalledOffIsGoneAndTheRestIsSent() {
        var account = download("amazon");
        var order = in(OrderState.READY).stream()
                .filter(each -> each.lines().size() > 1)
                .findFirst()
                .orElseThrow();
        var sent = truth("amazon-1", order);
        ((ObjectNode) sent.get("orderItems").get(0)).put("quantityOrdered", 0);
        change("amazon-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).lines()).hasSize(order.lines().size() - 1);
        assertThat(now(order).state()).isEqualTo(OrderState.READY);
    }

    @Test
    void theSameShopConnectedTwiceBringsNoOrderTwice() {
        download("ebay");
        var count = all().size();
        // Signed in anew at eBay, which gave another refresh token for the same shop.
        var again = accounts.connect(
                shop,
                OutsideService.EBAY,
                "A second time",
                List.of("demo-ebay-client", "demo-ebay-secret", "demo-refresh-ebay-1", "another"));
        states.add(again);
        assertThat(downloadOrders.from(again)).isFalse();
        assertThat(all()).hasSize(count);
        assertThat(states.of(shop))
                .anyMatch(state ->
                        state.account().equals(again.id()) && state.lastWrong().contains("another account"));
    }

    @Test
    void aForgottenPersonDoesNotComeBackAndTheirOrderGoesOn() {
        var account = download("ebay");
        var order = ready();
        custody.in(
                shop,
                vault -> vault.forget(
                        Set.of(order.subject()), Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
        var sent = truth("ebay-1", order);
        ((ObjectNode) sent.at("/fulfillmentStartInstructions/0/shippingStep/shipTo/contactAddress"))
                .put("addressLine1", "99 Changed Mind Road");
        change("ebay-1", sent);
        assertThat(downloadOrders.from(account)).isTrue();
        assertThat(openPeople
                        .recipients(owner(), "TEST", List.of(now(order)))
                        .get(order.id())
                        .opened())
                .isEmpty();
    }

    @Test
    void anOpenOrderIsCarriedOnEveryNightToAFullWeek() {
        download("ebay");
        var order = ready();
        turnOfDay.turn();
        assertThat(now(order).personalEndsOn()).contains(clock.today().plusDays(7));
    }
}

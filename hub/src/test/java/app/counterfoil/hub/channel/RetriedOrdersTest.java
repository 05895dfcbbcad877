package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderHappening;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.OrdersPutAside;
import app.counterfoil.sandbox.fault.Fault;
import app.counterfoil.sandbox.fault.Faults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An order that could not be taken in is tried again as its channel has it now, and leaves the list in one way or another. */
class RetriedOrdersTest extends ChannelBench {

    private static final String NUMBER = "97-11111-00001";

    @Autowired
    private OrdersPutAside putAside;

    @Autowired
    private RetryOrders retryOrders;

    @AfterEach
    void theChannelIsWhole() {
        SANDBOX.faults().clear();
        put(whole());
    }

    @Test
    void anOrderThatWasMendedAtItsChannelIsTakenInByTryingAgain() {
        put(broken());
        var account = download("ebay");
        var entry = waiting();
        put(whole());
        assertThat(retryOrders.now(owner(), account, entry)).isEmpty();
        assertThat(all()).extracting(OrderFacts::channelOrderId).contains(NUMBER);
        assertThat(putAside.of(shop)).isEmpty();
    }

    @Test
    void anItemWithoutAPriceIsNotLeftOutOfAnOrderToSendAndComesWithItsPrice() {
        var order = SANDBOX.world().account("amazon-1").orElseThrow().orders().stream()
                .filter(each ->
                        each.at("/fulfillment/fulfillmentStatus").asString("").equals("UNSHIPPED"))
                .findFirst()
                .orElseThrow()
                .put("orderId", "204-1111111-0000001");
        var items = (ArrayNode) order.get("orderItems");
        items.add(items.get(0).deepCopy());
        while (items.size() > 2) {
            items.remove(1);
        }
        var second = ((ObjectNode) items.get(1)).put("orderItemId", "55500000000001");
        var proceeds = second.remove("proceeds");
        ((ObjectNode) second.get("product")).remove("price");
        change("amazon-1", order);
        var account = download("amazon");
        assertThat(all()).extracting(OrderFacts::channelOrderId).doesNotContain("204-1111111-0000001");
        assertThat(waiting().wrong()).contains("orderItems[1].proceeds");

        second.set("proceeds", proceeds);
        ((ObjectNode) order.get("proceeds")).remove("grandTotal");
        change("amazon-1", order);
        assertThat(retryOrders.now(owner(), account, waiting())).isEmpty();
        assertThat(all())
                .filteredOn(each -> each.channelOrderId().equals("204-1111111-0000001"))
                .singleElement()
                .satisfies(each -> assertThat(each.lines()).hasSize(2));
        assertThat(putAside.of(shop)).isEmpty();
    }

    @Test
    void anOrderThatIsStillWrongSaysWhyAndStays() {
        put(broken());
        var account = download("ebay");
        assertThat(retryOrders.now(owner(), account, waiting()))
                .hasValueSatisfying(why -> assertThat(why.wrong()).contains("cannot be stored"));
        assertThat(waiting().wrong()).contains("cannot be stored");
    }

    @Test
    void aChannelThatIsAwayIsNoReasonNotToTryWhatIsKept() {
        put(broken());
        var account = download("ebay");
        var entry = waiting();
        SANDBOX.faults().switchOn(new Faults.Switched("ebay-orders", Fault.UNAVAILABLE, 1, 100));
        assertThat(retryOrders.now(owner(), account, entry)).isPresent();
        assertThat(waiting().id()).isEqualTo(entry.id());
    }

    @Test
    void whatIsDealtWithElsewhereLeavesTheListAndIsDestroyed() {
        put(broken());
        download("ebay");
        var entry = waiting();
        assertThat(putAside.dealtWith(shop, entry.id())).isTrue();
        assertThat(putAside.of(shop)).isEmpty();
        assertThat(putAside.sent(owner(), entry.id())).isEmpty();
        assertThat(putAside.dealtWith(shop, entry.id())).isFalse();
    }

    @Test
    void anOrderCancelledAtItsChannelAfterItHasLeftIsToldOnce() {
        var account = download("ebay");
        var order = ready();
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
        var sent = truth("ebay-1", order);
        var before = sent.deepCopy();
        ((ObjectNode) sent.path("cancelStatus")).put("cancelState", "CANCELED");
        change("ebay-1", sent);
        downloadOrders.from(account);
        change("ebay-1", sent);
        downloadOrders.from(account);
        assertThat(now(order).state()).isEqualTo(OrderState.DISPATCHED);
        assertThat(timeline(order))
                .filteredOn(event -> event.what() == OrderHappening.CANCELLED_AFTER_DISPATCH)
                .hasSize(1);
        change("ebay-1", before);
    }

    private OrdersPutAside.Entry waiting() {
        assertThat(putAside.of(shop)).hasSize(1);
        return putAside.of(shop).get(0);
    }

    private static ObjectNode whole() {
        var order =
                SANDBOX.world().account("ebay-1").orElseThrow().orders().get(0).deepCopy();
        return order.put("orderId", NUMBER);
    }

    /** With a day that we can read and that PostgreSQL has no room for. */
    private static ObjectNode broken() {
        return whole().put("creationDate", "-200000-01-01T00:00:00.000Z");
    }

    private static void put(ObjectNode order) {
        SANDBOX.world().account("ebay-1").orElseThrow().put(NUMBER, order);
    }
}

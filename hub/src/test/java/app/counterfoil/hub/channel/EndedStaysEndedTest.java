package app.counterfoil.hub.channel;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.custody.TrainingClock;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.storage.HubDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** People whose day has come are not taken in again because their channel still tells them. */
@TestPropertySource(properties = {"counterfoil.training=true", "bench.own=ended-stays-ended"})
@ContextConfiguration(initializers = HubDatabase.Own.class)
class EndedStaysEndedTest extends ChannelBench {

    @Autowired
    private TrainingClock trainingClock;

    @Test
    void anOrderThatTheChannelTellsAgainAfterItsDayBringsNobodyBack() {
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        var account = download("ebay");
        var order = ready();
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order.id()), Optional.empty());
        assertThat(openPeople.ends(shop, now(order)).recipient()).isPresent();

        trainingClock.forward(91, turned -> {});
        SANDBOX.world().clock().setAhead(trainingClock.ahead());
        var told = truth("ebay-1", order).put("buyerCheckoutNotes", "Thank you again");
        told.put("lastModifiedDate", clock.now().minusSeconds(400).toString().substring(0, 19) + ".000Z");
        SANDBOX.world().account("ebay-1").orElseThrow().put(order.channelOrderId(), told);
        assertThat(downloadOrders.from(account)).isTrue();

        var ends = openPeople.ends(shop, now(order));
        assertThat(ends.recipient()).isEmpty();
        assertThat(ends.buyer()).isEmpty();
        assertThat(openPeople
                        .recipients(owner(), "TEST", List.of(now(order)))
                        .get(order.id())
                        .opened())
                .isEmpty();
    }
}

package app.counterfoil.hub.failure;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.failure.FailureBench.Flow;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.order.Orders;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Work in a shop that has its orders; each piece of it takes the next of them. */
abstract class OneOrderEach implements Flow {

    private static final int ALL = 200;

    private final FailureBench bench;
    SellerId shop;
    Deque<OrderFacts> left = new ArrayDeque<>();
    OrderFacts order;

    /** The orders are downloaded from that account. */
    OneOrderEach(FailureBench bench, SellerId shop, Account account) {
        this.bench = bench;
        this.shop = shop;
        takeIn(account);
        order = left.element();
    }

    /** Goes on in another shop, which downloads its orders from that account. */
    final void goOnIn(SellerId another, Account account) {
        bench.assertWell(shop, "the last run in a shop");
        shop = another;
        takeIn(account);
    }

    private void takeIn(Account account) {
        assertThat(bench.part(DownloadOrders.class).from(account)).isTrue();
        left = new ArrayDeque<>(
                bench.part(Orders.class).page(shop, OrderFilter.in(OrderState.READY), Optional.empty(), ALL));
    }

    @Override
    public SellerId shop() {
        return shop;
    }

    @Override
    public void prepare() {
        order = left.remove();
    }
}

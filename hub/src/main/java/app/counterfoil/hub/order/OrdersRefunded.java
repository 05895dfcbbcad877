package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;

/**
 * A channel tells that money was paid back to buyers, more or less than it told before. Told within the transaction that stores it.
 *
 * @param seller whose orders
 * @param orders which
 */
public record OrdersRefunded(SellerId seller, List<OrderId> orders) {

    /** Copies the list. */
    public OrdersRefunded {
        orders = List.copyOf(orders);
    }
}

package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;

/**
 * A channel has changed what was ordered or where it goes, so that what was made from it does not fit. Told within the transaction that stores it.
 *
 * @param seller whose orders
 * @param orders which
 */
public record OrdersEdited(SellerId seller, List<OrderId> orders) {}

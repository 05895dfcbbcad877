package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Map;

/**
 * A place lent to whoever still needs the people of orders for what is under way: an erasure that was asked for waits for
 * that, and for nothing else (Art 17(1)(a)).
 */
public interface NeedsPeople {

    /**
     * Those of these orders whose data is still needed, each with why, as it goes on after "because", by the purpose of that
     * data.
     */
    Map<Purpose, Map<OrderId, String>> of(SellerId seller, List<OrderFacts> orders);
}

package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An order that is still to be sent needs its recipient. */
@Component
class OpenOrdersNeedPeople implements NeedsPeople {

    @Override
    public Map<Purpose, Map<OrderId, String>> of(SellerId seller, List<OrderFacts> orders) {
        return Map.of(
                Purpose.DELIVERY,
                orders.stream()
                        .filter(order -> order.state().isOpen())
                        .collect(Collectors.toMap(OrderFacts::id, order -> "the order is still to be sent")));
    }
}

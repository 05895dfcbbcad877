package app.counterfoil.hub.invoice;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.NeedsPeople;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.vault.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * An invoice that is still to be issued may have to name the customer: of an order that has left, until it is issued or put
 * aside, be it noted yet that it is due or not; of a business's order, from the beginning (VAT Regulations 1995, reg. 14).
 */
@Component
class InvoicesNeedPeople implements NeedsPeople {

    private final InvoicesDue due;
    private final LeftUninvoiced leftUninvoiced;

    InvoicesNeedPeople(InvoicesDue due, LeftUninvoiced leftUninvoiced) {
        this.due = due;
        this.leftUninvoiced = leftUninvoiced;
    }

    @Override
    public Map<Purpose, Map<OrderId, String>> of(SellerId seller, List<OrderFacts> orders) {
        var ids = orders.stream().map(OrderFacts::id).toList();
        var needed = new HashMap<OrderId, String>();
        Stream.concat(due.open(seller, ids).stream(), leftUninvoiced.of(seller, orders).stream())
                .forEach(order -> needed.put(order, "its invoice is still to be issued"));
        orders.stream()
                .filter(order -> order.business() && order.state().isOpen())
                .forEach(order -> needed.put(order.id(), "its invoice has to name the business"));
        return Map.of(Purpose.DELIVERY, needed, Purpose.SERVICE, needed);
    }
}

package app.counterfoil.hub.order.web;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.hub.retention.WhyStillHere;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of an order, by its channel's number or its id, why each part of its people's data is here, or when it ended. */
@Component
@Order(1)
class OrdersWhyStillHere implements WhyStillHere {

    private final Orders orders;
    private final HeldData heldData;

    OrdersWhyStillHere(Orders orders, HeldData heldData) {
        this.orders = orders;
        this.heldData = heldData;
    }

    @Override
    public List<Answer> about(SellerId seller, String asked) {
        var found = id(asked)
                .flatMap(id -> orders.one(seller, id))
                .map(List::of)
                .orElseGet(() -> orders.numbered(seller, asked));
        return found.stream()
                .flatMap(order -> heldData.of(seller, order).stream().map(line -> answer(order, line)))
                .toList();
    }

    private static Answer answer(OrderFacts order, HeldData.Line line) {
        var what = line.what() + " of order " + order.channelOrderId();
        var rule = line.why().replaceFirst("\\.$", "");
        return line.lives()
                ? new Answer(
                        what,
                        "It is here until " + line.until() + ". " + rule + "; it opens for " + line.who() + ".",
                        true)
                : new Answer(what, "It ended on " + line.until() + ". " + rule + ".", false);
    }

    private static Optional<OrderId> id(String asked) {
        try {
            return Optional.of(new OrderId(UUID.fromString(asked)));
        } catch (IllegalArgumentException aNumber) {
            return Optional.empty();
        }
    }
}

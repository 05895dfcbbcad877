package app.counterfoil.hub.order;

import java.util.ArrayList;
import java.util.List;

/** Names what a channel has changed of an order, in words that say nothing about a person. */
final class Edits {

    private Edits() {}

    static List<String> between(OrderFacts before, OrderDraft now, boolean address) {
        var parts = new ArrayList<String>();
        var lines = before.lines().stream()
                .map(line -> new OrderDraft.Line(
                        line.channelLineId(), line.sku(), line.title(), line.quantity(), line.total()))
                .toList();
        if (!now.lines().isEmpty() && !lines.equals(now.lines())) {
            parts.add("what was ordered");
        }
        if (!before.total().equals(now.total())) {
            parts.add("the amount, from " + before.total().shown() + " to "
                    + now.total().shown());
        }
        if (!before.refunded().equals(now.refunded())) {
            parts.add("a refund, now " + now.refunded().shown());
        }
        if (address) {
            parts.add("where it goes");
        }
        return List.copyOf(parts);
    }
}

package app.counterfoil.hub.order;

import java.util.ArrayList;
import java.util.List;

/**
 * What a channel has changed of an order.
 *
 * @param words each change, in words that say nothing about a person
 * @param ofParcel whether a parcel packed or labelled before does not fit any more
 */
record Edits(List<String> words, boolean ofParcel) {

    private record Pieces(String line, String sku, int quantity) {}

    static Edits between(OrderFacts before, OrderDraft now, boolean address) {
        var parts = new ArrayList<String>();
        var ofParcel = address;
        var ordered = before.lines().stream()
                .map(line -> new Pieces(line.channelLineId(), line.sku(), line.quantity()))
                .toList();
        var told = now.lines().stream()
                .map(line -> new Pieces(line.channelLineId(), line.sku(), line.quantity()))
                .toList();
        if (!told.isEmpty() && !ordered.equals(told)) {
            parts.add("what was ordered");
            ofParcel = true;
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
        return new Edits(List.copyOf(parts), ofParcel);
    }
}

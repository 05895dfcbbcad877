package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.order.Timeline.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what channels have changed of orders: their timelines in words, and whoever made something from them. */
@Component
class TellEdits {

    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    TellEdits(Timeline timeline, ApplicationEventPublisher events) {
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Tells it, in the running transaction.
     *
     * @param addresses the orders that go elsewhere now
     */
    void tell(SellerId seller, List<Change> changes, Set<OrderId> addresses) {
        var edited = new ArrayList<OrderId>();
        var refunded = new ArrayList<OrderId>();
        var notes = new ArrayList<>(cancelledTooLate(seller, changes));
        for (var change : changes) {
            var edits = Edits.between(change.before(), change.now().draft(), addresses.contains(change.id()));
            if (change.before().state() != change.now().state()) {
                notes.add(new Note(
                        change.id(),
                        OrderHappening.MOVED_AT_CHANNEL,
                        change.now().state().name()));
            }
            if (!edits.words().isEmpty()) {
                notes.add(new Note(change.id(), OrderHappening.EDITED_AT_CHANNEL, String.join(", ", edits.words())));
            }
            if (edits.ofParcel()) {
                edited.add(change.id());
            }
            if (!change.before().refunded().equals(change.now().draft().refunded())) {
                refunded.add(change.id());
            }
        }
        timeline.write(seller, notes, Optional.empty());
        if (!edited.isEmpty()) {
            events.publishEvent(new OrdersEdited(seller, List.copyOf(edited)));
        }
        if (!refunded.isEmpty()) {
            events.publishEvent(new OrdersRefunded(seller, refunded));
        }
    }

    /** Those that have left here, and whose channel now says that they were called off; each is told once. */
    private List<Note> cancelledTooLate(SellerId seller, List<Change> changes) {
        var late = changes.stream()
                .filter(change -> change.before().state() == OrderState.DISPATCHED)
                .filter(change -> change.now().draft().standing() == OrderDraft.Standing.CANCELLED)
                .map(Change::id)
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        var told = timeline.having(OrderHappening.CANCELLED_AFTER_DISPATCH, seller, late);
        return late.stream()
                .filter(order -> !told.contains(order))
                .map(order ->
                        new Note(order, OrderHappening.CANCELLED_AFTER_DISPATCH, "stop the parcel, or expect it back"))
                .toList();
    }
}

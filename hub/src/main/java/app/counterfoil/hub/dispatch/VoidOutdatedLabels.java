package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.order.OrdersEdited;
import app.counterfoil.hub.order.Timeline;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A label names where a parcel goes and was bought for what is in it; when either changes before it has left,
 * it must not be used any more. It is called off like that of a cancelled order, and the order can be booked again.
 */
@Component
class VoidOutdatedLabels {

    private final ToCallOff toCallOff;
    private final Timeline timeline;

    VoidOutdatedLabels(ToCallOff toCallOff, Timeline timeline) {
        this.toCallOff = toCallOff;
        this.timeline = timeline;
    }

    @EventListener
    void when(OrdersEdited edited) {
        var marked = toCallOff.ofEdited(edited.seller(), edited.orders());
        if (!marked.isEmpty()) {
            timeline.write(
                    edited.seller(),
                    marked.stream().map(Shipment::order).distinct().toList(),
                    ParcelHappening.LABEL_VOID,
                    "the order was changed; destroy its paper and book it again",
                    Optional.empty());
        }
    }
}

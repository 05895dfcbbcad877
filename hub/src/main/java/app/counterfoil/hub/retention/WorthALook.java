package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place lent to the keepers of records: of what is going to end, that which has a reason to be looked at first, such as
 * a return that is not refunded yet. Nothing personal stands in it.
 */
public interface WorthALook {

    /** What ends from tomorrow up to that day and has such a reason, those that end soonest first. */
    List<Look> endingUntil(SellerId seller, LocalDate last);

    /** Of how much that is sealed to a day up to that one it is known that it will be carried on, since it is open. */
    default long carriedOnUntil(SellerId seller, LocalDate last) {
        return 0;
    }

    /**
     * Something to look at.
     *
     * @param title what it is, such as the number of an order
     * @param path the page that shows it
     * @param endsOn first day on which its data cannot be opened
     * @param reason why somebody may want to look at it first
     * @param closed when its order closed, if that is what its end is counted from
     */
    record Look(String title, String path, LocalDate endsOn, String reason, Optional<Closed> closed) {

        /** When its data would end under another policy; as it does now if no policy decides. */
        public LocalDate endUnder(RetentionPolicy policy, Purpose purpose) {
            return purpose == Purpose.LABEL
                    ? endsOn
                    : closed.map(order -> policy.orderClosed(purpose, order.on(), order.limit()))
                            .orElse(endsOn);
        }
    }

    /**
     * An order that has closed.
     *
     * @param on the day
     * @param limit what its channel allows at most
     */
    record Closed(LocalDate on, ChannelLimit limit) {}
}

package app.counterfoil.hub.order;

import app.counterfoil.hub.retention.ChannelLimit;
import app.counterfoil.hub.retention.RetentionPolicy;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;

/**
 * When the people of an order end: the first days on which they cannot be opened.
 *
 * @param delivery whom it goes to
 * @param service who bought it
 */
record PeopleEnd(LocalDate delivery, LocalDate service) {

    static PeopleEnd both(LocalDate end) {
        return new PeopleEnd(end, end);
    }

    static PeopleEnd closed(RetentionPolicy policy, LocalDate closed, ChannelLimit limit) {
        return new PeopleEnd(
                policy.orderClosed(Purpose.DELIVERY, closed, limit),
                policy.orderClosed(Purpose.SERVICE, closed, limit));
    }
}

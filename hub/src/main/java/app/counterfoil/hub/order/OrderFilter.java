package app.counterfoil.hub.order;

import app.counterfoil.hub.connection.OutsideService;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders to show.
 *
 * @param state only in this state
 * @param service only of this channel
 * @param territory only to this country, or XI
 * @param from placed on this day or later
 * @param until placed on this day or earlier
 * @param only only these orders, if a search has found some
 */
public record OrderFilter(
        Optional<OrderState> state,
        Optional<OutsideService> service,
        Optional<String> territory,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<Set<OrderId>> only) {

    /** All orders. */
    public static OrderFilter all() {
        return new OrderFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Only orders in this state. */
    public static OrderFilter in(OrderState state) {
        return new OrderFilter(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, but only these orders. */
    public OrderFilter only(Set<OrderId> orders) {
        return new OrderFilter(state, service, territory, from, until, Optional.of(orders));
    }
}

package app.counterfoil.hub.export.web;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.shell.NotUsable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which orders are to stand in a file, as the order list names its filter.
 *
 * @param state only in this state
 * @param channel only of this channel
 * @param to only going there
 * @param from placed on this day or later
 * @param until placed on this day or earlier
 */
record Chosen(
        @Nullable OrderState state,
        @Nullable OutsideService channel,
        @Nullable String to,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {

    private static final int LONGEST_PLACE = 10;

    /** @throws NotUsable if a day is a slip, all that is wrong at once */
    OrderFilter filter() {
        var wrong = new ArrayList<NotUsable.Field>();
        NotUsable.slip("from", from).ifPresent(wrong::add);
        NotUsable.slip("until", until).ifPresent(wrong::add);
        if (to != null && (to.length() > LONGEST_PLACE || to.indexOf(0) >= 0)) {
            wrong.add(new NotUsable.Field("to", "Choose one of the places in the list."));
        }
        if (!wrong.isEmpty()) {
            throw new NotUsable(wrong);
        }
        return new OrderFilter(
                Optional.ofNullable(state),
                Optional.ofNullable(channel),
                Optional.ofNullable(to).filter(place -> !place.isBlank()),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.empty());
    }
}

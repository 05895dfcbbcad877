package app.counterfoil.hub.shell;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How days, moments and money are written on every page. */
@Component("shown")
public class Shown {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(BusinessClock.ZONE);

    /** A day, as in {@code 1 Dec 2026}. */
    public String day(LocalDate day) {
        return Written.day(day);
    }

    /** The day in London of a moment, as in {@code 1 Dec 2026}. */
    public String dayOf(Instant moment) {
        return Written.dayOf(moment);
    }

    /** A moment in London, as in {@code 1 Dec 2026, 14:05}. */
    public String moment(Instant moment) {
        return Written.moment(moment);
    }

    /** A moment in London as a form takes it, as in {@code 2026-12-01T14:05}. */
    public String typed(Instant moment) {
        return TYPED.format(moment);
    }

    /** A destination by its code, as in {@code Germany}; {@code XI} is Northern Ireland. */
    public String place(String code) {
        return new Territory(code).englishName();
    }

    /** A name of the code in words, as in {@code Order list} for {@code ORDER_LIST}; {@code Buyer} for {@code order.buyer}. */
    public String words(String code) {
        return ReadAsTyped.words(code.substring(code.indexOf('.') + 1).toUpperCase(Locale.ROOT));
    }
}

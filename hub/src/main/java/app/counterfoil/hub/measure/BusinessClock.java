package app.counterfoil.hub.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the time is for the business. All ends, deadlines and dates on documents are read from it, never from the wall;
 * in a demo or a training installation it can be moved forward.
 */
public interface BusinessClock {

    /** Where the business keeps its days: VAT periods, label days and invoice dates turn at midnight in London. */
    ZoneId ZONE = ZoneId.of("Europe/London");

    /** The present instant. */
    Instant now();

    /** The present day in London. */
    default LocalDate today() {
        return now().atZone(ZONE).toLocalDate();
    }

    /** The same clock in the form Java's own libraries take. */
    default Clock asClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return zone.equals(ZONE) ? this : Clock.fixed(instant(), zone);
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }
}

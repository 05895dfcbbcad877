package app.counterfoil.hub.clock;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is moved by days arrives at that day, also where a day has 23 or 25 hours. */
class MovableClockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-03-27T23:40:00Z", "2027-03-27T00:10:00Z", "2027-10-30T22:30:00Z", "2027-10-31T00:10:00Z"})
    void aDayForwardIsTheNextDayAtEveryHour(String evening) {
        var from = Instant.parse(evening);
        var there = from.plus(MovableClock.until(1, from));
        assertThat(dayOf(there)).isEqualTo(dayOf(from).plusDays(1));
    }

    @Test
    void aYearForwardIsThatManyDays() {
        var from = Instant.parse("2027-01-10T23:59:00Z");
        assertThat(dayOf(from.plus(MovableClock.until(180, from)))).isEqualTo("2027-07-09");
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(BusinessClock.ZONE).toLocalDate();
    }
}

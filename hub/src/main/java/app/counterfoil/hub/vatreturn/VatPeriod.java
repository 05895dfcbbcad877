package app.counterfoil.hub.vatreturn;

import app.counterfoil.hub.measure.Written;
import java.time.LocalDate;

/**
 * A VAT period.
 *
 * @param start its first day
 * @param end its last day
 */
public record VatPeriod(LocalDate start, LocalDate end) {

    /** Both days, as people write them. */
    public String shown() {
        return Written.day(start) + " to " + Written.day(end);
    }

    /** The last day to submit and to pay: one month and seven days after its end (VAT Regulations 1995 reg. 25A, 40). */
    public LocalDate due() {
        var monthLater = end.plusDays(1).plusMonths(1).minusDays(1);
        return monthLater.plusDays(7);
    }

    /** Whether it is over on that day. */
    public boolean isOver(LocalDate today) {
        return end.isBefore(today);
    }
}

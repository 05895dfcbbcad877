package app.counterfoil.vault;

import java.time.LocalDate;

/** The piece of time whose records lie together in one table partition and whose space is given back together. */
public enum PartitionStep {
    /** A calendar month. */
    MONTH,
    /** A calendar year. */
    YEAR;

    /** The first day of the piece the given day lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the piece that follows. */
    public LocalDate next(LocalDate start) {
        return switch (this) {
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }
}

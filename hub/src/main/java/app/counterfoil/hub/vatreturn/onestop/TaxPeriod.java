package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.retention.RetentionPolicy;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A tax period of a One Stop Shop.
 *
 * @param shop the scheme
 * @param start its first day
 */
public record TaxPeriod(OneStopShop shop, LocalDate start) implements Comparable<TaxPeriod> {

    private static final int YEARS_TO_CORRECT = 3;

    /** Its last day. */
    public LocalDate end() {
        return start.plusMonths(shop.months()).minusDays(1);
    }

    /**
     * The last day to submit and to pay: the end of the month that follows, also if it is a holiday (Art 369f, 369i,
     * 369s, 369v).
     */
    public LocalDate due() {
        return YearMonth.from(end()).plusMonths(1).atEndOfMonth();
    }

    /** The last day on which a later return can correct it: three years from when it was due (Art 369g(4), 369t(2)). */
    public LocalDate correctableUntil() {
        return due().plusYears(YEARS_TO_CORRECT);
    }

    /** The last day on which its records have to be there: ten years from the end of the year (Art 369k, 369x). */
    public LocalDate keptUntil() {
        return RetentionPolicy.oneStopShopRecord(end()).minusDays(1);
    }

    /** Whether it is over on that day. */
    public boolean isOver(LocalDate today) {
        return end().isBefore(today);
    }

    /** The period as the portal calls it, such as {@code Q1 2026} or {@code March 2026}. */
    public String shown() {
        return shop == OneStopShop.UNION
                ? "Q" + ((start.getMonthValue() - 1) / 3 + 1) + " " + start.getYear()
                : Written.month(YearMonth.from(start));
    }

    /** Both its days, as people write them. */
    public String days() {
        return Written.day(start) + " to " + Written.day(end());
    }

    TaxPeriod next() {
        return new TaxPeriod(shop, start.plusMonths(shop.months()));
    }

    @Override
    public int compareTo(TaxPeriod other) {
        return start.compareTo(other.start);
    }
}

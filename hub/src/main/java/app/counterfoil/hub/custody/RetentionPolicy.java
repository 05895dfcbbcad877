package app.counterfoil.hub.custody;

import java.time.LocalDate;

/**
 * How long personal data lives, by purpose. All days are the first on which the data can no longer be opened.
 */
public final class RetentionPolicy {

    /** Reprinting a label: three weeks. */
    private static final int LABEL_DAYS = 21;
    /** Questions and returns after dispatch. */
    private static final int AFTER_DISPATCH_DAYS = 90;
    /** Amazon's Data Protection Policy: at most 30 days after delivery; counted from dispatch, which is never later. */
    private static final int AMAZON_AFTER_DISPATCH_DAYS = 30;
    /** An open order is carried on nightly, a week at a time. */
    private static final int OPEN_ORDER_DAYS = 7;
    /** HMRC Notice 700/21: six years. */
    private static final int TAX_YEARS = 6;
    /** Staff records end a year after they were last needed. */
    private static final int STAFF_DAYS = 365;

    private RetentionPolicy() {}

    /** When a label made on that day ends. */
    public static LocalDate labelMade(LocalDate day) {
        return day.plusDays(LABEL_DAYS);
    }

    /** When delivery and service data ends for an order dispatched on that day. */
    public static LocalDate orderClosed(LocalDate day, boolean amazon) {
        return day.plusDays(amazon ? AMAZON_AFTER_DISPATCH_DAYS : AFTER_DISPATCH_DAYS);
    }

    /** To when data of an order that is open today is sealed; tomorrow night it is carried on. */
    public static LocalDate orderOpen(LocalDate today) {
        return today.plusDays(OPEN_ORDER_DAYS);
    }

    /**
     * When the tax record of a supply ends: six years after the end of its accounting period, here the calendar
     * quarter.
     */
    public static LocalDate taxRecord(LocalDate supplied) {
        var quarterStart = supplied.withDayOfMonth(1).withMonth((supplied.getMonthValue() - 1) / 3 * 3 + 1);
        return quarterStart.plusMonths(3).plusYears(TAX_YEARS);
    }

    /** To when a record of the seller's people is sealed; it is carried on while they work there. */
    public static LocalDate staff(LocalDate today) {
        return today.plusDays(STAFF_DAYS);
    }
}

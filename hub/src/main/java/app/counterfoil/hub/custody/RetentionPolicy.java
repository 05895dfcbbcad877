package app.counterfoil.hub.custody;

import java.time.LocalDate;
import java.time.YearMonth;

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
    static final int DAYS_OF_AN_OPEN_ORDER = 7;
    /** HMRC Notice 700/21: six years. */
    private static final int TAX_YEARS = 6;
    /** An accounting period is no longer than this. */
    private static final int LONGEST_PERIOD_MONTHS = 12;
    /** One Stop Shop and Import One Stop Shop: ten years. */
    private static final int ONE_STOP_SHOP_YEARS = 10;
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
        return today.plusDays(DAYS_OF_AN_OPEN_ORDER);
    }

    /**
     * When the tax record of a supply ends as long as nobody has said which accounting periods the seller has: six years
     * after the latest day on which the period of the supply can end.
     *
     * <p>The longest period is the twelve months of the annual accounting scheme (SI 1995/2518 regs. 25 and 49–50;
     * Notice 732), and a company's accounting period for its accounts is no longer (CTA 2009 s. 10(1)(a)). At worst the
     * supply is on the first day of such a period. Periods end with a month, and a first one may begin in the middle of
     * one, so: the supply, twelve months on, to the end of that month; then six years (VATA 1994 Sch. 11 para. 6(3);
     * Notice 700/21 §2.4). 14 February 2026 gives 28 February 2027 and, six years later, 1 March 2033. Quarters of the
     * stagger groups end earlier, all of them.
     */
    public static LocalDate taxRecord(LocalDate supplied) {
        return taxRecord(
                YearMonth.from(supplied.plusMonths(LONGEST_PERIOD_MONTHS)).atEndOfMonth(), TAX_YEARS);
    }

    /** When the tax record of a supply ends whose accounting period ends on that day. */
    public static LocalDate taxRecordOfPeriod(LocalDate periodEnd) {
        return taxRecord(periodEnd, TAX_YEARS);
    }

    /**
     * When the record of a supply under the One Stop Shop or Import One Stop Shop ends: ten years from the end of the year
     * of the supply (Directive 2006/112/EC arts. 369k and 369x, kept for Northern Ireland by VATA 1994 Sch. 9ZE).
     */
    public static LocalDate oneStopShopRecord(LocalDate supplied) {
        return taxRecord(LocalDate.of(supplied.getYear(), 12, 31), ONE_STOP_SHOP_YEARS);
    }

    private static LocalDate taxRecord(LocalDate periodEnd, int years) {
        return periodEnd.plusDays(1).plusYears(years);
    }

    /** To when a record of the seller's people is sealed; it is carried on while they work there. */
    public static LocalDate staff(LocalDate today) {
        return today.plusDays(STAFF_DAYS);
    }
}

package app.counterfoil.hub.retention;

import app.counterfoil.hub.custody.HearsDayTurn;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * How long a seller's personal data lives, by purpose. A seller may shorten what the contract of sale allows and lengthen
 * it again, never beyond; what a law or a channel says is the same for everybody. All days are the first on which the
 * data can no longer be opened.
 *
 * @param deliveryDays days after dispatch for delivery data
 * @param serviceDays days after dispatch for customer service
 * @param labelDays days after it was made for a label
 */
public record RetentionPolicy(int deliveryDays, int serviceDays, int labelDays) {

    /** The purposes whose life a seller may change. */
    public static final List<Purpose> CHANGEABLE = List.of(Purpose.DELIVERY, Purpose.SERVICE, Purpose.LABEL);
    /** What a seller has who has changed nothing, and the most that one may choose. */
    public static final RetentionPolicy DEFAULT = new RetentionPolicy(90, 90, 21);

    /** An open order is carried on nightly, a week at a time; so no life after dispatch is shorter. */
    public static final int DAYS_OF_AN_OPEN_ORDER = HearsDayTurn.MOST_DAYS_BETWEEN + 1;

    /** HMRC Notice 700/21: six years. */
    private static final int TAX_YEARS = 6;
    /** An accounting period is no longer than this. */
    private static final int LONGEST_PERIOD_MONTHS = 12;
    /** One Stop Shop and Import One Stop Shop: ten years. */
    private static final int ONE_STOP_SHOP_YEARS = 10;
    /** Staff records end a year after they were last needed. */
    private static final int STAFF_DAYS = 365;

    /** The seller's days for a purpose that a seller may change. */
    public int daysOf(Purpose purpose) {
        return switch (purpose) {
            case DELIVERY -> deliveryDays;
            case SERVICE -> serviceDays;
            case LABEL -> labelDays;
            case TAX_RECORD, MARKETING, STAFF, RIGHTS_REQUEST, LEGAL_CLAIM -> throw new NotForASellerToSay(purpose);
        };
    }

    /**
     * The same with other days for one purpose.
     *
     * @throws NotForASellerToSay if a law or consent decides on that purpose
     * @throws NotAPolicy if the days are fewer than an open order's week, or more than the default
     */
    public RetentionPolicy with(Purpose purpose, int days) {
        int most = DEFAULT.daysOf(purpose);
        if (days < DAYS_OF_AN_OPEN_ORDER || days > most) {
            throw new NotAPolicy(purpose, days, most);
        }
        return new RetentionPolicy(
                purpose == Purpose.DELIVERY ? days : deliveryDays,
                purpose == Purpose.SERVICE ? days : serviceDays,
                purpose == Purpose.LABEL ? days : labelDays);
    }

    /** When a label made on that day ends. */
    public LocalDate labelMade(LocalDate day) {
        return day.plusDays(labelDays);
    }

    /** When data held for one of the two purposes of an order's people ends, if it was dispatched on that day. */
    public LocalDate orderClosed(Purpose purpose, LocalDate day, ChannelLimit limit) {
        return limit.end(day, daysOf(purpose));
    }

    /** When the first of an order's people ends, if it was dispatched on that day. */
    public LocalDate firstOfOrderClosed(LocalDate day, ChannelLimit limit) {
        var delivery = orderClosed(Purpose.DELIVERY, day, limit);
        var service = orderClosed(Purpose.SERVICE, day, limit);
        return delivery.isBefore(service) ? delivery : service;
    }

    /** How long data of the purpose lives, in words, as {@link Purpose#lifeInWords()} says it of the default. */
    public String lifeInWords(Purpose purpose) {
        return switch (purpose) {
            case DELIVERY, SERVICE ->
                daysOf(purpose) + " days after dispatch"
                        + ChannelLimit.inWords(daysOf(purpose))
                        + "; while the order is open, a rolling week";
            case LABEL -> labelDays + " days after it was made";
            case TAX_RECORD, MARKETING, STAFF, RIGHTS_REQUEST, LEGAL_CLAIM -> purpose.lifeInWords();
        };
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

    /** A seller cannot change how long this is kept. */
    public static final class NotForASellerToSay extends Refusal {
        NotForASellerToSay(Purpose purpose) {
            super(
                    "How long data is kept as " + purpose.title().toLowerCase(Locale.ROOT) + " is not yours to change: "
                            + purpose.lifeInWords() + ".",
                    "Change delivery, customer service or label.");
        }
    }

    /** So many days are not allowed. */
    public static final class NotAPolicy extends Refusal {
        NotAPolicy(Purpose purpose, int days, int most) {
            super(
                    purpose.title() + " cannot be kept for " + days + " days.",
                    "Give " + DAYS_OF_AN_OPEN_ORDER + " to " + most + " days.");
        }
    }
}

package app.counterfoil.hub.vatreturn.onestop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;

/**
 * On which day the European Central Bank publishes the rate that counts for a tax period: on its last day or, where it
 * publishes none then, on the next day on which it does (Art 369h(2)). It publishes on the days on which TARGET is
 * open, which is closed at weekends, on New Year's Day, Good Friday, Easter Monday, 1 May, 25 and 26 December.
 */
final class EcbPublication {

    private EcbPublication() {}

    static LocalDate forPeriodEnd(LocalDate periodEnd) {
        var day = periodEnd;
        while (!isOpen(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isOpen(LocalDate day) {
        var easter = easterSunday(day.getYear());
        var christmas = day.getMonth() == Month.DECEMBER && (day.getDayOfMonth() == 25 || day.getDayOfMonth() == 26);
        var first = day.getDayOfMonth() == 1 && (day.getMonth() == Month.JANUARY || day.getMonth() == Month.MAY);
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !christmas
                && !first
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    /** The Gregorian Easter after Meeus, Jones and Butcher. */
    private static LocalDate easterSunday(int year) {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        var late = (golden + 11 * moon + 22 * weekday) / 451;
        var count = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, count / 31, count % 31 + 1);
    }
}

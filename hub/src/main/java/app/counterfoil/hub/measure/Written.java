package app.counterfoil.hub.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and moments are written for people, on pages, papers and the command line alike; moments are London's. */
public final class Written {

    private static final DateTimeFormatter DAY = english("d MMM yyyy");
    private static final DateTimeFormatter LONG_DAY = english("d MMMM yyyy");
    private static final DateTimeFormatter MONTH = english("MMMM yyyy");
    private static final DateTimeFormatter MOMENT = english("d MMM yyyy, HH:mm").withZone(BusinessClock.ZONE);

    private Written() {}

    /** A day, as in {@code 1 Dec 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day in London of a moment, as in {@code 1 Dec 2026}. */
    public static String dayOf(Instant moment) {
        return DAY.format(moment.atZone(BusinessClock.ZONE));
    }

    /** A day with its month in full, as in {@code 1 December 2026}. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** A month, as in {@code December 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** A moment in London, as in {@code 1 Dec 2026, 14:05}. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Java's British short months changed from version to version; the English ones did not. */
    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}

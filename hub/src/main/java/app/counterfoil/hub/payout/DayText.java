package app.counterfoil.hub.payout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Days as channels of different countries write them, with or without a time behind: {@code 2026-03-31}, {@code 31.03.2026},
 * {@code 31/03/2026}, {@code 31 Mar 2026}, {@code Mar 31, 2026}. Of days with strokes the day stands first, as everywhere in
 * Europe. The time is not looked at: a day is that of the channel's clock.
 */
final class DayText {

    private static final List<DateTimeFormatter> WRITTEN = List.of(
            format("uuuu-M-d"),
            format("uuuu/M/d"),
            format("d.M.uuuu"),
            format("d.M.uu"),
            format("d/M/uuuu"),
            format("d/M/uu"),
            format("d-M-uuuu"),
            format("d MMM uuuu"),
            format("d-MMM-uuuu"),
            format("d-MMM-uu"),
            format("d MMMM uuuu"),
            format("MMM d, uuuu"),
            format("MMMM d, uuuu"));

    private DayText() {}

    /** The day; empty if it is none. */
    static Optional<LocalDate> day(String written) {
        var text =
                written.strip().replaceFirst("(?i)[T ,]+\\d{1,2}:\\d{2}.*$", "").replace("Sept ", "Sep ");
        for (var format : WRITTEN) {
            try {
                return Optional.of(LocalDate.parse(text, format))
                        .filter(day -> day.getYear() >= 2000 && day.getYear() < 2100);
            } catch (DateTimeException other) {
                // The next format is tried.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

package app.counterfoil.hub.invoice;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as it stands on the paper, taken apart.
 *
 * @param series its series
 * @param inSeries its number there
 */
record InvoiceNumber(String series, long inSeries) {

    /** The series, and the number in it with its leading zeros. */
    private static final Pattern WRITTEN = Pattern.compile("(.{1,40})-(\\d{1,15})");

    /** Reads what somebody has typed; empty if it is no number of a document. */
    static Optional<InvoiceNumber> read(String typed) {
        var parts = WRITTEN.matcher(typed);
        return parts.matches()
                ? Optional.of(new InvoiceNumber(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}

package app.counterfoil.hub.vatreturn.onestop;

import app.counterfoil.hub.measure.Written;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What the portal of a One Stop Shop said of a return that was submitted there.
 *
 * @param day the day on which it was submitted
 * @param reference the number that the portal gave it; an IOSS number in it keeps its last four digits, for whoever
 *     knows one
 *     could send parcels under it
 */
public record PortalReceipt(LocalDate day, String reference) {

    private static final Pattern IOSS_NUMBER = Pattern.compile("(?i)IM\\d{6}(\\d{4})");
    private static final Pattern FITS = Pattern.compile("(?=.*\\d)[0-9A-Za-z/._#-]{1,60}");

    /** Cuts an IOSS number to its last digits. */
    public PortalReceipt {
        reference = IOSS_NUMBER.matcher(reference.strip()).replaceAll("IM-$1");
    }

    void refuseUnfit(TaxPeriod period, LocalDate today) {
        if (!day.isAfter(period.end()) || day.isAfter(today)) {
            throw new CannotDeclare(
                    "Submitted on: a return is submitted after its period, which ended on " + Written.day(period.end())
                            + ", and not ahead of today.",
                    "Write the day that the portal tells.");
        }
        if (!FITS.matcher(reference).matches()) {
            throw new CannotDeclare(
                    "Number of the return: it has a digit, no blank, and at most 60 letters, digits and / . _ # -.",
                    "Write it as the portal shows it, such as GB/XI123456789/Q1.2026.");
        }
    }
}

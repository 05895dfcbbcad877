package app.counterfoil.hub.payout;

import java.util.regex.Pattern;

/** How a channel calls a line, made fit to be kept: short, and without what could point at somebody. */
public final class LineName {

    private static final int MOST = 80;
    private static final Pattern POINTS_AT_SOMEBODY = Pattern.compile("\\S*@\\S*|\\S*\\d{5,}\\S*");
    private static final Pattern NOT_WRITTEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\s]+");

    private LineName() {}

    /** The name; what it does not tell is written as a dash. */
    public static String of(String written) {
        var plain = NOT_WRITTEN.matcher(written).replaceAll(" ").strip();
        var fit = POINTS_AT_SOMEBODY.matcher(plain).replaceAll("…").strip();
        if (fit.isEmpty()) {
            return "–";
        }
        return fit.length() <= MOST ? fit : fit.substring(0, MOST).strip() + "…";
    }
}

package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Nothing has left, since no agreement that stands covers it. */
final class NotCovered extends Refusal {

    private static final String WHERE = "An owner or data protection records it under Recipients; then try again.";

    private NotCovered(String wrong, String mend) {
        super(wrong, mend);
    }

    static NotCovered noAgreement(String recipient) {
        return new NotCovered("Nothing was handed to " + recipient + ": no agreement with it is on file.", WHERE);
    }

    static NotCovered categories(String recipient, Set<DataCategory> missing) {
        return new NotCovered(
                "Nothing was handed to " + recipient + ": the agreement with it does not cover "
                        + missing.stream()
                                .sorted()
                                .map(category -> category.title().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ".",
                WHERE);
    }

    static NotCovered unprotected(String recipient, Country country) {
        return new NotCovered(
                "Nothing was handed to " + recipient + ": " + country.englishName()
                        + " does not count as safe any more, and no safeguard is on file.",
                WHERE);
    }

    static NotCovered otherwiseThanWritten() {
        return new NotCovered(
                "Nothing was handed over: it is not what is written in the ledger of disclosures.",
                "This is a fault of ours; please report it.");
    }
}

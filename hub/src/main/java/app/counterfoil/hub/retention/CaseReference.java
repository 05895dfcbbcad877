package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a case at a court, a bank, a channel or an insurer. It stands in the clear, so it must not name anybody:
 * no four letters in a row, at least two digits, and never so many that it could be a phone or a card.
 *
 * @param value as it is written down, in capitals
 */
public record CaseReference(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./-]{2,29}");
    private static final Pattern A_WORD = Pattern.compile("[A-Z]{4}");
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9].*[0-9]");
    private static final Pattern A_LONG_NUMBER = Pattern.compile("[0-9]{9}");

    /** @throws NotACaseReference if it is not of this form */
    public CaseReference {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()
                || A_WORD.matcher(value).find()
                || !TWO_DIGITS.matcher(value).find()
                || A_LONG_NUMBER.matcher(value).find()) {
            throw new NotACaseReference();
        }
    }

    /** It could name somebody, or is no number of a case. The text is not repeated: it may be personal. */
    public static final class NotACaseReference extends Refusal {
        NotACaseReference() {
            super(
                    "This is not a case reference that can be kept in the clear.",
                    "Give the number of the case, such as QB-2026-000123: letters in groups of three at most, at least"
                            + " two digits, no name and no phone number.");
        }
    }
}

package app.counterfoil.hub.marketing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of the place where a proof lies, such as a sheet in a box. It stands in the clear, so it must not name anybody:
 * no four letters in a row, at least one digit, and never so many that it could be a phone number.
 *
 * @param code as it is written down, in capitals
 */
record EvidencePlace(String code) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9./-]{1,29}");
    private static final Pattern A_WORD = Pattern.compile("[A-Z]{4}");
    private static final Pattern A_DIGIT = Pattern.compile("[0-9]");
    private static final Pattern A_LONG_NUMBER = Pattern.compile("[0-9]{9}");

    /** @throws NotTaken if it is not of this form */
    EvidencePlace {
        code = code.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(code).matches()
                || A_WORD.matcher(code).find()
                || !A_DIGIT.matcher(code).find()
                || A_LONG_NUMBER.matcher(code).find()) {
            throw NotTaken.evidence();
        }
    }
}

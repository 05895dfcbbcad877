package app.counterfoil.vault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Something a person can be found by, normalised so that how it was typed does not matter. It does not print. */
public final class Term {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final SearchField field;
    private final String normalised;

    private Term(SearchField field, String normalised) {
        this.field = field;
        this.normalised = normalised;
    }

    /** An e-mail address, whatever its case. */
    public static Term email(String address) {
        return new Term(SearchField.EMAIL, plain(address));
    }

    /** A phone number that the caller has brought into E.164 form, such as {@code +447700900123}. */
    public static Term phone(String e164) {
        return new Term(SearchField.PHONE, e164.strip());
    }

    /** A postcode, whatever its case and spaces. */
    public static Term postcode(String postcode) {
        return new Term(SearchField.POSTCODE, packed(postcode));
    }

    /** The outward half of a postcode, such as {@code BT1}. */
    public static Term outwardPostcode(String outward) {
        return new Term(SearchField.OUTWARD_POSTCODE, packed(outward));
    }

    /** The name somebody uses on a channel. */
    public static Term channelUser(String userName) {
        return new Term(SearchField.CHANNEL_USER, plain(userName));
    }

    /** Each word of a name, without case and accents, so that {@code Zoë} is found as {@code zoe}. */
    public static List<Term> nameWords(String name) {
        var folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = new ArrayList<Term>();
        for (var word : NO_WORD.split(folded, -1)) {
            if (!word.isEmpty()) {
                words.add(new Term(SearchField.NAME_WORD, word));
            }
        }
        return List.copyOf(words);
    }

    /** What it is a term of. */
    public SearchField field() {
        return field;
    }

    /** The normalised text: personal, for the token maker only. */
    public String normalised() {
        return normalised;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term that && field == that.field && normalised.equals(that.normalised);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + normalised.hashCode();
    }

    @Override
    public String toString() {
        return "Term[" + field + " hidden]";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String packed(String postcode) {
        return NO_WORD.matcher(plain(postcode)).replaceAll("");
    }
}

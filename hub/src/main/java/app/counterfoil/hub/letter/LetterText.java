package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says and to whom, as it is sealed. Personal: it does not print.
 *
 * @param to the e-mail address
 * @param subjectLine the subject line
 * @param text the text
 * @param endsAt the address at which mail of this kind is ended by one click (RFC 8058); none in letters of before
 */
record LetterText(String to, String subjectLine, String text, @Nullable String endsAt) {

    /** A letter from which nothing is to be ended by one click. */
    LetterText(String to, String subjectLine, String text) {
        this(to, subjectLine, text, null);
    }

    /** How it is sealed: to prove what was answered and what people were told, and that the shop's own were
     * reminded of their duties. */
    static final RecordKind<LetterText> KIND = new SealedJson<>(
            "letter.letter",
            Purpose.RIGHTS_REQUEST,
            LetterText.class,
            new Holds(
                    Set.of(
                            DataSubjects.REQUESTERS,
                            DataSubjects.STAFF,
                            DataSubjects.SUBSCRIBERS,
                            DataSubjects.BUYERS,
                            DataSubjects.RECIPIENTS),
                    List.of("E-mail", "Letters to the person")));

    @Override
    public String toString() {
        return "LetterText[hidden]";
    }
}

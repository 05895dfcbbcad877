package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * What a letter says and to whom, as it is sealed. Personal: it does not print.
 *
 * @param to the e-mail address
 * @param subjectLine the subject line
 * @param text the text
 */
record LetterText(String to, String subjectLine, String text) {

    /** How it is sealed: to prove what was answered. */
    static final RecordKind<LetterText> KIND = new SealedJson<>(
            "letter.letter",
            Purpose.RIGHTS_REQUEST,
            LetterText.class,
            Holds.of(DataSubjects.REQUESTERS, "E-mail", "Letters to the person"));

    @Override
    public String toString() {
        return "LetterText[hidden]";
    }
}

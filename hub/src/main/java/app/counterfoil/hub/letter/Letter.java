package app.counterfoil.hub.letter;

import app.counterfoil.vault.SubjectId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter to be sent by e-mail. Personal: it does not print.
 *
 * @param about what it belongs to, such as a rights request
 * @param subject under whom it is sealed
 * @param template a code of the text it was made from, in capitals and underscores; shown on pages
 * @param to the e-mail address it goes to
 * @param subjectLine the subject line; line breaks in it become blanks
 * @param text what it says, as plain text
 * @param endsOn the first day on which it can no longer be opened
 */
public record Letter(
        UUID about, SubjectId subject, String template, String to, String subjectLine, String text, LocalDate endsOn) {

    @Override
    public String toString() {
        return "Letter[" + template + "]";
    }
}

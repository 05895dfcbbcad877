package app.counterfoil.hub.breach;

/**
 * What the letter to the people of an incident says. People write it, so it can name somebody: it does not print.
 *
 * @param subjectLine the subject line
 * @param text the text, the same for everybody
 */
public record PeopleLetter(String subjectLine, String text) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 8_000;

    /** @throws NotAnIncident if there is nothing of it, or too much */
    void refuseUnfit() {
        if (subjectLine.isBlank() || subjectLine.length() > LONGEST_LINE) {
            throw NotAnIncident.field(
                    "subjectLine", "The subject is missing or too long.", "Write a line of at most 200 letters.");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw NotAnIncident.field("text", "There is no text, or too much.", "Write at most 8,000 letters.");
        }
    }

    /** Whether something in it is still to be said. */
    public boolean hasGaps() {
        return text.contains(RegulatorDraft.TO_SAY);
    }

    @Override
    public String toString() {
        return "PeopleLetter[hidden]";
    }
}

package app.counterfoil.hub.register;

import app.counterfoil.hub.measure.Refusal;

/** What was typed cannot stand in the register; nothing was changed. */
public final class TextUnusable extends Refusal {

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_NOTE = 4_000;

    private final String field;

    private TextUnusable(String field, String wrong, String mend) {
        super(wrong, mend);
        this.field = field;
    }

    /** Which field it is about. */
    public String field() {
        return field;
    }

    /** An empty text takes back what was said; one that says something of somebody says who, and how to reach them. */
    static void refuse(KeptPart part, KeptText typed) {
        if (typed.isEmpty()) {
            return;
        }
        if (part != KeptPart.BASIS_NOTE && typed.name().isEmpty()) {
            throw new TextUnusable("name", "Nobody is named.", "Write who it is, or leave all fields empty.");
        }
        refuseLonger("name", typed.name(), LONGEST_LINE);
        refuseLonger("reach", typed.reach(), LONGEST_LINE);
        refuseLonger("note", typed.note(), LONGEST_NOTE);
    }

    private static void refuseLonger(String field, String text, int most) {
        if (text.length() > most) {
            throw new TextUnusable(field, "That is too long.", "Write at most " + most + " letters.");
        }
    }
}

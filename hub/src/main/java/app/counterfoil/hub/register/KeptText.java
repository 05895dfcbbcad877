package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * What somebody has added to the register. It can name people: it does not print.
 *
 * @param name who it is; empty for a note
 * @param reach how to reach them; empty for a note
 * @param note what there is to say beside it, or empty
 */
public record KeptText(String name, String reach, String note) {

    /** How it is sealed: it names the seller's people. */
    static final RecordKind<KeptText> KIND = new SealedJson<>(
            "register.text",
            Purpose.STAFF,
            KeptText.class,
            Holds.of(DataSubjects.STAFF, "Name", "How to reach them", "Notes on the register of processing"));

    private static final KeptText NOTHING = new KeptText("", "", "");

    /** Nothing was added. */
    static KeptText nothing() {
        return NOTHING;
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    @Override
    public String toString() {
        return "KeptText[hidden]";
    }
}

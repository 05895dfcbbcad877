package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * What somebody adds to what is held on them where it cannot be changed, or is incomplete (Art 16). Personal: it does not
 * print.
 *
 * @param text in their words
 */
record Statement(String text) {

    static final RecordKind<Statement> KIND = new SealedJson<>(
            "rights.statement",
            Purpose.RIGHTS_REQUEST,
            Statement.class,
            Holds.of(DataSubjects.REQUESTERS, "What they add to what is held on them"));

    @Override
    public String toString() {
        return "Statement[hidden]";
    }
}

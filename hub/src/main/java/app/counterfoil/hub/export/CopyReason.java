package app.counterfoil.hub.export;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * Why a copy was made, in the words of who made it. It can name people: it does not print.
 *
 * @param text what they have written
 */
record CopyReason(String text) {

    /** So long it is kept what somebody of the shop has answered for. */
    static final int YEARS_KEPT = 3;

    /** How it is sealed: whoever made the copy answers for it. */
    static final RecordKind<CopyReason> KIND = new SealedJson<>(
            "export.reason",
            Purpose.STAFF,
            CopyReason.class,
            Holds.of(DataSubjects.STAFF, "Why a file was exported, in their words"));

    @Override
    public String toString() {
        return "CopyReason[hidden]";
    }
}

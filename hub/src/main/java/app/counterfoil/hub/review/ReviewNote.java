package app.counterfoil.hub.review;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;

/**
 * What somebody noted of a review. It can name people of the shop: it does not print.
 *
 * @param text the note
 */
record ReviewNote(String text) {

    /** How it is sealed: it is the shop's people's own words, and may name them. */
    static final RecordKind<ReviewNote> KIND = new SealedJson<>(
            "review.note", Purpose.STAFF, ReviewNote.class, Holds.of(DataSubjects.STAFF, "Notes on reviews"));

    @Override
    public String toString() {
        return "ReviewNote[hidden]";
    }
}

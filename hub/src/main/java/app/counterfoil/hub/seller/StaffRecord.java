package app.counterfoil.hub.seller;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.util.List;

/** What is held on one of the seller's people. */
record StaffRecord(String name, String email, String passwordHash) {

    static final RecordKind<StaffRecord> KIND =
            new SealedJson<>(
                    "seller.person",
                    Purpose.STAFF,
                    StaffRecord.class,
                    Holds.of(DataSubjects.STAFF, "Name", "E-mail", "Hash of the password")) {
                @Override
                public List<Term> terms(StaffRecord content) {
                    return content.email().isBlank() ? List.of() : List.of(Term.email(content.email()));
                }
            };

    @Override
    public String toString() {
        return "StaffRecord[hidden]";
    }
}

package app.counterfoil.hub.marketing;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.util.List;

/**
 * The address of somebody who has agreed to marketing, or was asked to. Personal: it does not print.
 *
 * @param email the address as it was given
 */
public record Contact(String email) {

    /** How it is sealed: for marketing, found again by the address. */
    static final RecordKind<Contact> KIND =
            new SealedJson<>(
                    "marketing.contact",
                    Purpose.MARKETING,
                    Contact.class,
                    Holds.of(DataSubjects.SUBSCRIBERS, "E-mail")) {
                @Override
                public List<Term> terms(Contact content) {
                    return List.of(Term.email(content.email()));
                }
            };

    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}

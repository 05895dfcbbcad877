package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Who bought, for answering them. Personal: it does not print.
 *
 * @param name the name, or empty
 * @param email the address the channel gives, often a relay, or empty
 * @param userName the name on the channel, or empty
 * @param note what the buyer wrote, or empty
 * @param vatNumber the VAT number of a business buyer, or empty
 */
public record Buyer(String name, String email, String userName, String note, String vatNumber) {

    /** How it is sealed: for customer service. */
    public static final RecordKind<Buyer> KIND =
            new SealedJson<>(
                    "order.buyer",
                    Purpose.SERVICE,
                    Buyer.class,
                    Holds.of(
                            DataSubjects.BUYERS,
                            "Name",
                            "E-mail",
                            "User name on the channel",
                            "Note to the seller",
                            "VAT number")) {
                @Override
                public List<Term> terms(Buyer content) {
                    var terms = new ArrayList<>(Term.nameWords(content.name()));
                    if (!content.email().isBlank()) {
                        terms.add(Term.email(content.email()));
                    }
                    if (!content.userName().isBlank()) {
                        terms.add(Term.channelUser(content.userName()));
                    }
                    return terms;
                }
            };

    /** What of it may leave in a file, to answer buyers; what they have written stays. */
    public static final List<LeavingField<Buyer>> LEAVES = List.of(
            new LeavingField<>("Name", DataCategory.NAME, Buyer::name),
            new LeavingField<>("E-mail", DataCategory.EMAIL, Buyer::email),
            new LeavingField<>("User name", DataCategory.USER_NAME, Buyer::userName));

    @Override
    public String toString() {
        return "Buyer[hidden]";
    }
}

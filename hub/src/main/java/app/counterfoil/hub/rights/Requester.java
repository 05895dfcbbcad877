package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import java.util.List;

/**
 * Who has asked, and what they have said. Personal: it does not print.
 *
 * @param name their name, or empty
 * @param email where they are answered, or empty
 * @param phone a phone number they gave, or empty
 * @param postcode a postcode they gave, or empty
 * @param userName their name at a channel, or empty
 * @param orderNumbers numbers of orders they gave
 * @param said what they asked for, in their words, or empty
 */
public record Requester(
        String name,
        String email,
        String phone,
        String postcode,
        String userName,
        List<String> orderNumbers,
        String said) {

    /** Copies the list. */
    public Requester {
        orderNumbers = List.copyOf(orderNumbers);
    }

    /** How it is sealed: to prove that rights were met. */
    static final RecordKind<Requester> KIND = new SealedJson<>(
            "rights.requester",
            Purpose.RIGHTS_REQUEST,
            Requester.class,
            Holds.of(
                    DataSubjects.REQUESTERS,
                    "Name",
                    "E-mail",
                    "Phone",
                    "Postcode",
                    "User name on the channel",
                    "Order numbers",
                    "What they asked for"));

    /** What somebody has typed on the public page, until they have shown who they are. */
    static final RecordKind<Requester> TYPED = new SealedJson<>(
            "rights.typed",
            Purpose.RIGHTS_REQUEST,
            Requester.class,
            Holds.of(DataSubjects.REQUESTERS, "Name", "E-mail", "What they asked for"));

    /** Whether there is anything to look for them by. */
    boolean canBeLookedFor() {
        return !(email.isBlank()
                && phone.isBlank()
                && userName.isBlank()
                && orderNumbers.isEmpty()
                && (name.isBlank() || postcode.isBlank()));
    }

    @Override
    public String toString() {
        return "Requester[hidden]";
    }
}

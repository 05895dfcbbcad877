package app.counterfoil.hub.order;

import app.counterfoil.hub.custody.SealedJson;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.LeavingField;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a parcel goes to, as the channel gave it. Personal: it does not print.
 *
 * @param name the name, never split by guess
 * @param company the company, or empty
 * @param lines one to three address lines
 * @param town the town
 * @param county county or state, or empty
 * @param postcode the postcode as the buyer wrote it
 * @param country the country
 * @param phone the phone as the buyer wrote it, or empty
 * @param email an address for delivery notices, or empty
 * @param instructions what the buyer asks of the courier, or empty
 * @param giftMessage what goes into the parcel, or empty
 */
public record Recipient(
        String name,
        String company,
        List<String> lines,
        String town,
        String county,
        String postcode,
        String country,
        String phone,
        String email,
        String instructions,
        String giftMessage) {

    /** Where it goes, as tax and couriers see it. */
    Territory territory() {
        return Territory.of(new Country(country), postcode);
    }

    private static final Holds HOLDS = Holds.of(
            DataSubjects.RECIPIENTS,
            "Name",
            "Company",
            "Delivery address",
            "Phone",
            "E-mail",
            "Delivery instructions",
            "Gift message");

    /** How it is sealed: for delivery. */
    public static final RecordKind<Recipient> KIND =
            new SealedJson<>("order.recipient", Purpose.DELIVERY, Recipient.class, HOLDS) {
                @Override
                public List<Term> terms(Recipient content) {
                    return content.searchTerms();
                }
            };

    /** What of it may leave in a file, to get parcels to their doors; a gift message goes into the parcel alone. */
    public static final List<LeavingField<Recipient>> LEAVES = List.of(
            new LeavingField<>("Name", DataCategory.NAME, Recipient::name),
            new LeavingField<>("Company", DataCategory.NAME, Recipient::company),
            new LeavingField<>("Address", DataCategory.ADDRESS, to -> String.join(", ", to.lines())),
            new LeavingField<>("Town", DataCategory.ADDRESS, Recipient::town),
            new LeavingField<>("County", DataCategory.ADDRESS, Recipient::county),
            new LeavingField<>("Postcode", DataCategory.ADDRESS, Recipient::postcode),
            new LeavingField<>("Country", DataCategory.ADDRESS, Recipient::country),
            new LeavingField<>("Phone", DataCategory.PHONE, Recipient::phone),
            new LeavingField<>("E-mail", DataCategory.EMAIL, Recipient::email),
            new LeavingField<>("Delivery instructions", DataCategory.INSTRUCTIONS, Recipient::instructions));

    /** What the channel had told where a person has typed another address in its place; nobody is found by it. */
    static final RecordKind<Recipient> TOLD =
            new SealedJson<>("order.recipient.told", Purpose.DELIVERY, Recipient.class, HOLDS);

    /** What stands in the place of an address that is not to be kept: nothing. */
    static final Recipient BLANK = new Recipient("", "", List.of(), "", "", "", "", "", "", "", "");

    /** This address, with what goes along with the parcel whatever its address. */
    Recipient withMessagesOf(Recipient before) {
        return new Recipient(
                name,
                company,
                lines,
                town,
                county,
                postcode,
                country,
                phone,
                email,
                instructions.isBlank() ? before.instructions : instructions,
                giftMessage.isBlank() ? before.giftMessage : giftMessage);
    }

    private List<Term> searchTerms() {
        var terms = new ArrayList<>(Term.nameWords(name));
        if (!postcode.isBlank()) {
            var normalised = Postcode.of(postcode, new Country(country));
            terms.add(Term.postcode(normalised.normalised()));
            if (normalised.looksBritish()) {
                terms.add(Term.outwardPostcode(normalised.outward()));
            }
        }
        Phone.e164(phone, country).ifPresent(number -> terms.add(Term.phone(number)));
        if (!email.isBlank()) {
            terms.add(Term.email(email));
        }
        return terms;
    }

    /** The address as it is written on an envelope, without the name. */
    public List<String> addressLines() {
        var all = new ArrayList<String>();
        for (var line : lines) {
            add(all, line);
        }
        add(all, town);
        add(all, county);
        add(all, postcode);
        if (!country.equals("GB")) {
            add(all, new Country(country).englishName());
        }
        return List.copyOf(all);
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    @Override
    public String toString() {
        return "Recipient[hidden]";
    }
}

package app.counterfoil.hub.order;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A field of an order's people that can be wrong and put right. Logs and letters tell its name, never what is in it. */
public enum PersonField {
    /** Whom the parcel goes to. */
    RECIPIENT_NAME("the recipient's name", Recipient::name, true),
    /** The company it goes to. */
    COMPANY("the recipient's company", Recipient::company, true),
    /** Where it goes: lines, town, county, postcode, country. */
    ADDRESS("the address", PersonField::address, true),
    /** The phone on the parcel. */
    PHONE("the phone", Recipient::phone, true),
    /** The address for delivery notices. */
    RECIPIENT_EMAIL("the recipient's e-mail", Recipient::email, true),
    /** What the courier is asked. */
    INSTRUCTIONS("the delivery instructions", Recipient::instructions, true),
    /** What goes into the parcel. */
    GIFT_MESSAGE("the gift message", Recipient::giftMessage, false),
    /** Who bought. */
    BUYER_NAME("the buyer's name", Buyer::name),
    /** Where the buyer is answered. */
    BUYER_EMAIL("the buyer's e-mail", Buyer::email),
    /** What the buyer wrote. */
    NOTE("the note to the shop", Buyer::note),
    /** The buyer's VAT number. */
    VAT_NUMBER("the VAT number", Buyer::vatNumber);

    private final String inWords;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Recipient, Object> ofRecipient;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Buyer, Object> ofBuyer;

    private final boolean ofRecipients;
    private final boolean onTheLabel;

    PersonField(String inWords, Function<Recipient, Object> field, boolean onTheLabel) {
        this.inWords = inWords;
        this.ofRecipient = field;
        this.ofBuyer = buyer -> "";
        this.ofRecipients = true;
        this.onTheLabel = onTheLabel;
    }

    PersonField(String inWords, Function<Buyer, Object> field) {
        this.inWords = inWords;
        this.ofRecipient = recipient -> "";
        this.ofBuyer = field;
        this.ofRecipients = false;
        this.onTheLabel = false;
    }

    /** How it is called in the middle of a sentence. */
    public String inWords() {
        return inWords;
    }

    /** Whether it is of the recipient, not of the buyer. */
    public boolean isOfRecipient() {
        return ofRecipients;
    }

    /** Whether a label tells it, so that one made before is wrong. */
    boolean isOnTheLabel() {
        return onTheLabel;
    }

    /** Several, in their order, as in {@code the phone, the VAT number}. */
    public static String inWords(Collection<PersonField> fields) {
        return fields.stream().sorted().map(PersonField::inWords).collect(Collectors.joining(", "));
    }

    static Set<PersonField> between(Recipient before, Recipient now) {
        return between(before, now, true, field -> field.ofRecipient);
    }

    static Set<PersonField> between(Buyer before, Buyer now) {
        return between(before, now, false, field -> field.ofBuyer);
    }

    private static <T> Set<PersonField> between(
            T before, T now, boolean ofRecipients, Function<PersonField, Function<T, Object>> read) {
        var changed = EnumSet.noneOf(PersonField.class);
        for (var field : values()) {
            var reads = read.apply(field);
            if (field.ofRecipients == ofRecipients && !Objects.equals(reads.apply(before), reads.apply(now))) {
                changed.add(field);
            }
        }
        return changed;
    }

    private static List<Object> address(Recipient of) {
        return List.of(of.lines(), of.town(), of.county(), of.postcode(), of.country());
    }
}

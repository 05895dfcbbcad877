package app.counterfoil.hub.order;

import java.util.Arrays;
import java.util.Locale;

/** What happens to an order by itself, by its channel, or by whoever looks after its address. */
public enum OrderHappening implements Happening {
    /** It has come in; kept with where it stood. */
    PLACED("Taken in from the channel: "),
    /** Its channel tells something else than before; kept with what has changed. */
    EDITED_AT_CHANNEL("The channel has changed "),
    /** Its channel says that it stands elsewhere. */
    MOVED_AT_CHANNEL("The channel says: "),
    /** It was moved here. */
    MOVED("Now "),
    /** It was put on hold; kept with the code of the hold. */
    HELD("Put on hold"),
    /** A hold was lifted. */
    HOLD_LIFTED("The hold was lifted"),
    /** Its channel says that it was called off, and it had left already. */
    CANCELLED_AFTER_DISPATCH("Cancelled after dispatch"),
    /** A person has typed its address; kept with the code of the {@link AddressReason}. */
    ADDRESS_TYPED_IN("Address typed in"),
    /** A person has fetched its address from the channel again; kept with the code of the reason. */
    ADDRESS_FETCHED("Address fetched from the channel again"),
    /** Its channel has told the address late. */
    ADDRESS_TOLD("The channel has told the address"),
    /** Its people were put right on their own request; kept with the names of the fields. */
    CORRECTED_ON_REQUEST("Put right on the person's request");

    private final String title;

    OrderHappening(String title) {
        this.title = title;
    }

    @Override
    public String words(String detail) {
        return switch (this) {
            case PLACED, MOVED_AT_CHANNEL, MOVED -> title + state(detail);
            case EDITED_AT_CHANNEL -> title + detail;
            case HELD, HOLD_LIFTED, ADDRESS_TOLD -> title;
            case CANCELLED_AFTER_DISPATCH, CORRECTED_ON_REQUEST -> Happening.words(title, detail);
            case ADDRESS_TYPED_IN, ADDRESS_FETCHED -> Happening.words(title, reason(detail));
        };
    }

    /** Whether the order goes elsewhere from then on. */
    public boolean changesAddress() {
        return switch (this) {
            case ADDRESS_TYPED_IN, ADDRESS_FETCHED, ADDRESS_TOLD, CORRECTED_ON_REQUEST -> true;
            case PLACED, EDITED_AT_CHANNEL, MOVED_AT_CHANNEL, MOVED, HELD, HOLD_LIFTED, CANCELLED_AFTER_DISPATCH ->
                false;
        };
    }

    private static String state(String name) {
        return Arrays.stream(OrderState.values())
                .filter(state -> state.name().equals(name))
                .map(state -> state.title().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(name);
    }

    private static String reason(String code) {
        return AddressReason.named(code).map(AddressReason::title).orElse("");
    }
}

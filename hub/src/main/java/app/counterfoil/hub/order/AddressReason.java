package app.counterfoil.hub.order;

import java.util.Arrays;
import java.util.Optional;

/** Why an address is taken in anew by a person. */
public enum AddressReason {
    /** The one of the channel has ended. */
    ADDRESS_ENDED(
            "The address has ended, and a parcel is to be sent again",
            "its address had ended and was renewed for another parcel"),
    /** The channel has never told it. */
    ADDRESS_NOT_TOLD("The channel has not told the address", "the channel had not told the address"),
    /** The buyer has corrected it. */
    ADDRESS_CORRECTED("The buyer has corrected the address", "the buyer has corrected the address");

    private final String title;
    private final String because;

    AddressReason(String title, String because) {
        this.title = title;
        this.because = because;
    }

    static Optional<AddressReason> named(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }

    /** The reason as the end of a sentence that begins with "because". */
    String because() {
        return because;
    }
}

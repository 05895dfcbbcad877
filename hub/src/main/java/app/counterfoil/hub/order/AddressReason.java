package app.counterfoil.hub.dispatch.web;

/** Why an address is typed in by hand. */
enum AddressReason {
    /** The one of the channel has ended. */
    ADDRESS_ENDED("The address has ended, and a parcel is to be sent again"),
    /** The channel has never told it. */
    ADDRESS_NOT_TOLD("The channel has not told the address"),
    /** The buyer has corrected it. */
    ADDRESS_CORRECTED("The buyer has corrected the address");

    private final String title;

    AddressReason(String title) {
        this.title = title;
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }
}

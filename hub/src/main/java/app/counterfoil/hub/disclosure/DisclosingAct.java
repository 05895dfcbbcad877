package app.counterfoil.hub.disclosure;

import app.counterfoil.vault.Purpose;

/** An act by which personal data goes to somebody outside. Stored by its name. */
public enum DisclosingAct {
    /** A courier is asked to carry a parcel. */
    BOOK_PARCEL("Parcel booked", Purpose.DELIVERY),
    /** A channel is told that a parcel has left. */
    CONFIRM_DISPATCH("Channel told of the parcel", Purpose.DELIVERY);

    private final String title;
    private final Purpose purpose;

    DisclosingAct(String title, Purpose purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** For which purpose the data is held that it gives away. */
    public Purpose purpose() {
        return purpose;
    }
}

package app.counterfoil.hub.disclosure;

/** An act by which personal data goes to somebody outside. Stored by its name. */
public enum DisclosingAct {
    /** A courier is asked to carry a parcel. */
    BOOK_PARCEL("Parcel booked"),
    /** A channel is told that a parcel has left. */
    CONFIRM_DISPATCH("Channel told of the parcel"),
    /** Somebody who has agreed is put into the audience of a newsletter service. */
    ADD_TO_AUDIENCE("Put into an audience"),
    /** A sale is entered into the books that an accounting service keeps. */
    BOOK_SALE("Entered into the books"),
    /** A tax office is asked whether a customer's VAT number is registered. */
    CHECK_NUMBER("VAT number looked up"),
    /** A file with people's data is made for somebody. */
    EXPORT("File exported");

    private final String title;

    DisclosingAct(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}

package app.counterfoil.hub.rights;

/** By what an order was found; whether that shows that it is theirs, {@link OrderSearch} says. Stored by its name. */
enum Clue {
    /** Its number was given. */
    ORDER_NUMBER("Number given"),
    /** Its e-mail address is theirs. */
    EMAIL("Same e-mail"),
    /** Name and phone number are theirs. */
    NAME_AND_PHONE("Same name and phone"),
    /** Its phone number is theirs; a household, an office or a shop that takes parcels in has one for many. */
    PHONE("Same phone"),
    /** Its user name at the channel is theirs. */
    USER_NAME("Same user name"),
    /** Name and postcode are theirs; a relative can have both. */
    NAME_AND_POSTCODE("Same name and postcode");

    private final String title;

    Clue(String title) {
        this.title = title;
    }

    /** The clue as people read it. */
    String title() {
        return title;
    }
}

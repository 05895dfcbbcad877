package app.counterfoil.hub.rights;

/** By what an order was found to be somebody's. Stored by its name. */
enum Clue {
    /** Its number was given. */
    ORDER_NUMBER("Number given", true),
    /** Its e-mail address is theirs. */
    EMAIL("Same e-mail", true),
    /** Name and phone number are theirs. */
    NAME_AND_PHONE("Same name and phone", true),
    /** Its phone number is theirs; a household, an office or a shop that takes parcels in has one for many. */
    PHONE("Same phone", false),
    /** Its user name at the channel is theirs. */
    USER_NAME("Same user name", true),
    /** Name and postcode are theirs; a relative can have both. */
    NAME_AND_POSTCODE("Same name and postcode", false);

    private final String title;
    private final boolean certain;

    Clue(String title, boolean certain) {
        this.title = title;
        this.certain = certain;
    }

    /** The clue as people read it. */
    String title() {
        return title;
    }

    /** Whether it is one person's and no other's, as far as one can know: else somebody has to say so. */
    boolean isCertain() {
        return certain;
    }
}

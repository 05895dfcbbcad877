package app.counterfoil.hub.tax;

/** What is special about goods, beside the rate of their class. Stored by its name. */
public enum GoodsMark {
    /** Sold under the margin scheme (VATA 1994 s. 50A). */
    SECOND_HAND("Second-hand, margin scheme"),
    /** Excise duty is on them, such as on alcohol and tobacco. */
    EXCISE("Alcohol, tobacco: excise duty"),
    /** Mobile telephones and computer chips, for which a registered customer accounts (VATA 1994 s. 55A; SI 2010/2239). */
    REVERSE_CHARGE("Phones, chips: reverse charge");

    private final String title;

    GoodsMark(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}

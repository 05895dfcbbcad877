package app.counterfoil.hub.rights;

/** By which law a request is dealt with: that of where the person lives. Stored by its name. */
public enum Law {
    /** UK GDPR, with the Data (Use and Access) Act 2025: days on which an answer is awaited are not counted. */
    UK("UK GDPR"),
    /** EU GDPR: days are counted through. */
    EU("EU GDPR");

    private final String title;

    Law(String title) {
        this.title = title;
    }

    /** Its name. */
    public String title() {
        return title;
    }
}

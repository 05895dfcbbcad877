package app.counterfoil.hub.review;

/** What kinds of things are looked at again, and how often at least. Stored by its name. */
public enum ReviewKind {
    /** Why personal data is held, and for how long. */
    PURPOSE("Purpose", 12, 24),
    /** Somebody outside who receives personal data; the day stands with the agreement. */
    RECIPIENT("Recipient", 12, 24),
    /** Who may open what. Amazon's Data Protection Policy asks for it every quarter. */
    ACCESS("Access rights", 3, 3),
    /** How something is done, in writing. */
    POLICY("Policy", 12, 24);

    private final String title;
    private final int usualMonths;
    private final int mostMonths;

    ReviewKind(String title, int usualMonths, int mostMonths) {
        this.title = title;
        this.usualMonths = usualMonths;
        this.mostMonths = mostMonths;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** After how many months one of these is looked at again, unless somebody says otherwise. */
    int usualMonths() {
        return usualMonths;
    }

    /** After how many months at the latest. */
    int mostMonths() {
        return mostMonths;
    }
}

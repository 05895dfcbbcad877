package app.counterfoil.hub.disclosure;

/** As what somebody outside receives personal data. Stored by its name. */
public enum RecipientRole {
    /** Works on the seller's instructions alone, under a contract of Art 28 UK GDPR. */
    PROCESSOR("Works for us on our instructions (processor, Art 28)"),
    /** Decides for itself, by its own duties, what it does with the data. */
    CONTROLLER("Answers for the data itself (controller of its own)");

    private final String title;

    RecipientRole(String title) {
        this.title = title;
    }

    /** The role as people read it. */
    public String title() {
        return title;
    }
}

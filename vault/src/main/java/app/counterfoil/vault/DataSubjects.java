package app.counterfoil.vault;

/** A category of people whom data is about, as the register of processing names it (Art 30(1)(c) UK GDPR). */
public enum DataSubjects {
    /** Who has bought something. */
    BUYERS("Buyers"),
    /** Whom a parcel goes to; often the buyer. */
    RECIPIENTS("People whom a parcel goes to"),
    /** Who works for the seller, or answers for its data. */
    STAFF("The seller's own people"),
    /** Who has asked what is held on them, or for it to be changed. */
    REQUESTERS("People who have asked about their data"),
    /** Who has agreed to be sent marketing, or was asked to. */
    SUBSCRIBERS("People who have agreed to marketing");

    private final String title;

    DataSubjects(String title) {
        this.title = title;
    }

    /** The category as people read it. */
    public String title() {
        return title;
    }
}

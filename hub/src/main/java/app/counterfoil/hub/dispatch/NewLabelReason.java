package app.counterfoil.hub.dispatch;

/** Why a label is made anew though there was one. */
public enum NewLabelReason {
    /** It has ended. */
    LABEL_ENDED("The label has ended"),
    /** The paper is damaged or does not scan. */
    DAMAGED("The label is damaged or does not scan"),
    /** Packed anew, in another size, weight or service. */
    REPACKED("Packed anew: other weight, size or service"),
    /** The address was corrected. */
    ADDRESS_CORRECTED("The address was corrected"),
    /** The parcel was lost or came back, and another is sent. */
    SENT_AGAIN("Lost or returned; it is sent again");

    private final String title;

    NewLabelReason(String title) {
        this.title = title;
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }
}

package app.counterfoil.vault;

/**
 * Why personal data is held, who may hold it against an erasure request, and in what steps of time it ends. Declared
 * once, here; the processing register, the retention plan, the screens and the tests all read it.
 */
public enum Purpose {
    /** Getting the parcel to the door: recipient, address, phone, instructions, gift message. */
    DELIVERY(
            "Delivery",
            "to get the parcel to its door",
            "Art 6(1)(b): the contract of sale",
            "90 days after dispatch (Amazon orders: 30 days); while the order is open, a rolling week",
            OnErasure.ENDS_WHEN_ORDER_CLOSES,
            PartitionStep.MONTH),
    /** The courier's label document, kept so that it can be reprinted. */
    LABEL(
            "Label",
            "to print the courier's label again",
            "Art 6(1)(b): the contract of sale",
            "21 days after it was made",
            OnErasure.ENDS_AT_ONCE,
            PartitionStep.MONTH),
    /** Answering the buyer: name, e-mail, phone, channel user name, messages. */
    SERVICE(
            "Customer service",
            "to answer the buyer",
            "Art 6(1)(b): the contract of sale",
            "90 days after dispatch (Amazon orders: 30 days); while the order is open, a rolling week",
            OnErasure.ENDS_AT_ONCE,
            PartitionStep.MONTH),
    /** The party named on a VAT invoice. */
    TAX_RECORD(
            "Tax record",
            "to prove the VAT accounted for",
            "Art 6(1)(c): VAT law",
            "6 years after the end of the accounting period; 10 years for sales under OSS or IOSS",
            OnErasure.KEPT_BY_LAW,
            PartitionStep.YEAR),
    /** An e-mail address and the proof that its owner said yes. */
    MARKETING(
            "Marketing",
            "to write to people who asked for it",
            "Art 6(1)(a): consent",
            "until consent is withdrawn",
            OnErasure.ENDS_AT_ONCE,
            PartitionStep.YEAR),
    /** The seller's own people and their sign-in records. */
    STAFF(
            "Staff",
            "to let the seller's people sign in and answer for what they did",
            "Art 6(1)(b): the work contract; Art 6(1)(c): HMRC's fraud prevention headers",
            "while they work there and 12 months after",
            OnErasure.KEPT_BY_LAW,
            PartitionStep.YEAR),
    /** What somebody asked for under the GDPR, and what was answered. */
    RIGHTS_REQUEST(
            "Rights request",
            "to prove that a person's rights were met",
            "Art 6(1)(c): accountability, Art 5(2)",
            "3 years after the request was closed",
            OnErasure.KEPT_BY_LAW,
            PartitionStep.YEAR),
    /** A copy put on hold for a legal claim. */
    LEGAL_CLAIM(
            "Legal claim",
            "to establish, exercise or defend a legal claim",
            "Art 6(1)(f): a legal claim, kept against erasure by Art 17(3)(e)",
            "until released; reviewed every 90 days",
            OnErasure.KEPT_BY_LAW,
            PartitionStep.YEAR);

    private final String title;
    private final String inOrder;
    private final String lawfulBasis;
    private final String lifeInWords;
    private final OnErasure onErasure;
    private final PartitionStep partitionStep;

    Purpose(
            String title,
            String inOrder,
            String lawfulBasis,
            String lifeInWords,
            OnErasure onErasure,
            PartitionStep partitionStep) {
        this.title = title;
        this.inOrder = inOrder;
        this.lawfulBasis = lawfulBasis;
        this.lifeInWords = lifeInWords;
        this.onErasure = onErasure;
        this.partitionStep = partitionStep;
    }

    /** The name on screens, such as {@code Delivery}. */
    public String title() {
        return title;
    }

    /** The purpose as the end of a sentence that begins "held …". */
    public String inOrder() {
        return inOrder;
    }

    /** The article of the GDPR that allows it. */
    public String lawfulBasis() {
        return lawfulBasis;
    }

    /** How long it lives by default, in words. */
    public String lifeInWords() {
        return lifeInWords;
    }

    /** What a request for erasure does to it. */
    public OnErasure onErasure() {
        return onErasure;
    }

    /** How large the pieces are in which its space is given back. */
    public PartitionStep partitionStep() {
        return partitionStep;
    }

    /** Whether it can still be opened while the person has had its use restricted (Art 18(2)). */
    public boolean opensWhileRestricted() {
        return switch (this) {
            case TAX_RECORD, LEGAL_CLAIM, RIGHTS_REQUEST, STAFF -> true;
            case DELIVERY, LABEL, SERVICE, MARKETING -> false;
        };
    }
}

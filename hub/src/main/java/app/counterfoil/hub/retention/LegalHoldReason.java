package app.counterfoil.hub.retention;

/** Why a copy of somebody's data is kept for a legal claim. */
public enum LegalHoldReason {
    /** The buyer claims something of the seller. */
    CLAIM_BY_BUYER("A claim that the buyer has made"),
    /** The seller claims something of the buyer. */
    CLAIM_ON_BUYER("A claim on the buyer"),
    /** A payment is disputed. */
    PAYMENT_DISPUTED("A payment disputed at the bank or the channel"),
    /** The courier is to pay for a parcel. */
    CLAIM_ON_COURIER("A claim on the courier for a lost or damaged parcel"),
    /** A court or an authority has asked for it. */
    ASKED_BY_AUTHORITY("Asked for by a court or an authority");

    private final String title;

    LegalHoldReason(String title) {
        this.title = title;
    }

    /** The reason as people read it. */
    public String title() {
        return title;
    }
}

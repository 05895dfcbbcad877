package app.counterfoil.hub.invoice;

/** What shows that goods have left the United Kingdom (Notice 703; VEXP50400). Stored by its name. */
public enum EvidenceKind {
    /** The post's paper for one parcel. */
    CERTIFICATE_OF_POSTING("Certificate of posting"),
    /** The list of parcels that the courier has signed for. */
    COLLECTION_MANIFEST("Signed collection manifest"),
    /** The courier's record that it was delivered abroad. */
    DELIVERY_RECORD("Courier's record of the delivery"),
    /** The customs declaration of the export. */
    CUSTOMS_DECLARATION("Customs declaration"),
    /** Papers of the carrier, such as a waybill. */
    WAYBILL("Waybill or consignment note");

    private final String title;

    EvidenceKind(String title) {
        this.title = title;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}

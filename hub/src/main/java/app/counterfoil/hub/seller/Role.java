package app.counterfoil.hub.seller;

import app.counterfoil.vault.Purpose;

/** What somebody does in the shop, and so which purposes they may open personal data for. */
public enum Role {
    /** Answers for the shop. */
    OWNER("Owner"),
    /** Picks, packs and labels. */
    PACKER("Packer"),
    /** Answers buyers. */
    SERVICE("Customer service"),
    /** Keeps the books. */
    BOOKKEEPER("Bookkeeper"),
    /** Answers for personal data. */
    DATA_PROTECTION("Data protection");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The role as people read it. */
    public String title() {
        return title;
    }

    /** Whether the role opens data held for the purpose. */
    public boolean carries(Purpose purpose) {
        return switch (purpose) {
            case DELIVERY -> this == OWNER || this == PACKER || this == SERVICE;
            case LABEL -> this == OWNER || this == PACKER;
            case SERVICE -> this == OWNER || this == SERVICE;
            case TAX_RECORD -> this == OWNER || this == BOOKKEEPER;
            case MARKETING -> this == OWNER || this == DATA_PROTECTION;
            case STAFF -> this == OWNER || this == DATA_PROTECTION;
            case RIGHTS_REQUEST, LEGAL_CLAIM -> this == OWNER || this == DATA_PROTECTION;
        };
    }
}

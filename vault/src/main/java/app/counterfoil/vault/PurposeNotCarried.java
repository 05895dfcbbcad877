package app.counterfoil.vault;

/** The reader's role does not carry the purpose the data is held for: nothing was opened. */
public final class PurposeNotCarried extends VaultRefusal {

    private final Purpose purpose;

    /** The purpose that was asked for. */
    public PurposeNotCarried(Purpose purpose) {
        super(
                "Your role does not open data held " + purpose.inOrder() + ".",
                "Ask the owner of the shop to do it, or to give you the role.");
        this.purpose = purpose;
    }

    /** The purpose that was asked for. */
    public Purpose purpose() {
        return purpose;
    }
}

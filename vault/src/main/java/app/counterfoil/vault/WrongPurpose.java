package app.counterfoil.vault;

/** A record held for one purpose was to be opened for another (Art 5(1)(b)): nothing was opened. */
public final class WrongPurpose extends VaultRefusal {

    /** What was asked for and what the record is held for. */
    public WrongPurpose(Purpose asked, Purpose held) {
        super(
                "Data held " + held.inOrder() + " cannot be opened " + asked.inOrder() + ".",
                "Open it for the purpose it is held for, or leave it closed.");
    }
}

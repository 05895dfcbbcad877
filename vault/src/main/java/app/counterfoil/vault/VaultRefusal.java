package app.counterfoil.vault;

/** Something the vault would not do: what was wrong, and what to do about it. Never holds a personal value. */
public abstract class VaultRefusal extends RuntimeException {

    private final String mend;

    /**
     * @param wrong what was wrong
     * @param mend what to do about it
     */
    protected VaultRefusal(String wrong, String mend) {
        super(wrong);
        this.mend = mend;
    }

    /** What to do about it, in one sentence. */
    public String mend() {
        return mend;
    }
}

package app.counterfoil.hub.measure;

/**
 * Something that was asked for and not done: what was wrong, and what to do about it. Every refusal of the hub extends
 * it; the page, the API problem and the log line are made from its two sentences, so neither may hold a personal value.
 */
public abstract class Refusal extends RuntimeException {

    private final String mend;

    /**
     * @param wrong what was wrong, naming the field or the thing
     * @param mend what the reader can do about it
     */
    protected Refusal(String wrong, String mend) {
        super(wrong);
        this.mend = mend;
    }

    /** What was wrong, in one sentence. */
    public String wrong() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, in one sentence. */
    public String mend() {
        return mend;
    }
}

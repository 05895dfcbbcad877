package app.counterfoil.postgres;

/** The database cannot be had as asked: what was wrong, and what to do about it. */
public abstract class PostgresRefusal extends RuntimeException {

    private final String mend;

    PostgresRefusal(String wrong, String mend) {
        super(wrong);
        this.mend = mend;
    }

    /** What to do about it, in one sentence. */
    public String mend() {
        return mend;
    }
}

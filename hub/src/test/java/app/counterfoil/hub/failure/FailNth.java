package app.counterfoil.hub.failure;

/** Counts what a flow asks of its database or of the world outside, and says which of it is to fail. */
public final class FailNth {

    /** How something fails. */
    public enum Failure {
        /** The database does not do it, and its transaction is over. */
        STATEMENT_REFUSED(true),
        /**
         * The database does it, a commit as well, and the connection breaks before anybody is told. Within a transaction
         * that undoes all of it, whichever statement it was, so it breaks once in each, and at its commit.
         */
        STATEMENT_UNANSWERED(true),
        /** The call never arrives. */
        CALL_LOST(false),
        /** The call arrives and is done, and its answer never comes. */
        CALL_UNANSWERED(false);

        private final boolean inDatabase;

        Failure(boolean inDatabase) {
            this.inDatabase = inDatabase;
        }
    }

    /** What is asked: it goes on, or it fails in that way. */
    enum Verdict {
        GOES_ON,
        IS_NOT_DONE,
        IS_NOT_ANSWERED
    }

    private Failure failure = Failure.STATEMENT_REFUSED;
    private int left;
    private int counted;

    /** From now on the n-th fails, and those after it go on. */
    public synchronized void arm(Failure how, int nth) {
        failure = how;
        left = nth;
        counted = 0;
    }

    /** Nothing fails any more; tells whether something did. */
    public synchronized boolean disarm() {
        var met = left <= 0 && counted > 0;
        left = 0;
        counted = 0;
        return met;
    }

    /** @param breaksAlike whether a connection that breaks here is like one that broke before in this transaction */
    synchronized Verdict ofStatement(boolean breaksAlike) {
        return failure == Failure.STATEMENT_UNANSWERED && breaksAlike ? Verdict.GOES_ON : next(true);
    }

    synchronized Verdict ofCall() {
        return next(false);
    }

    private Verdict next(boolean inDatabase) {
        if (left <= 0 || failure.inDatabase != inDatabase) {
            return Verdict.GOES_ON;
        }
        counted++;
        if (--left > 0) {
            return Verdict.GOES_ON;
        }
        return failure == Failure.STATEMENT_REFUSED || failure == Failure.CALL_LOST
                ? Verdict.IS_NOT_DONE
                : Verdict.IS_NOT_ANSWERED;
    }
}

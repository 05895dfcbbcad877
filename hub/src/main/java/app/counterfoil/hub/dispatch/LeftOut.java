package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Written;
import java.time.LocalDate;

/**
 * Why a label is not printed with the others.
 *
 * @param wrong what is wrong with it, in a sentence that names the order
 * @param mend what to do about it
 */
record LeftOut(String wrong, String mend) {

    private static final String MAKE_A_NEW_ONE = "Make a new label from the order's page";

    static LeftOut ended(String order, LocalDate on) {
        return new LeftOut(
                "The label of order " + order + " ended on " + Written.day(on) + ".",
                MAKE_A_NEW_ONE + "; the reason is recorded.");
    }

    static LeftOut unopened(String order) {
        return new LeftOut(
                "The label of order " + order + " can no longer be opened.",
                MAKE_A_NEW_ONE + ", if the order is still to be sent.");
    }

    static LeftOut unreadable(String order) {
        return new LeftOut("The label of order " + order + " is not a PDF that we can read.", MAKE_A_NEW_ONE + ".");
    }
}

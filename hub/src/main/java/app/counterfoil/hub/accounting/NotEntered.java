package app.counterfoil.hub.accounting;

import app.counterfoil.hub.measure.Refusal;

/** An accounting service does not take an entry; nothing was entered. Its own words are not told: they can quote a person. */
public final class NotEntered extends Refusal {

    private final boolean numberIsTaken;

    /** For that reason, and with what to do about it. */
    public NotEntered(String wrong, String mend) {
        this(wrong, mend, false);
    }

    private NotEntered(String wrong, String mend, boolean numberIsTaken) {
        super(wrong, mend);
        this.numberIsTaken = numberIsTaken;
    }

    /** There is an entry of that number already. */
    public static NotEntered numberTaken(String service, String number) {
        return new NotEntered(
                service + " has another entry with the number " + number + ".",
                "Look at it there. If it is the same sale, there is nothing to do; else give that entry another number,"
                        + " then enter ours again.",
                true);
    }

    /** Whether an entry of its number stands there; it may be ours. */
    boolean isNumberTaken() {
        return numberIsTaken;
    }
}

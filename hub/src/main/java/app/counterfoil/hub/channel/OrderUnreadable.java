package app.counterfoil.hub.channel;

import app.counterfoil.hub.measure.Refusal;

/** An order of a channel that cannot be taken in as it is. */
public final class OrderUnreadable extends Refusal {

    /** Names the channel's field and what is wrong with it; never its value. */
    public OrderUnreadable(String field, String wrong, String mend) {
        super("The field " + field + " " + wrong + ".", mend);
    }
}

package app.counterfoil.hub.retention;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;

/**
 * A place lent to the keepers of records: says why something that somebody asks for by its number, name or id is still here,
 * or when and by which rule it ended. Nobody is opened for it.
 */
public interface WhyStillHere {

    /** A sentence for each part of what goes by that; empty if the keeper knows nothing of it. */
    List<Answer> about(SellerId seller, String asked);

    /**
     * Why something is here, or when it ended.
     *
     * @param what what it is, such as the recipient of an order
     * @param sentence the rule and the day, in one sentence
     * @param isHere whether it still opens
     */
    record Answer(String what, String sentence, boolean isHere) {}
}

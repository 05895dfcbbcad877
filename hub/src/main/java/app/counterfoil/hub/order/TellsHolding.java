package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.List;

/** A place lent to later modules: what they hold on the people of an order, so that its page tells of all of it. */
public interface TellsHolding {

    /** What is or was held for the order; empty if nothing ever was. */
    List<Holding> of(SellerId seller, OrderFacts order);

    /**
     * Personal data held for an order.
     *
     * @param what what it is, in a few words
     * @param purpose what it is held for
     * @param endsOn first day on which it cannot be opened
     */
    record Holding(String what, Purpose purpose, LocalDate endsOn) {}
}

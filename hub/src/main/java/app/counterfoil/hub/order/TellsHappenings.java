package app.counterfoil.hub.order;

import java.util.List;

/** A place lent to later modules: what they do to orders, so that the timeline of an order tells it in words. */
public interface TellsHappenings {

    /** All that the module can write into the timeline of an order. */
    List<? extends Happening> all();
}

package app.counterfoil.hub.order;

import app.counterfoil.hub.measure.SellerId;
import java.util.List;

/** A place lent to later modules: what needs somebody, beside the orders that could not be taken in. Nothing personal. */
public interface NeedsAttention {

    /** What there is, the most urgent first; the page leaves out what its reader may not open. */
    List<Item> of(SellerId seller);

    /**
     * Something that needs somebody.
     *
     * @param title what it is
     * @param path the page on which it is dealt with
     * @param wrong what is wrong
     * @param mend what to do
     * @param when since when, in words, or empty
     */
    record Item(String title, String path, String wrong, String mend, String when) {}
}

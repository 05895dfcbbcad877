package app.counterfoil.hub.books;

import app.counterfoil.hub.measure.SellerId;

/**
 * A place lent to whoever keeps books of a shop: what has to hold in them is checked by {@code ./counterfoil verify}.
 * A check changes nothing and shows nobody's data; what it finds wrong it names by ids.
 */
public interface BookCheck {

    /** What is checked, as the heading of a line, such as {@code invoices}. */
    String name();

    /** Checks the books of one shop. */
    Checked of(SellerId seller);
}

package app.counterfoil.hub.dispatch.web;

import java.util.List;

/**
 * As much of a list as one page shows.
 *
 * @param rows what is shown
 * @param before how many stand before it
 * @param all how many there are
 */
record Part(List<ParcelRow> rows, long before, long all) {

    /** A page of a list that is shown from its beginning. */
    static Part first(List<ParcelRow> rows, long all) {
        // Somebody may have finished one between the look and the count.
        return new Part(rows, 0, Math.max(all, rows.size()));
    }

    /** Whether there is nothing at all. */
    public boolean isEmpty() {
        return all == 0 && rows.isEmpty();
    }

    /** How many stand behind what is shown. */
    public long more() {
        return Math.max(0, all - before - rows.size());
    }
}

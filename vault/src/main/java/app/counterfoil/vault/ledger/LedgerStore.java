package app.counterfoil.vault.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the lines of a ledger are kept: lines are added at its end, and none is ever changed. */
public interface LedgerStore {

    /**
     * Visits the lines that follow the first so many, in order.
     *
     * @throws LedgerUnusable if they cannot be read
     */
    void lines(long after, Consumer<String> visitor);

    /**
     * The line with that number, counted from 1; empty beyond the end. However much follows is not read.
     *
     * @throws LedgerUnusable if it cannot be read
     */
    Optional<String> line(long number);

    /**
     * Adds lines, if exactly so many are there. When it returns they survive a power cut.
     *
     * @return false if there are more, because somebody else was first; then nothing was added
     * @throws LedgerDoesNotFit if there are fewer, because the ledger was cut off, put back or lost; then nothing was added
     * @throws LedgerUnusable if they cannot be written
     */
    boolean append(long after, List<String> lines);

    /** Where it is, as somebody who looks for it would be told. */
    String place();
}

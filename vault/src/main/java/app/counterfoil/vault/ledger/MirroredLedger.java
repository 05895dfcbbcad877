package app.counterfoil.vault.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A ledger that stands at two places or more, such as two sites: every line is in all copies before it is in the ledger
 * itself, so that none of them is ever behind the database. A copy that was away is brought up when it is back.
 */
public final class MirroredLedger implements LedgerStore {

    private final LedgerStore main;
    private final List<LedgerStore> copies;
    /** How many lines of each copy have been found equal to those of the ledger. */
    private final long[] equal;

    /** The ledger, and its copies. */
    public MirroredLedger(LedgerStore main, List<? extends LedgerStore> copies) {
        this.main = main;
        this.copies = List.copyOf(copies);
        this.equal = new long[copies.size()];
    }

    @Override
    public String place() {
        return main.place();
    }

    @Override
    public synchronized void lines(long after, Consumer<String> visitor) {
        bringTogether();
        main.lines(after, visitor);
    }

    @Override
    public synchronized Optional<String> line(long number) {
        bringTogether();
        return main.line(number);
    }

    @Override
    public synchronized boolean append(long after, List<String> lines) {
        if (bringTogether() > after) {
            return false;
        }
        for (int i = 0; i < copies.size(); i++) {
            if (!appended(i, after, lines)) {
                // It is not what it was: lost, put back, or somebody else was first. Looked at from its beginning.
                equal[i] = 0;
                return false;
            }
        }
        return main.append(after, lines);
    }

    /** Gives each side what only the other has; tells how many lines there are at least. */
    private long bringTogether() {
        for (int i = 0; i < copies.size(); i++) {
            var copy = copies.get(i);
            var ours = after(main, equal[i]);
            var theirs = after(copy, equal[i]);
            int both = Math.min(ours.size(), theirs.size());
            for (int line = 0; line < both; line++) {
                if (!ours.get(line).equals(theirs.get(line))) {
                    throw LedgerDoesNotFit.forked(copy.place(), equal[i] + line);
                }
            }
            equal[i] += both;
            if (ours.size() > both && appended(i, equal[i], ours.subList(both, ours.size()))) {
                equal[i] += ours.size() - both;
            } else if (theirs.size() > both && main.append(equal[i], theirs.subList(both, theirs.size()))) {
                // A crash came between the copy and the ledger: what was about to be destroyed is destroyed.
                equal[i] += theirs.size() - both;
            }
        }
        long most = 0;
        for (long each : equal) {
            most = Math.max(most, each);
        }
        return most;
    }

    /** A copy that has become shorter takes nothing now, and is brought up from its beginning. */
    private boolean appended(int copy, long after, List<String> lines) {
        try {
            return copies.get(copy).append(after, lines);
        } catch (LedgerDoesNotFit shorter) {
            equal[copy] = 0;
            return false;
        }
    }

    private static List<String> after(LedgerStore store, long lines) {
        var read = new ArrayList<String>();
        store.lines(lines, read::add);
        return read;
    }
}

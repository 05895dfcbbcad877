package app.counterfoil.vault.ledger;

import app.counterfoil.vault.VaultRefusal;

/** Ledger and database do not belong together as they are: nothing was opened and nothing was changed. */
public final class LedgerDoesNotFit extends VaultRefusal {

    private LedgerDoesNotFit(String wrong, String mend) {
        super(wrong, mend);
    }

    /** The database has known a ledger, and there is none. */
    public static LedgerDoesNotFit missing(String place) {
        return new LedgerDoesNotFit(
                "The erasure ledger is missing at " + place + ", but this database has had one.",
                "Put the newest copy of the ledger back. Without it nobody can tell what this database should have"
                        + " forgotten, so it is not opened.");
    }

    /** The ledger ends before what the database has already done. */
    public static LedgerDoesNotFit older(String place, long ledger, long database) {
        return new LedgerDoesNotFit(
                "The erasure ledger at " + place + " ends at entry " + ledger + ", but the database knows entry "
                        + database + ".",
                "Put the newest copy of the ledger back: this one is an old copy, or its end was cut off.");
    }

    /** There are fewer lines than there were; the first of them is that of the beginning. */
    static LedgerDoesNotFit shorter(String place, long lines, long expected) {
        return lines == 0 ? missing(place) : older(place, lines - 1, expected - 1);
    }

    /** At a place that both know they say different things. */
    public static LedgerDoesNotFit forked(String place, long sequence) {
        return new LedgerDoesNotFit(
                "The erasure ledger at " + place + " and the database disagree about entry " + sequence + ".",
                "They went on apart from a common beginning, or belong to different installations. Put the ledger back"
                        + " that belongs to this database; if both have gone on for real, join the two by hand as"
                        + " docs/operations.md describes.");
    }

    /** The ledger was begun for another database. */
    public static LedgerDoesNotFit anothers(String place) {
        return new LedgerDoesNotFit(
                "The erasure ledger at " + place + " is not the one of this database.",
                "Put the ledger back that belongs to this database.");
    }

    /** An entry is not what was written. */
    public static LedgerDoesNotFit damaged(String place, long line) {
        return new LedgerDoesNotFit(
                "Line " + line + " of the erasure ledger at " + place + " is not as it was written.",
                "Put an undamaged copy of the ledger back.");
    }
}

package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.EraseAgain;
import app.counterfoil.hub.custody.LedgerSettings;
import app.counterfoil.vault.keys.KeyRing;
import java.util.ArrayList;
import java.util.List;

/** What a database that was brought back is told of the ledger of erasures, and what is told of it. */
final class ErasuresTold {

    private ErasuresTold() {}

    /** Brings a restored database to where the ledger is, and says with counts what that took. */
    static AfterRestore replay(KeyRing keys, LedgerSettings ledgers) {
        return restored -> told(
                new EraseAgain(restored.home(), keys, ledgers).in(restored.database()), "after this backup was made");
    }

    /** What was done, in lines. */
    static List<String> told(EraseAgain.Outcome done, String since) {
        var lines = new ArrayList<String>();
        var again = done.replayed();
        if (again.entries() == 0) {
            lines.add("Nothing was erased " + since + ".");
        } else {
            lines.add("Erased again, since it was erased %s (%,d entries of the ledger):"
                    .formatted(since, again.entries()));
            lines.add("  %,12d people, each purpose counted".formatted(again.subjects()));
            lines.add("  %,12d days that have ended".formatted(again.days()));
            lines.add("  %,12d records with them".formatted(again.records()));
        }
        done.shorterJournals()
                .forEach((seller, journal) -> lines.add(
                        "The access journal of shop %s goes on from checkpoint %d; %d had been seen. What was opened in between stands in no journal any more."
                                .formatted(seller, journal.newest(), journal.seen())));
        return lines;
    }
}

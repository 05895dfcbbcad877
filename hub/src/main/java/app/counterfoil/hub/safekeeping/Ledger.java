package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.ErasedAgain;
import app.counterfoil.hub.custody.LedgerSettings;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.store.Replayed;
import java.util.List;

/** What a restored database is told of the ledger of erasures. */
final class Ledger {

    private Ledger() {}

    /** Brings a restored database to where the ledger is, and says with counts what that took. */
    static AfterRestore replay(KeyRing keys, LedgerSettings ledgers) {
        return restored -> {
            var again = new ErasedAgain(restored.home(), keys, ledgers).in(restored.database());
            return again.entries() == 0
                    ? List.of("Nothing was erased after this backup was made.")
                    : told(again, "after this backup was made");
        };
    }

    /** What was erased again, in lines. */
    static List<String> told(Replayed again, String since) {
        return List.of(
                "Erased again, since it was erased %s (%,d entries of the ledger):".formatted(since, again.entries()),
                "  %,12d people, each purpose counted".formatted(again.subjects()),
                "  %,12d days that have ended".formatted(again.days()),
                "  %,12d records with them".formatted(again.records()));
    }
}

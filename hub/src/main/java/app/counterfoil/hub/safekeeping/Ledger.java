package app.counterfoil.hub.safekeeping;

import app.counterfoil.hub.custody.ErasedAgain;
import app.counterfoil.vault.keys.KeyRing;
import java.util.List;

/** What a restored database is told of the ledger of erasures. */
final class Ledger {

    private Ledger() {}

    /** Brings a restored database to where the ledger is, and says with counts what that took. */
    static AfterRestore replay(KeyRing keys) {
        return restored -> {
            var again = new ErasedAgain(restored.home(), keys).in(restored.database());
            return again.entries() == 0
                    ? List.of("Nothing was erased after this backup was made.")
                    : List.of(
                            "Erased again, since it was erased after this backup was made (%,d entries of the ledger):"
                                    .formatted(again.entries()),
                            "  %,12d people, each purpose counted".formatted(again.subjects()),
                            "  %,12d days that have ended".formatted(again.days()),
                            "  %,12d records with them".formatted(again.records()));
        };
    }
}

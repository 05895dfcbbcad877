package app.counterfoil.hub.custody;

import app.counterfoil.hub.books.KnownElsewhere;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.StorageSettings;
import app.counterfoil.vault.journal.WitnessFolder;
import app.counterfoil.vault.ledger.ErasureLedger;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The shops that the erasure ledger and the witness of the journal know of, both kept outside the database. */
@Component
class SellersOutside implements KnownElsewhere {

    private final ObjectProvider<ErasureLedger> ledger;
    private final StorageSettings settings;

    SellersOutside(ObjectProvider<ErasureLedger> ledger, StorageSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @Override
    public Set<SellerId> sellers() {
        return of(ledger.getObject(), EraseAgain.witnessOf(settings.home())).stream()
                .map(SellerId::new)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public String where() {
        return "the erasure ledger or the journal's witness";
    }

    /** Those of whom something was destroyed, and those whose journal somebody has seen. */
    static Set<UUID> of(ErasureLedger ledger, WitnessFolder witness) {
        var sellers = new TreeSet<>(witness.sellers());
        ledger.each(entry -> sellers.add(entry.seller()));
        return sellers;
    }
}

package app.counterfoil.hub.custody;

import app.counterfoil.hub.storage.KnowsSellers;
import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.erasure.Replayed;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings the database up to the erasure ledger before the first page is served and the first job runs: until then a
 * database from a backup stays closed. A command on the command line opens nothing to anybody, and some need no database.
 */
@Component
@Profile("!command")
public class FollowsLedger implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FollowsLedger.class);

    private final Custody custody;
    private final ObjectProvider<KnowsSellers> sellers;
    private Replayed replayed = Replayed.NOTHING;

    FollowsLedger(Custody custody, ObjectProvider<KnowsSellers> sellers) {
        this.custody = custody;
        this.sellers = sellers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            for (var seller : sellers.stream()
                    .map(KnowsSellers::allSellers)
                    .flatMap(List::stream)
                    .toList()) {
                replayed = replayed.plus(
                        custody.in(seller, vault -> vault.erasures().followLedger()));
            }
        } catch (VaultRefusal refusal) {
            throw new KeysRefused(refusal);
        }
        if (replayed.entries() > 0) {
            LOG.warn(
                    "the database was behind the erasure ledger and has forgotten again: entries={} subjects={} days={} records={}",
                    replayed.entries(),
                    replayed.subjects(),
                    replayed.days(),
                    replayed.records());
        }
    }

    /** What this start has forgotten again. */
    public Replayed atThisStart() {
        return replayed;
    }
}

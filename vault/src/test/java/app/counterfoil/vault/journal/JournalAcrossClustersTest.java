package app.counterfoil.vault.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.store.OneShopsVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A dump of the database is restored into another cluster, whose transaction numbers are far below those of the one it
 * came from. What arrives is told apart by the number of the cluster that it bears.
 */
class JournalAcrossClustersTest extends OneShopsVault {

    @BeforeEach
    void aRecordIsKept() {
        sealBuyer(DELIVERY, 30);
    }

    @Test
    void entriesWrittenAfterARestoreElsewhereAreCovered() {
        look(DELIVERY);
        look(DELIVERY);
        restoredFromAFarBusierCluster();
        cover();
        look(DELIVERY);
        cover();
        var check = database.in(seller, vault -> vault.journal().check());
        assertThat(check.flaws()).isEmpty();
        assertThat(check.covered()).isEqualTo(3);
        assertThat(check.open()).isZero();
    }

    @Test
    void checkpointsOfBeforeAndAfterAreOneChain() {
        look(DELIVERY);
        restoredFromAFarBusierCluster();
        cover();
        var before = signedByThatCluster();
        look(DELIVERY);
        cover();
        look(DELIVERY);
        cover();
        assertThat(database.count("SELECT count(*) FROM vault_checkpoint")).isEqualTo(before + 2);
        assertThat(database.count("SELECT count(DISTINCT cluster) FROM vault_checkpoint"))
                .isEqualTo(2);
        assertThat(database.in(seller, vault -> vault.journal().check()).flaws())
                .isEmpty();

        database.asOwner("DELETE FROM vault_journal WHERE xact = (SELECT max(xact) FROM vault_journal)");
        assertThat(database.in(seller, vault -> vault.journal().check()).flaws())
                .containsExactly(new JournalFlaw(1, "The journal holds 0 entries where 1 were signed."));
    }

    @Test
    void whatTheOtherClusterLeftUnsignedWaitsForTheNextCheckpoint() {
        look(DELIVERY);
        restoredFromAFarBusierCluster();
        var check = database.in(seller, vault -> vault.journal().check());
        assertThat(check.flaws()).isEmpty();
        assertThat(check.open()).isEqualTo(1);
    }

    @Test
    void whatIsSlippedIntoTheOldClustersNumbersLaterIsFound() {
        look(DELIVERY);
        restoredFromAFarBusierCluster();
        cover();
        look(DELIVERY);
        cover();
        look(DELIVERY);
        database.asOwner(
                """
                UPDATE vault_journal SET cluster = 1, xact = '5000000001'::xid8
                 WHERE entry_id = (SELECT entry_id FROM vault_journal WHERE cluster <> 1 ORDER BY xact DESC LIMIT 1)
                """);
        assertThat(database.in(seller, vault -> vault.journal().check()).flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains("never wrote here"));
    }

    /** What a restored dump looks like: every number as it was, and all of them another cluster's. */
    private void restoredFromAFarBusierCluster() {
        database.asOwner(
                """
                UPDATE vault_journal SET cluster = 1, xact = (5000000000 - 100000 + xact::text::bigint)::text::xid8;
                """);
    }

    private long signedByThatCluster() {
        return database.count("SELECT count(*) FROM vault_checkpoint WHERE cluster = 1");
    }

    private void cover() {
        database.checkpoint(seller);
        database.run(seller, vault -> vault.journal().showCheckpoint());
    }
}

package app.counterfoil.vault.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerFile;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.Stories;
import app.counterfoil.vault.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who owns the database, past every right and row guard, works on the journal: three ranges of three entries,
 * the last of them seen outside the database. Each time it is found, and the checkpoint that does not fit is named.
 */
class TamperedJournalTest extends OneShopsVault {

    private static final String SECOND_RANGE =
            """
            (SELECT j.entry_id FROM vault_journal j JOIN vault_checkpoint c
                 ON j.xact >= c.from_xact AND j.xact < c.to_xact AND c.number = 2)
            """;
    private static final String ONE_OF_THE_SECOND_RANGE =
            "(SELECT entry_id FROM vault_journal WHERE entry_id IN " + SECOND_RANGE + " ORDER BY xact LIMIT 1)";

    @BeforeEach
    void threeRangesOfThreeEntries() {
        sealBuyer(DELIVERY, 30);
        for (int range = 0; range < 3; range++) {
            lookThreeTimes();
            cover();
        }
    }

    @Test
    void untouchedItIsWholeAndCounted() {
        database.run(seller, vault -> look(vault, DELIVERY));
        var check = database.in(seller, vault -> vault.journal().check());
        assertThat(check.flaws()).isEmpty();
        assertThat(check.checkpoints()).isEqualTo(3);
        assertThat(check.covered()).isEqualTo(9);
        assertThat(check.open()).as("not signed yet").isEqualTo(1);
        assertThat(check.witnessed()).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "at = at + interval '35 days'",
                "entry_id = gen_random_uuid()",
                "reader_id = gen_random_uuid()",
                "act = 'SEARCH'",
                "act = 'NOTHING'",
                "purpose = 'SERVICE'",
                "purpose = 'NO_PURPOSE'",
                "reason = 'OTHER'",
                "kind = 'test.other'",
                "records = '{}'",
                "records = records || gen_random_uuid()",
                "seller_id = gen_random_uuid()",
                "xact = (xact::text::bigint - 1)::text::xid8",
                "xact = '1'::xid8",
                "xact = '9000000000000000000'::xid8",
                "cluster = cluster + 1"
            })
    void aChangeInAnyColumnOfAnEntryIsFound(String change) {
        database.asOwner("UPDATE vault_journal SET " + change + " WHERE entry_id = " + ONE_OF_THE_SECOND_RANGE);
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).contains(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "made_at = made_at + interval '1 second'",
                "from_xact = (from_xact::text::bigint + 1)::text::xid8",
                "to_xact = (to_xact::text::bigint - 1)::text::xid8",
                "to_xact = (to_xact::text::bigint + 1000000)::text::xid8",
                "entries = entries + 1",
                "hash = sha256(hash)",
                "signature = sha512(signature)",
                "format = 1",
                "cluster = cluster + 1",
                "number = 20",
                "seller_id = gen_random_uuid()"
            })
    void aChangeInAnyColumnOfACheckpointIsFound(String change) {
        database.asOwner("UPDATE vault_checkpoint SET " + change + " WHERE number = 2");
        assertThat(flaws()).isNotEmpty();
    }

    @Test
    void oneDeletedEntryIsFound() {
        database.asOwner("DELETE FROM vault_journal WHERE entry_id = " + ONE_OF_THE_SECOND_RANGE);
        assertThat(flaws()).containsExactly(new JournalFlaw(2, "The journal holds 2 entries where 3 were signed."));
    }

    @Test
    void aRangeDeletedWholeIsFound() {
        database.asOwner("DELETE FROM vault_journal WHERE entry_id IN " + SECOND_RANGE);
        assertThat(flaws()).containsExactly(new JournalFlaw(2, "The journal holds 0 entries where 3 were signed."));
    }

    @Test
    void aRangeDeletedWithItsCheckpointIsFound() {
        database.asOwner("DELETE FROM vault_journal WHERE entry_id IN " + SECOND_RANGE);
        database.asOwner("DELETE FROM vault_checkpoint WHERE number = 2");
        assertThat(flaws()).contains(new JournalFlaw(3, "A checkpoint before this one is missing."));
    }

    @Test
    void aRangeDeletedAndTheOthersNumberedOverItIsFound() {
        database.asOwner("DELETE FROM vault_journal WHERE entry_id IN " + SECOND_RANGE);
        database.asOwner("DELETE FROM vault_checkpoint WHERE number = 2");
        database.asOwner(
                """
                UPDATE vault_checkpoint SET number = 2,
                       from_xact = (SELECT to_xact FROM vault_checkpoint WHERE number = 1) WHERE number = 3
                """);
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).contains(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xact", "reader_id, records", "reason"})
    void twoEntriesThatChangedPlacesAreFound(String columns) {
        var other = new Stories.Person(UUID.randomUUID(), Stories.OWNER.purposes());
        database.run(
                seller,
                vault -> vault.open(
                        new Opening(other, Purpose.DELIVERY, "OTHER_LOOK"),
                        DELIVERY,
                        List.of(new RecordRef(UUID.randomUUID(), buyer))));
        database.run(seller, vault -> look(vault, DELIVERY));
        cover();
        assertThat(flaws()).isEmpty();
        swapTheTwoNewest(columns);
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).containsExactly(4);
    }

    @Test
    void entriesThatChangedTimesAreFound() {
        clock.forward(1);
        database.run(seller, vault -> look(vault, DELIVERY));
        cover();
        swapOldestAndNewest("at");
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).contains(1, 4);
    }

    @Test
    void twoCheckpointsThatChangedNumbersAreFound() {
        database.asOwner("UPDATE vault_checkpoint SET number = 30 WHERE number = 3");
        database.asOwner("UPDATE vault_checkpoint SET number = 3 WHERE number = 2");
        database.asOwner("UPDATE vault_checkpoint SET number = 2 WHERE number = 30");
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).contains(2, 3);
    }

    @Test
    void theSignedTailCutOffIsFound() {
        database.asOwner(
                """
                DELETE FROM vault_journal WHERE xact >= (SELECT from_xact FROM vault_checkpoint WHERE number = 3)
                """);
        assertThat(flaws()).containsExactly(new JournalFlaw(3, "The journal holds 0 entries where 3 were signed."));
    }

    @Test
    void theTailCutOffWithItsCheckpointsIsFoundByWhatWasSeenOutside() {
        cutAfterTheFirst();
        assertThat(flaws())
                .containsExactly(
                        new JournalFlaw(
                                3,
                                "It was seen outside the database and is not in it: the journal was cut off after checkpoint 1."));
    }

    @Test
    void theWholeJournalTakenAwayIsFoundByWhatWasSeenOutside() {
        database.asOwner("TRUNCATE vault_journal; TRUNCATE vault_checkpoint");
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).containsExactly(3);
    }

    @Test
    void aJournalThatWasCutOffAndGrewAgainIsFoundHoweverLongItGrows() {
        cutAfterTheFirst();
        for (int range = 0; range < 4; range++) {
            lookThreeTimes();
            database.checkpoint(seller);
            assertThatThrownBy(
                            () -> database.run(seller, vault -> vault.journal().showCheckpoint()))
                    .isInstanceOf(JournalCutShort.class)
                    .hasMessageContaining("Checkpoint 3");
        }
        assertThat(flaws())
                .containsExactly(
                        new JournalFlaw(3, "It is not the one that was seen outside the database when it was made."));
    }

    @Test
    void aRestoreThatIsFinishedLetsTheWitnessBeginAnew() {
        cutAfterTheFirst();
        database.run(
                seller, vault -> assertThat(vault.journal().takeAsRestored()).contains(new JournalTaken(3, 1)));
        lookThreeTimes();
        cover();
        assertThat(flaws()).isEmpty();
    }

    @Test
    void anEntryAddedToASignedRangeIsFound() {
        addOne("min(xact::text::bigint)", "cluster");
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).contains(1);
    }

    @Test
    void anEntryOfAServerThatNeverWroteHereIsFound() {
        addOne("min(xact::text::bigint)", "cluster + 1");
        assertThat(flaws()).singleElement().satisfies(flaw -> assertThat(flaw.what())
                .contains("1 entries bear the number of a database server that never wrote here"));
    }

    @Test
    void anEntryOfATransactionThatHasNotBeenIsFound() {
        addOne("max(9000000000000000000)", "cluster");
        assertThat(flaws()).singleElement().satisfies(flaw -> assertThat(flaw.what())
                .contains("a transaction that has not been yet"));
    }

    @Test
    void aCheckpointForgedWithoutTheKeyIsFound() throws SQLException {
        database.asOwner("UPDATE vault_journal SET reason = 'OTHER' WHERE entry_id = " + ONE_OF_THE_SECOND_RANGE);
        database.asOwner("DELETE FROM vault_checkpoint");
        // The forger has the program and the database, and makes the whole chain anew under a key of his own.
        var forger = new Vault(
                KeyRing.inFolder(home.resolve("forged/keys"), clock).makeUnlessThere(),
                ErasureLedger.openOrBegin(new LedgerFile(home.resolve("forged/ledger"))),
                clock);
        try (var connection = database.transaction(seller)) {
            forger.of(seller, connection).journal().checkpoint();
            connection.commit();
        }
        assertThat(flaws())
                .extracting(JournalFlaw::what)
                .contains("The signature is not that of this installation.")
                .anyMatch(what -> what.contains("seen outside"));
    }

    @Test
    void aDamagedRecordOfTheWitnessIsNamedWithItsFile() throws IOException {
        var file = home.resolve("witness").resolve(seller + ".checkpoint");
        Files.writeString(file, "3 not-a-hash");
        assertThatThrownBy(this::flaws).isInstanceOf(WitnessUnusable.class).hasMessageContaining(file.toString());
    }

    private void lookThreeTimes() {
        for (int look = 0; look < 3; look++) {
            database.run(seller, vault -> look(vault, DELIVERY));
        }
    }

    private void cover() {
        database.checkpoint(seller);
        database.run(seller, vault -> vault.journal().showCheckpoint());
    }

    private void cutAfterTheFirst() {
        database.asOwner(
                """
                DELETE FROM vault_journal WHERE xact >= (SELECT to_xact FROM vault_checkpoint WHERE number = 1);
                DELETE FROM vault_checkpoint WHERE number > 1;
                """);
    }

    private void addOne(String xact, String cluster) {
        database.asOwner(
                """
                INSERT INTO vault_journal
                       (seller_id, at, entry_id, reader_id, act, purpose, reason, kind, records, xact, cluster)
                SELECT seller_id, at, gen_random_uuid(), reader_id, act, purpose, reason, kind, records,
                       (SELECT %s FROM vault_journal)::text::xid8, %s
                  FROM vault_journal LIMIT 1
                """
                        .formatted(xact, cluster));
    }

    private void swapTheTwoNewest(String columns) {
        swap(columns, "xact DESC OFFSET 1 LIMIT 1", "xact DESC LIMIT 1");
    }

    private void swapOldestAndNewest(String columns) {
        swap(columns, "xact LIMIT 1", "xact DESC LIMIT 1");
    }

    private void swap(String columns, String one, String other) {
        database.asOwner(
                """
                UPDATE vault_journal j
                   SET (%1$s) = (SELECT %1$s FROM vault_journal other
                                  WHERE other.entry_id = CASE j.entry_id WHEN a.id THEN b.id ELSE a.id END)
                  FROM (SELECT entry_id AS id FROM vault_journal ORDER BY %2$s) a,
                       (SELECT entry_id AS id FROM vault_journal ORDER BY %3$s) b
                 WHERE j.entry_id IN (a.id, b.id)
                """
                        .formatted(columns, one, other));
    }

    private List<JournalFlaw> flaws() {
        return database.in(seller, vault -> vault.journal().check()).flaws();
    }
}

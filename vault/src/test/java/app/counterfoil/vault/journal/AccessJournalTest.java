package app.counterfoil.vault.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.Stories;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessJournalTest extends OneShopsVault {

    @BeforeEach
    void threeOpeningsAreJournalledAndCovered() {
        sealBuyer(DELIVERY, 30);
        for (int i = 0; i < 3; i++) {
            database.run(seller, vault -> look(vault, DELIVERY));
        }
        database.checkpoint(seller);
    }

    @Test
    void anUntouchedJournalVerifies() {
        database.run(seller, vault -> look(vault, DELIVERY));
        database.checkpoint(seller);
        assertThat(flaws()).isEmpty();
        assertThat(database.count("SELECT sum(entries) FROM vault_checkpoint")).isEqualTo(4);
    }

    @Test
    void itStillVerifiesAfterTheBuyerWasForgotten() {
        database.run(seller, vault -> vault.forget(List.of(buyer), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        assertThat(flaws()).isEmpty();
    }

    @Test
    void aChangedEntryShows() {
        database.asOwner("UPDATE vault_journal SET reason = 'OTHER_REASON' WHERE entry_id ="
                + " (SELECT min(entry_id::text)::uuid FROM vault_journal)");
        assertThat(flaws()).singleElement().satisfies(flaw -> assertThat(flaw.what())
                .contains("not as it was"));
    }

    @Test
    void aMissingEntryShows() {
        database.asOwner("DELETE FROM vault_journal WHERE entry_id ="
                + " (SELECT min(entry_id::text)::uuid FROM vault_journal)");
        assertThat(flaws()).singleElement().satisfies(flaw -> assertThat(flaw.what())
                .contains("2 entries where 3"));
    }

    @Test
    void anEntryAddedAfterwardsShows() {
        database.asOwner(
                """
                INSERT INTO vault_journal
                SELECT seller_id, at, gen_random_uuid(), reader_id, act, purpose, reason, kind, records, xact
                  FROM vault_journal LIMIT 1
                """);
        assertThat(flaws()).hasSize(1);
    }

    @Test
    void aForgedCheckpointShows() {
        database.asOwner("UPDATE vault_checkpoint SET signature = decode(repeat('00', 64), 'hex')");
        assertThat(flaws()).singleElement().satisfies(flaw -> assertThat(flaw.what())
                .contains("signature"));
    }

    @Test
    void aRemovedCheckpointShows() {
        database.run(seller, vault -> look(vault, DELIVERY));
        database.checkpoint(seller);
        database.asOwner("DELETE FROM vault_checkpoint WHERE number = 1");
        assertThat(flaws()).extracting(JournalFlaw::what).contains("A checkpoint before this one is missing.");
    }

    @Test
    void anOpeningStillUnderWayIsLeftToTheNextCheckpoint() throws SQLException {
        try (var unfinished = database.transaction(seller)) {
            look(database.vault().of(seller, unfinished), DELIVERY);
            database.run(seller, vault -> look(vault, DELIVERY));
            database.run(seller, vault -> vault.journal().checkpoint());
            unfinished.commit();
        }
        database.checkpoint(seller);
        assertThat(flaws()).isEmpty();
        assertThat(database.count("SELECT sum(entries) FROM vault_checkpoint")).isEqualTo(5);
    }

    @Test
    void theApplicationCannotChangeTheJournal() {
        assertThatThrownBy(() -> {
                    try (var connection = database.transaction(seller);
                            var statement = connection.createStatement()) {
                        statement.execute("UPDATE vault_journal SET reason = 'OTHER_REASON'");
                    }
                })
                .hasMessageContaining("permission denied");
    }

    @Test
    void aReasonIsACodeBecauseFreeTextCouldNameAPerson() {
        assertThatThrownBy(() -> new Opening(Stories.OWNER, Purpose.DELIVERY, "for Demo Person"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckpointSignedBeforeRangesKnewTheirClusterStillVerifies() {
        var entry = database.list(seller, vault -> vault.journal().latest(1)).get(0);
        database.asOwner("DELETE FROM vault_checkpoint");
        database.asOwner("DELETE FROM vault_journal WHERE entry_id <> '" + entry.id() + "'");
        var hash = CheckpointOfBefore.hash(seller, entry);
        database.asOwner(
                """
                INSERT INTO vault_checkpoint
                       (seller_id, format, number, made_at, from_xact, to_xact, entries, hash, signature)
                SELECT seller_id, 1, 1, at, '0', (xact::text::bigint + 1)::text::xid8, 1, '\\x%s', '\\x%s'
                  FROM vault_journal
                """
                        .formatted(
                                HexFormat.of().formatHex(hash),
                                HexFormat.of().formatHex(CheckpointOfBefore.signed(keys(), hash))));
        database.run(seller, vault -> look(vault, DELIVERY));
        database.checkpoint(seller);
        var check = database.in(seller, vault -> vault.journal().check());
        assertThat(check.flaws()).isEmpty();
        assertThat(check.covered()).isEqualTo(2);

        database.asOwner("UPDATE vault_journal SET reason = 'OTHER' WHERE entry_id = '" + entry.id() + "'");
        assertThat(flaws()).extracting(JournalFlaw::checkpoint).containsExactly(1);
    }

    private List<JournalFlaw> flaws() {
        return database.in(seller, vault -> vault.journal().check()).flaws();
    }
}

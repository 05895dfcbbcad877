package app.counterfoil.vault.check;

import static app.counterfoil.vault.store.Stories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.check.RecordFlaw.Why;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.Stories.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forty buyers, sealed for two purposes; whatever becomes of a record or of its secrets, the check knows or names it. */
class SealedRecordsCheckTest extends OneShopsVault {

    private static final int BUYERS = 40;
    private static final String ONE =
            "(SELECT min(record_id::text)::uuid FROM vault_record WHERE purpose = 'DELIVERY')";

    private record Found(long opened, long ended, long secrets, List<RecordFlaw> flaws) {}

    private final List<SubjectId> buyers = new ArrayList<>();

    @BeforeEach
    void fortyBuyers() {
        var sealings = new ArrayList<Sealing<Contact>>();
        for (int i = 0; i < BUYERS; i++) {
            var buyer = SubjectId.random();
            buyers.add(buyer);
            for (var kind : List.of(DELIVERY, SERVICE)) {
                sealings.add(new Sealing<>(
                        kind, UUID.randomUUID(), buyer, clock.today().plusDays(10 + i % 3), contact(i)));
            }
        }
        database.run(seller, vault -> vault.seal(sealings));
    }

    @Test
    void everyRecordOpensAndNothingIsJournalled() {
        var found = check();
        assertThat(found.flaws()).isEmpty();
        assertThat(found.opened()).isEqualTo(2 * BUYERS);
        assertThat(found.ended()).isZero();
        assertThat(found.secrets()).as("six days and two months").isEqualTo(8);
        assertThat(database.count("SELECT count(*) FROM vault_journal")).isZero();
    }

    @Test
    void fewRecordsAreLookedAtPurposeByPurposeAndManyByHalves() {
        assertThat(ranges()).isEqualTo(RecordRange.ofAll());
        database.asOwner(
                """
                INSERT INTO vault_subject_secret (seller_id, subject_id, purpose, destroyed_on, rule)
                SELECT '%s', gen_random_uuid(), 'DELIVERY', current_date, 'TEST' FROM generate_series(1, 20000)
                """
                        .formatted(seller));
        assertThat(ranges()).isEqualTo(RecordRange.ofHalves());
    }

    private List<RecordRange> ranges() {
        return database.in(seller, vault -> vault.checks().ranges());
    }

    @Test
    void anotherSellersRecordsAreNotLookedAt() {
        database.run(
                UUID.randomUUID(),
                vault -> vault.seal(List.of(new Sealing<>(
                        DELIVERY,
                        UUID.randomUUID(),
                        SubjectId.random(),
                        clock.today().plusDays(9),
                        contact(1)))));
        assertThat(check().opened()).isEqualTo(2 * BUYERS);
    }

    @Test
    void whoWasForgottenIsNoFlaw() {
        database.run(seller, vault -> vault.forget(buyers.subList(0, 5), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        var found = check();
        assertThat(found.flaws()).isEmpty();
        assertThat(found.opened()).isEqualTo(2 * BUYERS - 5);
    }

    @Test
    void rowsThatOutliveTheirDestroyedSecretAreCountedAsEnded() {
        database.asOwner(
                """
                UPDATE vault_subject_secret SET wrapped = NULL, destroyed_on = '2026-01-15', rule = 'ERASURE_REQUEST'
                 WHERE purpose = 'SERVICE'
                """);
        var found = check();
        assertThat(found.flaws()).isEmpty();
        assertThat(found.ended()).isEqualTo(BUYERS);
    }

    @Test
    void endedDaysWhoseRowsAreStillThereAreCountedAsEnded() {
        clock.forward(11);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        var found = check();
        assertThat(found.flaws()).isEmpty();
        assertThat(found.ended()).isPositive();
        assertThat(found.ended() + found.opened()).isEqualTo(2 * BUYERS);
    }

    @Test
    void aDayThatCameAndWasNotEndedIsNamedWithItsSecret() {
        clock.forward(11);
        var found = check();
        assertThat(found.flaws()).isNotEmpty().allMatch(flaw -> flaw.why() == Why.OUTLIVED_ITS_DAY);
        assertThat(found.flaws()).extracting(RecordFlaw::what).contains("test.contact-delivery", "secret of the day");
        assertThat(found.opened()).as("of the days to come, and today").isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sealed = set_byte(sealed, 69, get_byte(sealed, 69) # 1) | DOES_NOT_OPEN",
                "sealed = set_byte(sealed, 9, get_byte(sealed, 9) # 128) | DOES_NOT_OPEN",
                "sealed = '\\x01' | DOES_NOT_OPEN",
                "record_id = gen_random_uuid() | DOES_NOT_OPEN",
                "kind = 'test.other' | DOES_NOT_OPEN",
                "version = version + 1 | DOES_NOT_OPEN",
                "subject_id = gen_random_uuid() | NO_SUBJECT_SECRET",
                "expires_on = expires_on + 7 | NO_DAY_SECRET",
                "purpose = 'SERVICE' | DOES_NOT_OPEN"
            })
    void aRecordThatWasChangedIsNamed(String change, Why why) {
        database.asOwner("UPDATE vault_record SET " + change + " WHERE purpose = 'DELIVERY' AND record_id = " + ONE);
        var found = check();
        assertThat(found.flaws()).hasSize(1);
        assertThat(found.flaws().get(0).why()).isEqualTo(why);
        assertThat(found.opened()).isEqualTo(2 * BUYERS - 1);
    }

    @Test
    void twoSubjectsWhoseSecretsChangedPlacesAreNamed() {
        database.asOwner(
                """
                UPDATE vault_subject_secret held SET wrapped = other.wrapped
                  FROM (SELECT subject_id, wrapped FROM vault_subject_secret
                         WHERE purpose = 'DELIVERY' ORDER BY subject_id LIMIT 1) other
                 WHERE held.purpose = 'DELIVERY' AND held.subject_id =
                       (SELECT subject_id FROM vault_subject_secret
                         WHERE purpose = 'DELIVERY' ORDER BY subject_id DESC LIMIT 1)
                """);
        assertThat(check().flaws()).singleElement().satisfies(flaw -> assertThat(flaw.why())
                .isEqualTo(Why.DOES_NOT_OPEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM vault_subject_secret WHERE purpose = 'DELIVERY' | NO_SUBJECT_SECRET | 40",
                "DELETE FROM vault_bucket_secret WHERE purpose = 'DELIVERY' | NO_DAY_SECRET | 40",
                "DELETE FROM vault_group_key | NO_GROUP_KEY | 80",
                "UPDATE vault_group_key SET epoch = 77 | NO_EPOCH_KEY | 80",
                "UPDATE vault_group_key SET wrapped = sha256(wrapped) | DOES_NOT_OPEN | 80",
                "UPDATE vault_bucket_secret SET wrapped = sha256(wrapped) WHERE purpose = 'SERVICE' | DOES_NOT_OPEN | 43",
                "UPDATE vault_index_key SET wrapped = sha256(wrapped) WHERE purpose = 'SERVICE' | DOES_NOT_OPEN | 1"
            })
    void secretsThatAreGoneOrChangedAreNamedWithWhatTheyTakeAlong(String change, Why why, int named) {
        database.asOwner(change);
        assertThat(check().flaws()).hasSize(named).allMatch(flaw -> flaw.why() == why);
    }

    @Test
    void aSecretThatNoRecordNeedsIsLookedAtToo() {
        database.asOwner("DELETE FROM vault_record WHERE purpose = 'SERVICE'");
        var whole = check();
        assertThat(whole.flaws()).isEmpty();
        assertThat(whole.secrets()).isEqualTo(8 + BUYERS);
        database.asOwner(
                """
                UPDATE vault_subject_secret SET wrapped = sha256(wrapped)
                 WHERE purpose = 'SERVICE' AND subject_id = '%s'
                """
                        .formatted(buyers.get(7).value()));
        assertThat(check().flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.what()).isEqualTo("secret of a data subject");
            assertThat(flaw.id()).isEqualTo(buyers.get(7).value());
        });
    }

    @Test
    void keptCredentialsThatCannotBeReadAreTold() {
        var whole = UUID.randomUUID();
        var damaged = UUID.randomUUID();
        database.run(seller, vault -> {
            vault.credentials().keep(whole, new byte[] {1, 2, 3});
            vault.credentials().keep(damaged, new byte[] {4, 5, 6});
        });
        database.asOwner("UPDATE vault_kept_secret SET wrapped = sha256(wrapped) WHERE secret_id = '" + damaged + "'");
        assertThat(database.<Map<UUID, Boolean>>in(
                        seller, vault -> vault.credentials().readable()))
                .containsEntry(whole, true)
                .containsEntry(damaged, false)
                .hasSize(2);
    }

    /** However the records are parted. */
    private Found check() {
        var found = check(RecordRange.ofAll());
        var byHalves = check(RecordRange.ofHalves());
        assertThat(byHalves.flaws()).containsExactlyInAnyOrderElementsOf(found.flaws());
        assertThat(List.of(byHalves.opened(), byHalves.ended(), byHalves.secrets()))
                .containsExactly(found.opened(), found.ended(), found.secrets());
        return found;
    }

    private Found check(List<RecordRange> ranges) {
        var parts = ranges.stream()
                .map(range -> database.in(seller, vault -> vault.checks().sealedRecords(range)))
                .toList();
        return new Found(
                parts.stream().mapToLong(RecordCheck::opened).sum(),
                parts.stream().mapToLong(RecordCheck::ended).sum(),
                parts.stream().mapToLong(RecordCheck::secrets).sum(),
                parts.stream().flatMap(part -> part.flaws().stream()).toList());
    }
}

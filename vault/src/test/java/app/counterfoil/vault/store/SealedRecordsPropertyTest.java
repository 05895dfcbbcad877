package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Stories.Contact;
import app.counterfoil.vault.store.Stories.ContactKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for any records, subjects, days and destructions; the seed is printed, so that a failure comes back. */
class SealedRecordsPropertyTest extends OneShopsVault {

    private static final int RECORDS = 1_000;
    private static final List<ContactKind> KINDS = List.of(
            new ContactKind(Purpose.DELIVERY), new ContactKind(Purpose.SERVICE), new ContactKind(Purpose.TAX_RECORD));

    private record Held(ContactKind kind, UUID id, SubjectId subject, LocalDate endsOn, Contact contact) {}

    private final long seed = Long.getLong("counterfoil.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Held> all = new ArrayList<>();

    @BeforeEach
    void aThousandRecordsOfTwoHundredSubjectsOnFortyDays() {
        System.out.println("seed " + seed + " (repeat with -Dcounterfoil.seed=" + seed + ")");
        var subjects = new ArrayList<SubjectId>();
        for (int i = 0; i < RECORDS / 5; i++) {
            subjects.add(SubjectId.random());
        }
        for (int i = 0; i < RECORDS; i++) {
            all.add(new Held(
                    KINDS.get(random.nextInt(KINDS.size())),
                    UUID.randomUUID(),
                    subjects.get(random.nextInt(subjects.size())),
                    clock.today().plusDays(1 + random.nextInt(40)),
                    contact(i)));
        }
        var sealings = all.stream()
                .map(held -> new Sealing<>(held.kind(), held.id(), held.subject(), held.endsOn(), held.contact()))
                .toList();
        database.run(seller, vault -> vault.seal(sealings));
    }

    @Test
    void withNothingDestroyedEverythingOpensAsItWasSealed() {
        var opened = openAll();
        assertThat(all)
                .allSatisfy(held -> assertThat(opened.get(held.id()).opened()).contains(held.contact()));
    }

    @Test
    void anyTwoCellsSwappedInPlaceNeverOpen() {
        for (int round = 0; round < 5; round++) {
            int step = 1 + random.nextInt(RECORDS - 1);
            rotateCells(step, RECORDS);
            assertThat(openAll().values()).hasSize(RECORDS).allMatch(Outcome.Damaged.class::isInstance);
            rotateCells(RECORDS - step, RECORDS);
        }
        withNothingDestroyedEverythingOpensAsItWasSealed();
    }

    @Test
    void anotherPurposesSecretNeverOpens() {
        database.asOwner(
                """
                UPDATE vault_subject_secret held
                   SET wrapped = other.wrapped, group_id = other.group_id
                  FROM (SELECT seller_id, subject_id, purpose, wrapped, group_id FROM vault_subject_secret) other
                 WHERE held.seller_id = other.seller_id AND held.subject_id = other.subject_id
                   AND held.purpose = 'DELIVERY' AND other.purpose = 'SERVICE'
                """);
        var both = subjectsOf(Purpose.DELIVERY);
        both.retainAll(subjectsOf(Purpose.SERVICE));
        var opened = openAll();
        assertThat(both).isNotEmpty();
        assertThat(all)
                .filteredOn(held -> held.kind().purpose() == Purpose.DELIVERY)
                .allSatisfy(held -> assertThat(opened.get(held.id()))
                        .isInstanceOf(both.contains(held.subject()) ? Outcome.Damaged.class : Outcome.Opened.class));
    }

    @Test
    void anotherDaysBucketSecretNeverOpens() {
        database.asOwner(
                """
                UPDATE vault_bucket_secret bucket
                   SET wrapped = other.wrapped
                  FROM (SELECT purpose, expires_on, wrapped FROM vault_bucket_secret) other
                 WHERE bucket.purpose = other.purpose AND other.expires_on = bucket.expires_on + 1
                """);
        var days = new HashSet<Map.Entry<Purpose, LocalDate>>();
        all.forEach(held -> days.add(Map.entry(held.kind().purpose(), held.endsOn())));
        var opened = openAll();
        assertThat(all).allSatisfy(held -> assertThat(opened.get(held.id()))
                .isInstanceOf(
                        days.contains(Map.entry(
                                        held.kind().purpose(), held.endsOn().plusDays(1)))
                                ? Outcome.Damaged.class
                                : Outcome.Opened.class));
    }

    @Test
    void destroyingSubjectsAndDaysEndsExactlyWhatIsTheirs() {
        var forgotten = new HashMap<Purpose, Set<SubjectId>>();
        for (var kind : KINDS) {
            var some = subjectsOf(kind.purpose());
            some.removeIf(subject -> random.nextInt(4) != 0);
            forgotten.put(kind.purpose(), some);
            database.run(seller, vault -> vault.forget(some, Set.of(kind.purpose()), "ERASURE_REQUEST"));
        }
        clock.forward(random.nextInt(40));
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        if (random.nextBoolean()) {
            database.run(seller, vault -> vault.erasures().removeRemains());
        }
        var opened = openAll();
        assertThat(all).allSatisfy(held -> {
            boolean lives = held.endsOn().isAfter(clock.today())
                    && !forgotten.get(held.kind().purpose()).contains(held.subject());
            assertThat(opened.get(held.id()).opened().isPresent()).isEqualTo(lives);
        });
    }

    @Test
    void eachOfTheTwoSecretsAloneEndsARecordWhileItsDayIsStillAhead() {
        var forgotten = new HashMap<Purpose, Set<SubjectId>>();
        for (var kind : KINDS) {
            var some = subjectsOf(kind.purpose());
            some.removeIf(subject -> random.nextBoolean());
            forgotten.put(kind.purpose(), some);
            database.run(seller, vault -> vault.forget(some, Set.of(kind.purpose()), "ERASURE_REQUEST"));
        }
        var days = new HashSet<LocalDate>();
        for (int day = 1; day <= 40; day++) {
            if (random.nextBoolean()) {
                days.add(clock.today().plusDays(day));
            }
        }
        days.forEach(day -> database.asOwner(
                "UPDATE vault_bucket_secret SET wrapped = NULL, destroyed_at = now() WHERE expires_on = '" + day
                        + "'"));
        var opened = openAll();
        assertThat(all).allSatisfy(held -> {
            boolean subjectLives = !forgotten.get(held.kind().purpose()).contains(held.subject());
            boolean bucketLives = !days.contains(held.endsOn());
            assertThat(opened.get(held.id()))
                    .isInstanceOf(
                            !subjectLives
                                    ? Outcome.Forgotten.class
                                    : bucketLives ? Outcome.Opened.class : Outcome.Ended.class);
        });
        // Of so many the rows follow; those of a day that is still ahead stay until it has come.
        database.run(seller, vault -> vault.erasures().removeRemains());
        var livingRows = all.stream()
                .filter(held -> !forgotten.get(held.kind().purpose()).contains(held.subject()))
                .count();
        assertThat(database.count("SELECT count(*) FROM vault_record")).isEqualTo(livingRows);
    }

    @Test
    void noTwoRecordsUnderTheSameTwoSecretsCanStandInForEachOther() {
        int alike = 12;
        var kind = KINDS.get(0);
        var subject = SubjectId.random();
        var refs = new ArrayList<RecordRef>();
        var sealings = new ArrayList<Sealing<Contact>>();
        for (int i = 0; i < alike; i++) {
            refs.add(new RecordRef(UUID.randomUUID(), subject));
            sealings.add(
                    new Sealing<>(kind, refs.get(i).id(), subject, clock.today().plusDays(9), contact(i)));
        }
        database.asOwner("DELETE FROM vault_record");
        database.run(seller, vault -> vault.seal(sealings));
        // Over all steps each record has stood in the place of each other one.
        for (int step = 1; step < alike; step++) {
            rotateCells(step, alike);
            assertThat(database.in(seller, vault -> vault.open(opening(kind.purpose()), kind, refs))
                            .values())
                    .hasSize(alike)
                    .allMatch(Outcome.Damaged.class::isInstance);
            rotateCells(alike - step, alike);
        }
        assertThat(database.in(seller, vault -> vault.open(opening(kind.purpose()), kind, refs))
                        .values())
                .allMatch(Outcome.Opened.class::isInstance);
    }

    private Set<SubjectId> subjectsOf(Purpose purpose) {
        var subjects = new HashSet<SubjectId>();
        all.stream().filter(held -> held.kind().purpose() == purpose).forEach(held -> subjects.add(held.subject()));
        return subjects;
    }

    private Map<UUID, Outcome<Contact>> openAll() {
        var outcomes = new HashMap<UUID, Outcome<Contact>>();
        for (var kind : KINDS) {
            var refs = all.stream()
                    .filter(held -> held.kind().equals(kind))
                    .map(held -> new RecordRef(held.id(), held.subject()))
                    .toList();
            outcomes.putAll(database.in(seller, vault -> vault.open(opening(kind.purpose()), kind, refs)));
        }
        return outcomes;
    }

    private void rotateCells(int step, int records) {
        database.asOwner(
                """
                WITH numbered AS (
                    SELECT record_id, sealed, row_number() OVER (ORDER BY record_id) - 1 AS place FROM vault_record)
                UPDATE vault_record record
                   SET sealed = other.sealed
                  FROM numbered mine
                  JOIN numbered other ON other.place = (mine.place + %d) %% %d
                 WHERE record.record_id = mine.record_id
                """
                        .formatted(step, records));
    }
}

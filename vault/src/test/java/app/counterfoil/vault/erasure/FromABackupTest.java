package app.counterfoil.vault.erasure;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.ledger.LedgerDoesNotFit;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.Stories.Contact;
import app.counterfoil.vault.store.VaultDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that comes back from a backup forgets again what it had forgotten, before anything of it is opened. */
class FromABackupTest extends OneShopsVault {

    private static final List<String> TABLES = List.of(
            "vault_record",
            "vault_group_key",
            "vault_subject_secret",
            "vault_bucket_secret",
            "vault_index_key",
            "vault_ledger_position",
            "vault_destruction");

    private final List<Sealing<Contact>> people = new ArrayList<>();

    @BeforeEach
    void fortyPeopleAreHeldForDelivery() {
        for (int i = 0; i < 40; i++) {
            people.add(new Sealing<>(
                    DELIVERY,
                    UUID.randomUUID(),
                    SubjectId.random(),
                    clock.today().plusDays(i < 30 ? 30 : 3),
                    contact(i)));
        }
        database.run(seller, vault -> vault.seal(people));
    }

    @Test
    void twentyErasedPeopleAreErasedAgainWheneverTheBackupWasMade() {
        backUp("before");
        forget(people.subList(0, 10));
        backUp("during");
        forget(people.subList(10, 20));
        backUp("after");

        assertReplayed("before", new Replayed(20, 20, 0, 20));
        assertReplayed("during", new Replayed(10, 10, 0, 10));
        assertReplayed("after", Replayed.NOTHING);
    }

    @Test
    void aDayThatHasEndedEndsAgain() {
        backUp("before");
        clock.forward(3);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        restore("before");
        assertThat(database.<Replayed>in(seller, vault -> vault.erasures().followLedger()))
                .isEqualTo(new Replayed(1, 0, 1, 10));
        assertThat(readable()).isEqualTo(30);
    }

    @Test
    void somebodyForgottenBeforeTheBackupKnewThemIsNotTakenInAgain() {
        var late = new Sealing<>(
                DELIVERY, UUID.randomUUID(), SubjectId.random(), clock.today().plusDays(9), contact(77));
        backUp("before");
        database.run(seller, vault -> vault.seal(List.of(late)));
        forget(List.of(late));
        restore("before");
        database.run(seller, vault -> vault.erasures().followLedger());
        assertThatThrownBy(() -> database.run(seller, vault -> vault.seal(List.of(late))))
                .isInstanceOf(SubjectForgotten.class);
    }

    @Test
    void aPageThatNamesThemAgainIsTakenInWithoutThemAndSaysSo() {
        var erased = new Sealing<>(
                DELIVERY, UUID.randomUUID(), SubjectId.random(), clock.today().plusDays(9), contact(77));
        var other = new Sealing<>(
                DELIVERY, UUID.randomUUID(), SubjectId.random(), clock.today().plusDays(9), contact(78));
        backUp("before");
        database.run(seller, vault -> vault.seal(List.of(erased)));
        forget(List.of(erased));
        restore("before");
        database.run(seller, vault -> vault.erasures().followLedger());
        var leftOut = database.in(seller, vault -> vault.sealWithoutForgotten(List.of(erased, other)));
        assertThat(leftOut).containsExactly(erased);
        assertThat(look(erased)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(look(other).opened()).contains(contact(78));
    }

    @Test
    void aTurnOfTheEpochTakesNobodyAlongWhomTheLedgerHasForgotten() {
        backUp("before");
        forget(people.subList(0, 10));
        restore("before");
        var turned = database.turnEpoch(Duration.ofDays(7), List.of(seller));
        assertThat(turned.renewed().groups()).as("those who lost somebody").isPositive();
        assertThat(readable()).isEqualTo(30);
        assertThat(database.<Replayed>in(seller, vault -> vault.erasures().followLedger()))
                .isEqualTo(Replayed.NOTHING);
    }

    @Test
    void whatACrashHasKeptFromBeingDoneIsDoneByTheNextDestruction() {
        try (var underWay = database.transaction(seller)) {
            database.vault()
                    .of(seller, underWay)
                    .forget(subjects(people.subList(0, 5)), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST");
            underWay.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        assertThat(readable()).isEqualTo(40);
        forget(people.subList(5, 6));
        assertThat(readable()).isEqualTo(34);
        assertThat(database.<Replayed>in(seller, vault -> vault.erasures().followLedger()))
                .isEqualTo(Replayed.NOTHING);
    }

    @Test
    void aLedgerThatEndsBeforeTheDatabaseIsRefused() throws IOException {
        forget(people.subList(0, 2));
        var ledger = keys().resolve("erasures");
        var whole = Files.readAllLines(ledger);
        forget(people.subList(2, 3));
        Files.write(ledger, whole);
        assertThatThrownBy(
                        () -> restarted().run(seller, vault -> vault.erasures().followLedger()))
                .isInstanceOf(LedgerDoesNotFit.class)
                .hasMessageContaining("ends at entry 2, but the database knows entry 3");
    }

    @Test
    void aLedgerThatWentOnApartIsRefused() throws IOException {
        forget(people.subList(0, 2));
        backUp("common");
        var ledger = keys().resolve("erasures");
        var common = Files.readAllLines(ledger);
        forget(people.subList(2, 4));
        Files.write(ledger, common);
        // Elsewhere, from the same beginning, somebody else is forgotten.
        backUp("one way");
        restore("common");
        var elsewhere = restarted();
        elsewhere.run(seller, vault -> vault.forget(subjects(people.subList(7, 9)), Set.of(Purpose.DELIVERY), "OTHER"));
        restore("one way");
        assertThatThrownBy(
                        () -> restarted().run(seller, vault -> vault.erasures().followLedger()))
                .isInstanceOf(LedgerDoesNotFit.class)
                .hasMessageContaining("disagree about entry 4");
    }

    private void assertReplayed(String backup, Replayed expected) {
        restore(backup);
        assertThat(database.<Replayed>in(seller, vault -> vault.erasures().followLedger()))
                .isEqualTo(expected);
        assertThat(readable()).isEqualTo(20);
        for (var person : people.subList(0, 20)) {
            assertThat(look(person)).isInstanceOf(Outcome.Forgotten.class);
        }
    }

    private long readable() {
        return people.stream()
                .filter(person -> look(person).opened().isPresent())
                .count();
    }

    private Outcome<Contact> look(Sealing<Contact> person) {
        return database.in(
                        seller,
                        vault -> vault.open(
                                opening(Purpose.DELIVERY),
                                DELIVERY,
                                List.of(new RecordRef(person.id(), person.subject()))))
                .get(person.id());
    }

    private void forget(List<Sealing<Contact>> some) {
        database.run(seller, vault -> vault.forget(subjects(some), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
    }

    private static List<SubjectId> subjects(List<Sealing<Contact>> some) {
        return some.stream().map(Sealing::subject).toList();
    }

    private void backUp(String name) {
        for (var table : TABLES) {
            database.asOwner("CREATE TABLE \"%s of %s\" AS SELECT * FROM %s".formatted(name, table, table));
        }
    }

    private void restore(String name) {
        for (var table : TABLES) {
            database.asOwner(
                    "DELETE FROM %s; INSERT INTO %s SELECT * FROM \"%s of %s\"".formatted(table, table, name, table));
        }
    }

    /** The program started again on the same database, keys and ledger. */
    private VaultDatabase restarted() {
        return database.restarted(keys(), clock);
    }
}

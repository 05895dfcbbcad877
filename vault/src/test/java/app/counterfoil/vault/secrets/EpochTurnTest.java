package app.counterfoil.vault.secrets;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.SellerVault;
import app.counterfoil.vault.store.Stories.Contact;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The epoch turns while everything goes on, and whatever stops it in the middle is made good by the next turn. */
class EpochTurnTest extends OneShopsVault {

    private static final Duration HORIZON = Duration.ofDays(7);

    @Test
    void everyKeyIsBroughtUnderTheNewEpochAndEverybodyOpens() {
        var people = sealed(1_200);
        database.run(seller, vault -> vault.credentials().keep(UUID.randomUUID(), new byte[] {1, 2, 3}));
        var turned = database.turnEpoch(HORIZON, List.of(seller));
        assertThat(turned.epoch()).isEqualTo(2);
        assertThat(turned.renewed().groups()).isZero();
        for (var table : List.of("vault_group_key", "vault_bucket_secret", "vault_index_key", "vault_kept_secret")) {
            assertThat(database.count("SELECT count(*) FROM " + table + " WHERE epoch = 1"))
                    .as(table)
                    .isZero();
            assertThat(database.count("SELECT count(*) FROM " + table))
                    .as(table)
                    .isPositive();
        }
        assertThat(readable(people)).isEqualTo(1_200);
    }

    @Test
    void aGroupThatLostAMemberGetsANewKeyAndKeepsItsSurvivors() {
        var people = sealed(50);
        forget(people.get(7));
        assertThat(database.turnEpoch(HORIZON, List.of(seller)).renewed().groups())
                .isOne();
        assertThat(readable(people)).isEqualTo(49);
        assertThat(database.count(
                        "SELECT count(*) FROM vault_subject_secret WHERE wrapped IS NULL AND group_id IS NULL"))
                .as("the member lost, and the place taken for a purpose she was not held for")
                .isEqualTo(2);
        // Nobody was lost since.
        assertThat(database.turnEpoch(HORIZON, List.of(seller)).renewed().groups())
                .isZero();
        assertThat(readable(people)).isEqualTo(49);
    }

    @Test
    void ordersComeInPeopleAreForgottenAndPagesOpenWhileTheEpochTurns() throws InterruptedException {
        var people = new ConcurrentLinkedQueue<>(sealed(400));
        var forgotten = new ConcurrentLinkedQueue<Sealing<Contact>>();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var over = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(3);
        threads.execute(() -> untilOver(over, failures, () -> people.addAll(sealed(20))));
        threads.execute(() -> untilOver(over, failures, () -> {
            var next = people.poll();
            if (next != null) {
                forget(next);
                forgotten.add(next);
            }
        }));
        threads.execute(
                () -> untilOver(over, failures, () -> {
                    var some = people.stream().limit(50).toList();
                    var damaged = database
                            .in(seller, vault -> vault.open(opening(Purpose.DELIVERY), DELIVERY, refs(some)))
                            .values()
                            .stream()
                            .filter(outcome ->
                                    outcome.opened().isEmpty() && !(outcome instanceof Outcome.Forgotten<Contact>))
                            .count();
                    assertThat(damaged).isZero();
                }));
        for (int i = 0; i < 12; i++) {
            database.turnEpoch(HORIZON, List.of(seller));
        }
        over.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
        database.turnEpoch(HORIZON, List.of(seller));
        assertThat(readable(List.copyOf(people))).isEqualTo(people.size());
        assertThat(readable(List.copyOf(forgotten))).isZero();
    }

    @Test
    void stoppedAfterAnyOfItsStepsTheNextTurnEndsRight() {
        var people = sealed(30);
        for (int step = 0; step < 12; step++) {
            forget(people.remove(0));
            int dies = step;
            var epoch = database.ring().current();
            assertThatThrownBy(() -> dying(dies)).isInstanceOf(Died.class);
            assertThat(database.ring().unfinishedTurn()).hasValue(epoch + 1);
            assertThat(readable(people)).isEqualTo(people.size());
            assertThat(database.turnEpoch(HORIZON, List.of(seller)).epoch()).isEqualTo(epoch + 1);
            assertThat(database.ring().unfinishedTurn()).isEmpty();
            assertThat(readable(people)).isEqualTo(people.size());
            assertThat(database.count("SELECT count(*) FROM vault_group_key WHERE epoch <= " + epoch))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vault_kept_secret, false, 5",
        "vault_bucket_secret, false, 0",
        "vault_index_key, false, 5",
        "vault_group_key, false, 0",
        "vault_group_key, true, 0",
        "vault_subject_secret, true, 4"
    })
    void aDamagedKeyHoldsUpNobodyAndNoEpoch(String table, boolean somebodyIsLost, int stillReadable) {
        var damaged = UUID.randomUUID();
        var there = sealed(5);
        var here = sealed(damaged, 6);
        database.run(damaged, vault -> vault.credentials().keep(UUID.randomUUID(), new byte[] {1}));
        if (somebodyIsLost) {
            forget(damaged, here.get(5));
        }
        damageOne(table, damaged);
        for (int night = 0; night < 9; night++) {
            clock.forward(1);
            var turned = database.turnEpoch(HORIZON, List.of(damaged, seller));
            // A group that has its new key is not looked into any more.
            var looked = night == 0 || !table.equals("vault_subject_secret");
            assertThat(turned.unreadable()).isEqualTo(looked ? Map.of(damaged, 1) : Map.of());
            assertThat(database.ring().unfinishedTurn()).isEmpty();
        }
        assertThat(database.ring().epochs()).containsExactlyInAnyOrder(4, 5, 6, 7, 8, 9, 10);
        assertThat(readable(there)).isEqualTo(5);
        assertThat(readable(damaged, here.subList(0, 5))).isEqualTo(stillReadable);
    }

    @Test
    void aDamagedKeyThatABackupMendsWithinTheHorizonIsRenewedLikeAnyOther() {
        var id = UUID.randomUUID();
        database.run(seller, vault -> vault.credentials().keep(id, new byte[] {1}));
        var intact = database.text("SELECT wrapped::text FROM vault_kept_secret");
        damageOne("vault_kept_secret", seller);
        for (int night = 0; night < 5; night++) {
            clock.forward(1);
            assertThat(database.turnEpoch(HORIZON, List.of(seller)).unreadable())
                    .isEqualTo(Map.of(seller, 1));
        }
        assertThat(oldest(seller)).isOne();
        database.asOwner("UPDATE vault_kept_secret SET wrapped = '" + intact + "'");
        assertThat(database.turnEpoch(HORIZON, List.of(seller)).unreadable()).isEmpty();
        assertThat(oldest(seller)).isEqualTo(database.ring().current());
        Optional<byte[]> kept = database.in(seller, vault -> vault.credentials().kept(id));
        assertThat(kept).isPresent();
    }

    @Test
    void aSellerOfWhomNobodyKnowsWhichKeysItNeedsKeepsAllOfThem() {
        sealed(5);
        database.turnEpoch(HORIZON, List.of(seller));
        clock.forward(10);
        assertThatThrownBy(() -> new EpochTurn(database.ring(), HORIZON).turn(outOfReach(), renewed -> {}))
                .isInstanceOf(EpochNotTurned.class);
        assertThat(database.ring().epochs()).containsExactlyInAnyOrder(1, 2, 3);
    }

    private EpochTurn.Sellers outOfReach() {
        return new EpochTurn.Sellers() {
            @Override
            public List<UUID> all() {
                return List.of(seller);
            }

            @Override
            public void followLedger(UUID asked) {
                throw new IllegalStateException("out of reach");
            }

            @Override
            public <T> T in(UUID asked, Function<Renewal, T> work) {
                throw new IllegalStateException("out of reach");
            }

            @Override
            public void forNoSeller(Consumer<Connection> work) {
                database.forNoSeller(work);
            }
        };
    }

    /** Changes one key of the seller past the program. */
    private void damageOne(String table, UUID damaged) {
        database.asOwner("UPDATE " + table + " SET wrapped = overlay(wrapped placing '\\x00ff00ff' from 9) WHERE ctid ="
                + " (SELECT ctid FROM " + table + " WHERE seller_id = '" + damaged
                + "' AND wrapped IS NOT NULL LIMIT 1)");
    }

    private int oldest(UUID asked) {
        return (int) database.count(
                """
                SELECT LEAST((SELECT min(epoch) FROM vault_group_key WHERE seller_id = '%1$s'),
                             (SELECT min(epoch) FROM vault_bucket_secret WHERE seller_id = '%1$s'),
                             (SELECT min(epoch) FROM vault_index_key WHERE seller_id = '%1$s'),
                             (SELECT min(epoch) FROM vault_kept_secret WHERE seller_id = '%1$s'))
                """
                        .formatted(asked));
    }

    /** Nothing of the program goes on after it. */
    private static final class Died extends Error {}

    /** Dies in the given step, whose transaction is rolled back; past the last step it dies at the end. */
    private void dying(int dies) {
        new EpochTurn(database.ring(), HORIZON).turn(new DyingAtStep(dies), renewed -> {});
    }

    private final class DyingAtStep implements EpochTurn.Sellers {

        private final int dies;
        private int step;

        DyingAtStep(int dies) {
            this.dies = dies;
        }

        @Override
        public List<UUID> all() {
            return List.of(seller);
        }

        @Override
        public void followLedger(UUID asked) {
            var unused = step(vault -> vault.erasures().followLedger());
        }

        @Override
        public <T> T in(UUID asked, Function<Renewal, T> work) {
            return step(vault -> work.apply(vault.renewal()));
        }

        private <T> T step(Function<SellerVault, T> work) {
            var done = database.in(seller, vault -> {
                var result = work.apply(vault);
                if (step == dies) {
                    throw new Died();
                }
                return result;
            });
            step++;
            if (done.equals(database.ring().current())) {
                throw new Died();
            }
            return done;
        }

        @Override
        public void forNoSeller(Consumer<Connection> work) {
            database.forNoSeller(work);
        }
    }

    private static void untilOver(AtomicBoolean over, ConcurrentLinkedQueue<Throwable> failures, Runnable work) {
        try {
            while (!over.get()) {
                work.run();
            }
        } catch (RuntimeException | AssertionError failed) {
            failures.add(failed);
        }
    }

    private List<Sealing<Contact>> sealed(int count) {
        return sealed(seller, count);
    }

    private List<Sealing<Contact>> sealed(UUID shop, int count) {
        var people = new ArrayList<Sealing<Contact>>();
        for (int i = 0; i < count; i++) {
            people.add(new Sealing<>(
                    DELIVERY,
                    UUID.randomUUID(),
                    SubjectId.random(),
                    clock.today().plusDays(30),
                    contact(i)));
        }
        database.run(shop, vault -> vault.seal(people));
        return people;
    }

    private void forget(Sealing<Contact> person) {
        forget(seller, person);
    }

    private void forget(UUID shop, Sealing<Contact> person) {
        database.run(
                shop,
                vault -> vault.forget(
                        List.of(person.subject()), Set.of(Purpose.DELIVERY, SERVICE.purpose()), "ERASURE_REQUEST"));
    }

    private long readable(List<Sealing<Contact>> people) {
        return readable(seller, people);
    }

    private long readable(UUID shop, List<Sealing<Contact>> people) {
        return database
                .in(shop, vault -> vault.open(opening(Purpose.DELIVERY), DELIVERY, refs(people)))
                .values()
                .stream()
                .filter(outcome -> outcome.opened().isPresent())
                .count();
    }

    private static List<RecordRef> refs(List<Sealing<Contact>> people) {
        return people.stream()
                .map(person -> new RecordRef(person.id(), person.subject()))
                .toList();
    }
}

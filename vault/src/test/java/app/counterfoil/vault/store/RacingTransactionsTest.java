package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.AlreadySealed;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.RecordsMoved;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.store.Stories.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two transactions that want the same person's records at the same time, on two connections. */
class RacingTransactionsTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForAWeek() {
        database.run(seller, seal(order, buyer, 7, 1));
    }

    @Test
    void anEditIsNotLostToTheCarryingOnThatWaitedForIt() {
        database.whileUnderWay(seller, replace(7, 2), carryOnTo(14));
        assertThat(look(DELIVERY).opened()).contains(contact(2));
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
        database.run(seller, carryOnTo(21));
        assertThat(look(DELIVERY))
                .isEqualTo(new Outcome.Opened<>(contact(2), buyer, clock.today().plusDays(21)));
    }

    @Test
    void anEditThatWaitedForTheCarryingOnReplacesTheRecordWhereItIsNow() {
        database.whileUnderWay(seller, carryOnTo(14), replace(7, 2));
        assertThat(look(DELIVERY))
                .isEqualTo(new Outcome.Opened<>(contact(2), buyer, clock.today().plusDays(14)));
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
    }

    @Test
    void carryingOnTwiceAtOnceCarriesOnOnce() {
        database.whileUnderWay(seller, carryOnTo(14), carryOnTo(14));
        assertThat(database.count("SELECT version FROM vault_record")).isEqualTo(2);
    }

    @Test
    void twoEditsAtOnceLeaveTheLater() {
        database.whileUnderWay(seller, replace(7, 2), replace(9, 3));
        assertThat(look(DELIVERY))
                .isEqualTo(new Outcome.Opened<>(contact(3), buyer, clock.today().plusDays(9)));
        assertThat(database.count("SELECT version FROM vault_record")).isEqualTo(3);
    }

    @Test
    void aRecordSealedTwiceAtOnceIsStoredOnce() {
        var label = UUID.randomUUID();
        assertThatThrownBy(() -> database.whileUnderWay(seller, seal(label, buyer, 5, 1), seal(label, buyer, 6, 1)))
                .isInstanceOf(AlreadySealed.class);
        var newcomer = SubjectId.random();
        var another = UUID.randomUUID();
        assertThatThrownBy(() ->
                        database.whileUnderWay(seller, seal(another, newcomer, 5, 1), seal(another, newcomer, 6, 1)))
                .isInstanceOf(AlreadySealed.class);
        assertThat(database.count("SELECT count(*) FROM vault_record")).isEqualTo(3);
    }

    @Test
    void twoRecordsOfANewSubjectSealedAtOnceAreUnderOneSecret() {
        var newcomer = SubjectId.random();
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        database.whileUnderWay(seller, seal(one, newcomer, 5, 1), seal(other, newcomer, 5, 2));
        var opened = database.in(
                seller,
                vault -> vault.open(
                        opening(Purpose.DELIVERY),
                        DELIVERY,
                        List.of(new RecordRef(one, newcomer), new RecordRef(other, newcomer))));
        assertThat(opened.values()).allMatch(Outcome.Opened.class::isInstance);
        assertThat(database.count("SELECT sum(members) FROM vault_group_key")).isEqualTo(2);
    }

    @Test
    void forgettingWaitsForAnIntakeUnderWayAndTakesWhatItStored() {
        var newcomer = SubjectId.random();
        database.whileUnderWay(seller, seal(UUID.randomUUID(), newcomer, 7, 5), forget(newcomer));
        assertThat(database.list(
                        seller,
                        vault -> vault.find(
                                opening(Purpose.DELIVERY),
                                Set.of(Purpose.DELIVERY),
                                Term.email("person5@example.com"))))
                .isEmpty();
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
    }

    @Test
    void forgettingWaitsForAnEditUnderWayAndTakesWhatItStored() {
        database.whileUnderWay(seller, replace(7, 2), forget(buyer));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(database.count("SELECT count(*) FROM vault_record")).isZero();
    }

    @Test
    void anIntakeThatWaitedForForgettingStoresNothing() {
        var newcomer = SubjectId.random();
        assertThatThrownBy(
                        () -> database.whileUnderWay(seller, forget(newcomer), seal(UUID.randomUUID(), newcomer, 7, 5)))
                .isInstanceOf(SubjectForgotten.class);
        database.whileUnderWay(seller, forget(buyer), carryOnTo(14));
        database.run(seller, replace(7, 2));
        assertThat(database.count("SELECT count(*) FROM vault_record")).isZero();
    }

    @Test
    void whatForgettingWaitedForStandsInTheLedgerWithTheRest() {
        var known = SubjectId.random();
        var newcomer = SubjectId.random();
        database.run(seller, seal(UUID.randomUUID(), known, 7, 3));
        database.whileUnderWay(
                seller,
                seal(UUID.randomUUID(), newcomer, 7, 5),
                vault -> vault.forget(List.of(buyer, newcomer, known), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        assertThat(inTheLedger()).containsExactlyInAnyOrder(buyer, newcomer, known);
        assertThat(database.list(seller, vault -> vault.erasures().check().flaws()))
                .isEmpty();
    }

    @Test
    void forgettingTwiceAtOnceStandsInTheLedgerOnce() {
        database.whileUnderWay(seller, forget(buyer), forget(buyer));
        assertThat(inTheLedger()).containsExactly(buyer);
    }

    @Test
    void forgettingTakesOneAfterTheOtherInTheOrderInWhichEverybodyDoes() {
        var two = Stream.of(SubjectId.random(), SubjectId.random())
                .sorted(Comparator.comparing(SubjectId::value))
                .toList();
        two.forEach(each -> database.run(seller, seal(UUID.randomUUID(), each, 7, 1)));
        database.whileUnderWay(
                seller,
                seal(UUID.randomUUID(), two.get(0), 7, 2),
                vault -> vault.forget(List.of(two.get(1), two.get(0)), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"),
                seal(UUID.randomUUID(), two.get(1), 7, 3));
        assertThat(inTheLedger()).containsExactlyElementsOf(two);
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
    }

    @Test
    void recordsThatSomebodyMovedPastTheLocksAreNotSealedAgain() {
        assertThatThrownBy(() -> database.in(
                        seller,
                        vault -> vault.carryOn(
                                opening(Purpose.DELIVERY),
                                new Disturbed(database),
                                Map.of(
                                        new RecordRef(order, buyer),
                                        clock.today().plusDays(14)))))
                .isInstanceOf(RecordsMoved.class);
    }

    /** While one of its records is read, somebody with other means removes it. */
    private record Disturbed(VaultDatabase database) implements RecordKind<Contact> {
        @Override
        public String name() {
            return DELIVERY.name();
        }

        @Override
        public Purpose purpose() {
            return DELIVERY.purpose();
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.BUYERS, "Contact");
        }

        @Override
        public byte[] write(Contact contact) {
            return DELIVERY.write(contact);
        }

        @Override
        public Contact read(byte[] bytes) {
            database.asOwner("DELETE FROM vault_record");
            return DELIVERY.read(bytes);
        }
    }

    private Consumer<SellerVault> seal(UUID id, SubjectId subject, int days, int contact) {
        return vault -> vault.seal(
                List.of(new Sealing<>(DELIVERY, id, subject, clock.today().plusDays(days), contact(contact))));
    }

    private Consumer<SellerVault> replace(int days, int contact) {
        return vault -> vault.replace(
                opening(Purpose.DELIVERY),
                DELIVERY,
                List.of(new Sealing<>(DELIVERY, order, buyer, clock.today().plusDays(days), contact(contact))));
    }

    private Consumer<SellerVault> carryOnTo(int days) {
        return vault -> vault.carryOn(
                opening(Purpose.DELIVERY),
                DELIVERY,
                Map.of(new RecordRef(order, buyer), clock.today().plusDays(days)));
    }

    private List<SubjectId> inTheLedger() {
        var subjects = new ArrayList<SubjectId>();
        database.ledger().each(entry -> entry.ended().subject().ifPresent(subjects::add));
        return subjects;
    }

    private static Consumer<SellerVault> forget(SubjectId subject) {
        return vault -> vault.forget(List.of(subject), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST");
    }
}

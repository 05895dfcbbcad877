package app.counterfoil.vault.erasure;

import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.ledger.LedgerDoesNotFit;
import app.counterfoil.vault.store.OneShopsVault;
import app.counterfoil.vault.store.Stories.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is forgotten stays so, whatever comes in later and whatever was left lying. */
class ForgettingTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForDelivery() {
        sealBuyer(DELIVERY, 30);
    }

    @Test
    void somebodyForgottenForAPurposeBeforeAnythingWasHeldForItIsNotTakenInLater() {
        var ended = forget(Set.of(Purpose.DELIVERY, Purpose.SERVICE));
        assertThat(ended).singleElement().satisfies(destruction -> {
            assertThat(destruction.purpose()).isEqualTo(Purpose.DELIVERY);
            assertThat(destruction.records()).isOne();
        });
        assertThatThrownBy(
                        () -> database.run(seller, vault -> vault.seal(List.of(sealing(SERVICE, order, buyer, 30, 1)))))
                .isInstanceOf(SubjectForgotten.class);
        assertThat(look(SERVICE)).isEqualTo(new Outcome.Forgotten<Contact>(clock.today(), "ERASURE_REQUEST"));
    }

    @Test
    void forgettingAgainEndsNothingTwiceAndKeepsItsFirstDay() {
        forget(Set.of(Purpose.DELIVERY));
        clock.forward(3);
        assertThat(forget(Set.of(Purpose.DELIVERY))).isEmpty();
        assertThat(look(DELIVERY))
                .isEqualTo(new Outcome.Forgotten<Contact>(clock.today().minusDays(3), "ERASURE_REQUEST"));
    }

    @Test
    void eachIsForgottenForWhatWasAskedAndCountedOnce() {
        var other = SubjectId.random();
        database.run(seller, vault -> vault.seal(List.of(sealing(SERVICE, UUID.randomUUID(), other, 30, 2))));
        forget(Set.of(Purpose.LABEL));
        var asked = Map.of(
                Purpose.DELIVERY, List.of(buyer, buyer),
                Purpose.LABEL, List.of(buyer, other),
                Purpose.SERVICE, List.of(buyer));
        Map<Purpose, Integer> forgotten = database.in(seller, vault -> vault.forget(asked, "ERASURE_REQUEST"));
        assertThat(forgotten).isEqualTo(Map.of(Purpose.DELIVERY, 1, Purpose.LABEL, 1, Purpose.SERVICE, 1));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(database.list(
                        seller,
                        vault -> List.copyOf(vault.erasures().forgotten(Purpose.SERVICE, List.of(buyer, other)))))
                .containsExactly(buyer);
        Map<Purpose, Integer> again = database.in(seller, vault -> vault.forget(asked, "ERASURE_REQUEST"));
        assertThat(again).isEmpty();
    }

    @Test
    void nobodyWaitsToBeForgottenBecauseTheKeeperOfTheKeysIsSilent() throws IOException {
        var root = keys().resolve("root.key");
        var away = home.resolve("away");
        Files.move(root, away);
        database.dropKeys();
        assertThatThrownBy(() -> look(DELIVERY)).isInstanceOf(KeysUnavailable.class);
        assertThat(forget(Set.of(Purpose.DELIVERY)))
                .singleElement()
                .satisfies(destruction -> assertThat(destruction.records()).isOne());
        database.run(seller, vault -> vault.erasures().removeRemains());
        assertThat(database.count("SELECT count(*) FROM vault_record")).isZero();
        Files.move(away, root);
        assertThat(look(DELIVERY)).isEqualTo(new Outcome.Forgotten<Contact>(clock.today(), "ERASURE_REQUEST"));
    }

    @Test
    void whatTheLedgerDoesNotTakeIsNotDestroyedEvenIfTheFailureIsPassedByAndCommitted() throws IOException {
        Files.writeString(keys().resolve("erasures"), "");
        database.run(seller, vault -> assertThatThrownBy(
                        () -> vault.forget(List.of(buyer), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"))
                .isInstanceOf(LedgerDoesNotFit.class));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        assertThat(database.count("SELECT count(*) FROM vault_subject_secret WHERE wrapped IS NULL"))
                .isZero();
    }

    @Test
    void aRowThatCameBackFromABackupOrAnOldProgramGoesWithTheRemains() {
        database.asOwner("CREATE TABLE backup AS SELECT * FROM vault_record");
        forget(Set.of(Purpose.DELIVERY));
        database.asOwner("INSERT INTO vault_record SELECT * FROM backup");
        database.run(seller, vault -> vault.erasures().removeRemains());
        assertThat(database.count("SELECT count(*) FROM vault_record")).isZero();
        assertThat(database.list(
                        seller,
                        vault -> vault.find(
                                opening(Purpose.DELIVERY),
                                Set.of(Purpose.DELIVERY),
                                Term.email("person1@example.com"))))
                .isEmpty();
        assertThat(database.list(seller, vault -> vault.erasures().latest(10)))
                .hasSize(2)
                .allSatisfy(ended -> {
                    assertThat(ended.subject()).contains(buyer);
                    assertThat(ended.rule()).isEqualTo("ERASURE_REQUEST");
                    assertThat(ended.records()).isOne();
                });
    }

    @Test
    void ofVeryManyTheRowsFollowAndNobodyReadsThemMeanwhile() {
        var many = new ArrayList<Sealing<Contact>>();
        for (int i = 0; i < 150; i++) {
            many.add(sealing(SERVICE, UUID.randomUUID(), SubjectId.random(), 30, i));
        }
        database.run(seller, vault -> vault.seal(many));
        var subjects = many.stream().map(Sealing::subject).toList();
        assertThat(database.list(seller, vault -> vault.forget(subjects, Set.of(Purpose.SERVICE), "ERASURE_REQUEST")))
                .hasSize(150);
        assertThat(database.count("SELECT count(*) FROM vault_record WHERE purpose = 'SERVICE'"))
                .isEqualTo(150);
        var refs = many.stream()
                .map(each -> new RecordRef(each.id(), each.subject()))
                .toList();
        assertThat(database.in(seller, vault -> vault.open(opening(Purpose.SERVICE), SERVICE, refs))
                        .values())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Forgotten.class));
        database.run(seller, vault -> vault.erasures().removeRemains());
        assertThat(database.count("SELECT count(*) FROM vault_record WHERE purpose = 'SERVICE'"))
                .isZero();
    }

    private List<Destruction> forget(Set<Purpose> purposes) {
        return database.list(seller, vault -> vault.forget(List.of(buyer), purposes, "ERASURE_REQUEST"));
    }
}

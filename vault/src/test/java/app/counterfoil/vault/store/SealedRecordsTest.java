package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.OWNER;
import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectForgotten;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.journal.JournalAct;
import app.counterfoil.vault.store.Stories.Contact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SealedRecordsTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForDeliveryUntilThirtyDaysFromNow() {
        sealBuyer(DELIVERY, 30);
    }

    @Test
    void theSellersReaderOpensIt() {
        assertThat(look(DELIVERY).opened()).contains(contact(1));
    }

    @Test
    void itEndsOnItsDayEvenBeforeAnyJobHasRun() {
        clock.forward(29);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        clock.forward(1);
        assertThat(look(DELIVERY)).isEqualTo(new Outcome.Ended<Contact>(clock.today()));
    }

    @Test
    void endingItsDayDestroysTheSecretThenTheRowsAndWritesItDown() {
        clock.forward(30);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        assertThat(database.count("SELECT count(*) FROM vault_bucket_secret WHERE wrapped IS NOT NULL"))
                .isZero();
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Ended.class);
        database.run(seller, vault -> vault.erasures().removeRemains());
        assertThat(database.count("SELECT count(*) FROM vault_record")).isZero();
        assertThat(database.list(seller, vault -> vault.erasures().latest(10)))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.day()).contains(clock.today());
                    assertThat(ended.records()).isOne();
                    assertThat(ended.rule()).isEqualTo("RETENTION");
                });
    }

    @Test
    void aForgottenBuyerStaysForgottenWhenTheChannelSendsTheOrderAgain() {
        database.run(seller, vault -> vault.forget(List.of(buyer), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        assertThat(look(DELIVERY)).isEqualTo(new Outcome.Forgotten<Contact>(clock.today(), "ERASURE_REQUEST"));
        assertThatThrownBy(() -> sealBuyer(DELIVERY, 30)).isInstanceOf(SubjectForgotten.class);
    }

    @Test
    void forgettingForOnePurposeLeavesTheTaxRecord() {
        sealBuyer(TAX, 2_000);
        database.run(seller, vault -> vault.forget(List.of(buyer), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(look(TAX).opened()).contains(contact(1));
    }

    @Test
    void everyOpeningIsJournalledWithWhoWhyAndWhat() {
        look(DELIVERY);
        assertThat(database.list(seller, vault -> vault.journal().latest(10)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.reader()).isEqualTo(OWNER.id());
                    assertThat(entry.act()).isEqualTo(JournalAct.OPEN);
                    assertThat(entry.purpose()).isEqualTo(Purpose.DELIVERY);
                    assertThat(entry.reason()).isEqualTo("TEST_LOOK");
                    assertThat(entry.records()).containsExactly(order);
                });
    }

    @Test
    void aRestrictedBuyerIsKeptButNotUsedExceptForTax() {
        sealBuyer(TAX, 2_000);
        database.run(seller, vault -> vault.restrictions().restrict(buyer, "ACCURACY_CONTESTED"));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Restricted.class);
        assertThat(look(TAX)).isInstanceOf(Outcome.Opened.class);
        database.run(seller, vault -> vault.restrictions().lift(buyer));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void whatIsRestrictedForOnePurposeOpensForTheOthers() {
        sealBuyer(SERVICE, 30);
        database.run(seller, vault -> vault.restrictions()
                .restrict(Map.of(buyer, Set.of(Purpose.SERVICE, Purpose.TAX_RECORD)), "OF_THE_BUYER"));
        assertThat(look(SERVICE)).isInstanceOf(Outcome.Restricted.class);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        database.run(seller, vault -> vault.restrictions()
                .restrict(Map.of(buyer, Set.of(Purpose.DELIVERY)), "OF_THE_RECIPIENT"));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Restricted.class);
        database.run(
                seller, vault -> vault.restrictions().lift(Map.of(buyer, Set.of(Purpose.SERVICE, Purpose.TAX_RECORD))));
        assertThat(look(SERVICE)).isInstanceOf(Outcome.Opened.class);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Restricted.class);
        database.run(seller, vault -> vault.restrictions().lift(buyer));
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Opened.class);
        assertThat(database.count("SELECT count(*) FROM vault_restriction")).isZero();
    }

    @Test
    void aRestrictedBuyersDataIsCarriedOnUnseen() {
        database.run(seller, vault -> vault.restrictions().restrict(buyer, "ACCURACY_CONTESTED"));
        assertThat(carryOnTo(60)).isOne();
        clock.forward(59);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Restricted.class);
        database.run(seller, vault -> vault.restrictions().lift(buyer));
        assertThat(look(DELIVERY).opened()).contains(contact(1));
    }

    @Test
    void aRecordIsCarriedOnToALaterDayAndNeverToAnEarlierOne() {
        assertThat(carryOnTo(60)).isOne();
        assertThat(carryOnTo(45)).isZero();
        clock.forward(59);
        assertThat(look(DELIVERY).opened()).contains(contact(1));
        clock.forward(1);
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Ended.class);
    }

    @Test
    void aCarriedOnRecordIsStillFound() {
        carryOnTo(60);
        assertThat(find(Term.email("PERSON1@example.com")))
                .extracting(Found::id)
                .containsExactly(order);
    }

    @Test
    void replacedContentKeepsItsLaterEnd() {
        database.run(
                seller,
                vault -> vault.replace(
                        opening(Purpose.DELIVERY),
                        DELIVERY,
                        List.of(new Sealing<>(
                                DELIVERY, order, buyer, clock.today().plusDays(5), contact(2)))));
        clock.forward(29);
        assertThat(look(DELIVERY).opened()).contains(contact(2));
        assertThat(find(Term.email("person1@example.com"))).isEmpty();
    }

    @Test
    void nothingIsSealedToADayThatHasCome() {
        assertThatThrownBy(() -> sealBuyer(TAX, 0)).isInstanceOf(EndNotAhead.class);
    }

    @Test
    void somebodyIsFoundByEverythingTheyCanBeFoundBy() {
        for (var term : List.of(
                Term.nameWords("person1").get(0),
                Term.email("person1@example.com"),
                Term.phone(contact(1).phone()),
                Term.postcode("zz29zz"),
                Term.outwardPostcode("ZZ2"),
                Term.channelUser("Demo-User-1"))) {
            assertThat(find(term)).as(term.toString()).extracting(Found::id).containsExactly(order);
        }
        assertThat(find(Term.email("nobody@example.com"))).isEmpty();
    }

    @Test
    void nobodyIsFoundAfterTheirEndNorAfterBeingForgotten() {
        clock.forward(30);
        assertThat(find(Term.email("person1@example.com"))).isEmpty();
    }

    @Test
    void nobodyIsFoundAfterBeingForgotten() {
        database.run(seller, vault -> vault.forget(List.of(buyer), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        assertThat(find(Term.email("person1@example.com"))).isEmpty();
    }

    @Test
    void anotherSellerSeesAndFindsNothing() {
        var other = UUID.randomUUID();
        assertThat(database.in(other, vault -> vault.open(opening(Purpose.DELIVERY), DELIVERY, refs()))
                        .get(order))
                .isInstanceOf(Outcome.Missing.class);
        assertThat(database.list(
                        other,
                        vault -> vault.find(
                                opening(Purpose.DELIVERY),
                                Set.of(Purpose.DELIVERY),
                                Term.email("person1@example.com"))))
                .isEmpty();
    }

    @Test
    void oneRecordThatCannotBeReadDoesNotCloseThePage() {
        var broken = new RecordRef(UUID.randomUUID(), buyer);
        var lines = new Contact("Demo Person1\none line too many", "", "", "ZZ1 9ZZ", "");
        database.run(
                seller,
                vault -> vault.seal(List.of(new Sealing<>(
                        DELIVERY, broken.id(), buyer, clock.today().plusDays(30), lines))));
        var page = database.in(
                seller,
                vault -> vault.open(opening(Purpose.DELIVERY), DELIVERY, List.of(broken, new RecordRef(order, buyer))));
        assertThat(page.get(broken.id())).isInstanceOf(Outcome.Damaged.class);
        assertThat(page.get(order).opened()).contains(contact(1));
    }

    @Test
    void whatARolledBackTransactionSealedLeavesNoSecretBehind() {
        var fresh = SubjectId.random();
        assertThatThrownBy(() -> database.run(seller, vault -> {
                    vault.seal(List.of(
                            new Sealing<>(TAX, order, fresh, clock.today().plusDays(9), contact(3))));
                    throw new IllegalStateException("the channel's page was bad");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.count("SELECT count(*) FROM vault_subject_secret")).isOne();
        assertThat(database.count("SELECT count(*) FROM vault_bucket_secret")).isOne();
    }

    private int carryOnTo(int days) {
        return database.in(
                seller,
                vault -> vault.carryOn(
                        opening(Purpose.DELIVERY),
                        DELIVERY,
                        Map.of(new RecordRef(order, buyer), clock.today().plusDays(days))));
    }

    private List<Found> find(Term term) {
        return database.in(seller, vault -> vault.find(opening(Purpose.DELIVERY), Set.of(Purpose.DELIVERY), term));
    }

    private List<RecordRef> refs() {
        return List.of(new RecordRef(order, buyer));
    }
}

package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.journal.JournalAct;
import app.counterfoil.vault.store.Stories.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding people without opening anything. */
class SearchTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForDelivery() {
        sealBuyer(DELIVERY, 30);
    }

    @Test
    void everyWordOfANameMustFit() {
        var other = UUID.randomUUID();
        database.run(seller, vault -> vault.seal(List.of(sealing(DELIVERY, other, SubjectId.random(), 75, 2))));
        assertThat(find(Term.nameWords("demo PERSON1"))).extracting(Found::id).containsExactly(order);
        assertThat(find(Term.nameWords("person2 demo"))).extracting(Found::id).containsExactly(other);
        assertThat(find(Term.nameWords("demo"))).extracting(Found::id).containsExactly(order, other);
        assertThat(find(Term.nameWords("person1 person2"))).isEmpty();
        assertThat(find(List.of(
                        Term.email("person1@example.com"), Term.phone(contact(2).phone()))))
                .isEmpty();
    }

    @Test
    void aCommonWordHidesNobody() {
        var crowd = new ArrayList<Sealing<Contact>>();
        for (int i = 2; i <= 1_200; i++) {
            crowd.add(sealing(DELIVERY, UUID.randomUUID(), SubjectId.random(), 31 + i % 20, i));
        }
        database.run(seller, vault -> vault.seal(crowd));
        assertThat(find(Term.nameWords("demo person1200"))).hasSize(1);
        var soonest = crowd.stream()
                .sorted(Comparator.comparing((Sealing<Contact> sealing) -> sealing.endsOn()))
                .limit(999)
                .map(Sealing::endsOn)
                .toList();
        var found = find(Term.nameWords("demo"));
        assertThat(found).hasSize(1_000).extracting(Found::id).startsWith(order);
        var last = soonest.get(soonest.size() - 1);
        assertThat(crowd.stream()
                        .filter(sealing -> sealing.endsOn().isBefore(last))
                        .map(Sealing::id))
                .isSubsetOf(found.stream().map(Found::id).toList());
    }

    @Test
    void aSearchWithoutATermFindsNobody() {
        assertThat(find(List.of())).isEmpty();
    }

    @Test
    void aSearchIsJournalledUnderAPurposeThatTheReaderCarries() {
        var posing = new Opening(Stories.PACKER, Purpose.TAX_RECORD, "TEST_LOOK");
        assertThatThrownBy(() -> database.list(
                        seller,
                        vault -> vault.find(
                                posing,
                                Set.of(Purpose.DELIVERY, Purpose.TAX_RECORD),
                                Term.email("person1@example.com"))))
                .isInstanceOf(PurposeNotCarried.class);
        database.run(seller, vault -> vault.seal(List.of(sealing(TAX, UUID.randomUUID(), buyer, 900, 1))));
        var packing = new Opening(Stories.PACKER, Purpose.DELIVERY, "TEST_LOOK");
        assertThat(database.list(
                        seller,
                        vault -> vault.find(
                                packing, Set.of(Purpose.DELIVERY, Purpose.TAX_RECORD), Term.nameWords("demo person1"))))
                .extracting(Found::purpose)
                .containsExactly(Purpose.DELIVERY);
        assertThat(database.list(seller, vault -> vault.journal().latest(10)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo(JournalAct.SEARCH);
                    assertThat(entry.purpose()).isEqualTo(Purpose.DELIVERY);
                    assertThat(entry.kind()).isEqualTo("NAME_WORD");
                    assertThat(entry.records()).containsExactly(order);
                });
    }

    @Test
    void theIndexKeyGoesWithItsMonth() {
        var month = clock.today().plusDays(30).withDayOfMonth(1);
        var key = "SELECT count(*) FROM vault_index_key WHERE month = '" + month + "'";
        clock.forward(30);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        assertThat(database.count(key)).isOne();
        clock.forward(30);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        assertThat(database.count(key)).isZero();
    }

    private List<Found> find(List<Term> terms) {
        return database.list(seller, vault -> vault.find(opening(Purpose.DELIVERY), Set.of(Purpose.DELIVERY), terms));
    }
}

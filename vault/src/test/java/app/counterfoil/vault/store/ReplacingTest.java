package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static app.counterfoil.vault.store.Stories.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.AlreadySealed;
import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.Stories.Contact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections of a channel: taken for whoever is still known, and never a second record. */
class ReplacingTest extends OneShopsVault {

    @BeforeEach
    void aBuyerIsHeldForDelivery() {
        sealBuyer(DELIVERY, 30);
    }

    @Test
    void aPageThatNamesAForgottenPersonIsTakenForTheOthers() {
        var gone = SubjectId.random();
        database.run(seller, vault -> vault.forget(List.of(gone), Set.of(Purpose.DELIVERY), "ERASURE_REQUEST"));
        var leftOut =
                replace(sealing(DELIVERY, UUID.randomUUID(), gone, 30, 7), sealing(DELIVERY, order, buyer, 30, 2));
        assertThat(leftOut).containsExactly(gone);
        assertThat(look(DELIVERY).opened()).contains(contact(2));
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
    }

    @Test
    void aRestrictedPersonsDataMayBeCorrected() {
        database.run(seller, vault -> vault.restrictions().restrict(buyer, "ACCURACY_CONTESTED"));
        assertThat(replace(sealing(DELIVERY, order, buyer, 30, 2))).isEmpty();
        assertThat(look(DELIVERY)).isInstanceOf(Outcome.Restricted.class);
        database.run(seller, vault -> vault.restrictions().lift(buyer));
        assertThat(look(DELIVERY).opened()).contains(contact(2));
    }

    @Test
    void nothingIsReplacedByWhatHasEnded() {
        assertThatThrownBy(() -> replace(sealing(DELIVERY, order, buyer, 0, 2))).isInstanceOf(EndNotAhead.class);
        assertThat(look(DELIVERY).opened()).contains(contact(1));
    }

    @Test
    void aRecordIsNotReplacedUnderAnotherSubject() {
        assertThatThrownBy(() -> replace(sealing(DELIVERY, order, SubjectId.random(), 30, 2)))
                .isInstanceOf(AlreadySealed.class);
        assertThat(look(DELIVERY).opened()).contains(contact(1));
    }

    @Test
    void aRecordIsSealedAsNewOnceWhateverItsDay() {
        assertThatThrownBy(() -> seal(sealing(DELIVERY, order, buyer, 31, 2))).isInstanceOf(AlreadySealed.class);
        var fresh = UUID.randomUUID();
        assertThatThrownBy(() -> seal(sealing(DELIVERY, fresh, buyer, 5, 2), sealing(DELIVERY, fresh, buyer, 6, 2)))
                .isInstanceOf(AlreadySealed.class);
        assertThat(database.count("SELECT count(*) FROM vault_record")).isOne();
    }

    @SafeVarargs
    private Set<SubjectId> replace(Sealing<Contact>... sealings) {
        return database.in(seller, vault -> vault.replace(opening(Purpose.DELIVERY), DELIVERY, List.of(sealings)));
    }

    @SafeVarargs
    private void seal(Sealing<Contact>... sealings) {
        database.run(seller, vault -> vault.seal(List.of(sealings)));
    }
}

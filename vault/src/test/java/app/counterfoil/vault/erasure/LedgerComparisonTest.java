package app.counterfoil.vault.erasure;

import static app.counterfoil.vault.store.Stories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.store.OneShopsVault;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two buyers, one of whom was forgotten for two purposes though held for one: database and ledger say the same. */
class LedgerComparisonTest extends OneShopsVault {

    private final SubjectId living = SubjectId.random();
    private final SubjectId forgotten = SubjectId.random();

    @BeforeEach
    void oneOfTwoBuyersIsForgotten() {
        database.run(seller, vault -> {
            for (var buyer : List.of(living, forgotten)) {
                vault.seal(List.of(new Sealing<>(
                        DELIVERY, UUID.randomUUID(), buyer, clock.today().plusDays(9), contact(1))));
            }
        });
        database.run(
                seller,
                vault ->
                        vault.forget(List.of(forgotten), Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
    }

    @Test
    void nothingIsWrongThoughNoSecretWasThereForOneOfThePurposes() {
        var check = check();
        assertThat(check.flaws()).isEmpty();
        assertThat(check.entries()).isEqualTo(2);
    }

    @Test
    void anEndedDayThatHadNoSecretIsNoFlaw() {
        clock.forward(9);
        database.run(seller, vault -> vault.erasures().endDaysThatHaveCome());
        database.asOwner("DELETE FROM vault_bucket_secret");
        assertThat(check().flaws()).isEmpty();
    }

    @Test
    void whoeverWasForgottenAndHasNoPlaceAnyMoreIsNamedForEachPurpose() {
        database.asOwner("DELETE FROM vault_subject_secret WHERE wrapped IS NULL");
        assertThat(check().flaws())
                .hasSize(2)
                .allMatch(flaw -> flaw.contains(forgotten.toString()) && flaw.contains("a new one could be made"))
                .anyMatch(flaw -> flaw.contains("for DELIVERY"))
                .anyMatch(flaw -> flaw.contains("for SERVICE"));
    }

    @Test
    void whatTheLedgerSaysAndWasNotCarriedOutYetIsCountedByItself() {
        assertThat(outstanding()).isZero();
        var beginning = database.ledger().beginning();
        database.asOwner("DELETE FROM vault_subject_secret WHERE wrapped IS NULL");
        database.asOwner("UPDATE vault_ledger_position SET sequence = %d, hash = '%s'"
                .formatted(beginning.sequence(), beginning.hash()));
        assertThat(check().flaws()).isEmpty();
        assertThat(outstanding()).isEqualTo(2);
        database.run(seller, vault -> vault.erasures().followLedger());
        assertThat(outstanding()).isZero();
    }

    private int outstanding() {
        return database.in(seller, vault -> vault.erasures().outstanding());
    }

    @Test
    void aSecretThatIsBackIsNamedOnce() {
        database.asOwner(
                """
                UPDATE vault_subject_secret held
                   SET wrapped = other.wrapped, group_id = other.group_id, destroyed_on = NULL, rule = NULL
                  FROM (SELECT wrapped, group_id FROM vault_subject_secret WHERE wrapped IS NOT NULL) other
                 WHERE held.wrapped IS NULL AND held.purpose = 'DELIVERY'
                """);
        assertThat(check().flaws()).singleElement().satisfies(flaw -> assertThat(flaw)
                .contains(forgotten.toString(), "is still there"));
    }

    private LedgerCheck check() {
        return database.in(seller, vault -> vault.erasures().check());
    }
}

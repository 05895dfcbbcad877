package app.counterfoil.vault.store;

import static app.counterfoil.vault.store.Stories.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import app.counterfoil.vault.Term;
import app.counterfoil.vault.WrongPurpose;
import app.counterfoil.vault.store.Stories.HandClock;
import app.counterfoil.vault.store.Stories.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may not, and whatever is not written down, reaches nothing: by opening, carrying on, replacing or finding. */
class ReadersTest extends OneShopsVault {

    /** One way of reaching a record. */
    private record Way(String name, Reaching how) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Reaches the record as the opening says; answers what came of it. */
    private interface Reaching {
        Object reach(SellerVault vault, Opening opening, RecordRef ref, HandClock clock);
    }

    private final RecordRef ref = new RecordRef(UUID.randomUUID(), SubjectId.random());

    @BeforeEach
    void aBuyerStandsOnAnInvoice() {
        database.run(
                seller,
                vault -> vault.seal(List.of(new Sealing<>(
                        TAX, ref.id(), ref.subject(), clock.today().plusDays(30), contact(1)))));
    }

    static Stream<Way> ways() {
        return Stream.of(
                new Way("open", (vault, opening, ref, clock) -> vault.open(opening, TAX, List.of(ref))),
                new Way(
                        "carry on",
                        (vault, opening, ref, clock) -> vault.carryOn(
                                opening, TAX, Map.of(ref, clock.today().plusDays(60)))),
                new Way(
                        "replace",
                        (vault, opening, ref, clock) -> vault.replace(
                                opening,
                                TAX,
                                List.of(new Sealing<>(
                                        TAX,
                                        ref.id(),
                                        ref.subject(),
                                        clock.today().plusDays(60),
                                        contact(2))))),
                new Way(
                        "find",
                        (vault, opening, ref, clock) -> vault.find(
                                opening,
                                Set.of(Purpose.DELIVERY, Purpose.TAX_RECORD),
                                Term.email("person1@example.com"))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRoleThatDoesNotCarryThePurposeReachesNothing(Way way) {
        assertThat(refused(way, new Opening(Stories.PACKER, Purpose.TAX_RECORD, "TEST_LOOK")))
                .isInstanceOf(PurposeNotCarried.class);
        assertThat(database.count("SELECT count(*) FROM vault_journal")).isZero();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsNotJournalledDoesNotHappen(Way way) {
        database.asOwner("REVOKE INSERT ON vault_journal FROM vault_test_app");
        assertThat(refused(way, Stories.opening(Purpose.TAX_RECORD))).hasMessageContaining("SQL state 42501");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsDoneIsJournalled(Way way) {
        database.in(seller, vault -> way.how().reach(vault, Stories.opening(Purpose.TAX_RECORD), ref, clock));
        assertThat(database.list(seller, vault -> vault.journal().latest(10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.purpose()).isEqualTo(Purpose.TAX_RECORD));
    }

    @Test
    void whatIsHeldForOnePurposeIsNotReachedForAnother() {
        ways().filter(way -> !way.name().equals("find"))
                .forEach(way -> assertThat(refused(way, Stories.opening(Purpose.DELIVERY)))
                        .isInstanceOf(WrongPurpose.class));
    }

    @Test
    void aSearchLooksOnlyWhereTheReaderMay() {
        var packer = new Person(UUID.randomUUID(), Set.of(Purpose.DELIVERY));
        var find = ways().filter(way -> way.name().equals("find")).findFirst().orElseThrow();
        var found = database.in(seller, vault -> find.how()
                .reach(vault, new Opening(packer, Purpose.DELIVERY, "TEST_LOOK"), ref, clock));
        assertThat(found).isEqualTo(List.of());
    }

    /** Why it was refused; everything stands as it did. */
    private Throwable refused(Way way, Opening opening) {
        var refusal =
                catchThrowable(() -> database.in(seller, vault -> way.how().reach(vault, opening, ref, clock)));
        database.asOwner("GRANT INSERT ON vault_journal TO vault_test_app");
        assertThat(database.in(seller, vault -> vault.open(Stories.opening(Purpose.TAX_RECORD), TAX, List.of(ref)))
                        .get(ref.id()))
                .isEqualTo(new Outcome.Opened<>(
                        contact(1), ref.subject(), clock.today().plusDays(30)));
        database.asOwner("DELETE FROM vault_journal");
        return refusal;
    }
}

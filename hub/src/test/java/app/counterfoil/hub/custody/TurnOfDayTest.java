package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.failure.Note;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.vault.Outcome;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.ledger.ErasureLedger;
import app.counterfoil.vault.ledger.LedgerEntry.Ended;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a turn of the day does by itself, and what it does not do when something fails. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
@Import(TurnOfDayTest.SomethingThatFails.class)
class TurnOfDayTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final Set<SellerId> FAILS_FOR = ConcurrentHashMap.newKeySet();
    private static final Set<SellerId> TOLD = ConcurrentHashMap.newKeySet();

    @TestConfiguration
    static class SomethingThatFails {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        HearsDayTurn failing() {
            return (seller, today) -> {
                if (FAILS_FOR.contains(seller)) {
                    throw new IllegalStateException("made to fail");
                }
            };
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        HearsDayTurn listening() {
            return (seller, today) -> TOLD.add(seller);
        }
    }

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private Custody custody;

    @Autowired
    private ErasureLedger ledger;

    @Autowired
    private BusinessClock clock;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
    }

    @AfterEach
    void nothingFailsAnyMore() {
        FAILS_FOR.clear();
    }

    @Test
    void nothingOfASellerEndsWhileCarryingOnFailsAndTheOthersGoOn() throws SQLException {
        var shop = shop();
        var other = shop();
        var day = clock.today().plusDays(1);
        var kept = Note.sealed(custody, shop, day);
        var ended = Note.sealed(custody, other, day);
        FAILS_FOR.add(shop);
        TOLD.clear();

        assertThatThrownBy(() -> trainingClock.forward(1, turned -> {})).isInstanceOf(TurnOfDay.DayNotTurned.class);

        assertThat(TOLD).as("who comes after the one that fails").contains(shop, other);
        assertThat(isThere(kept)).isTrue();
        assertThat(isThere(ended)).isFalse();
        assertThat(overdue(shop)).as("the day is not over yet").isEmpty();

        assertThatThrownBy(() -> trainingClock.forward(1, turned -> {})).isInstanceOf(TurnOfDay.DayNotTurned.class);
        assertThat(overdue(shop)).contains(day);
        assertThat(overdue(other)).isEmpty();

        FAILS_FOR.clear();
        turnOfDay.turn();
        assertThat(isThere(kept)).isFalse();
        assertThat(overdue(shop)).isEmpty();
    }

    @Test
    void whatTheLedgerKnowsAndTheDatabaseDoesNotIsDoneEvenWhileNothingEnds() {
        var shop = shop();
        var end = clock.today().plusDays(20);
        var forgotten = Note.sealed(custody, shop, end);
        var kept = Note.sealed(custody, shop, end);
        // As after a takeover by a standby that had not received the last commits.
        ledger.append(
                clock.now(),
                shop.value(),
                List.of(Ended.subject(Purpose.STAFF, forgotten.subject())),
                "ERASURE_REQUEST");
        assertThat(Note.opened(custody, shop, forgotten).opened()).isPresent();

        FAILS_FOR.add(shop);
        assertThatThrownBy(turnOfDay::turn).isInstanceOf(TurnOfDay.DayNotTurned.class);

        assertThat(Note.opened(custody, shop, forgotten)).isInstanceOf(Outcome.Forgotten.class);
        assertThat(Note.opened(custody, shop, kept).opened()).isPresent();
    }

    private SellerId shop() {
        return shops.open();
    }

    /** Whether its key is there, whatever the calendar says. */
    private static boolean isThere(RecordRef note) throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.prepareStatement(
                        "SELECT wrapped IS NOT NULL FROM counterfoil.vault_record JOIN counterfoil.vault_bucket_secret"
                                + " USING (seller_id, purpose, expires_on) WHERE record_id = ?")) {
            statement.setObject(1, note.id());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Optional<LocalDate> overdue(SellerId shop) {
        return custody.in(shop, vault -> vault.erasures().overdueSince());
    }
}

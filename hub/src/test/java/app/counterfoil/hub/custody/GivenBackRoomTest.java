package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.Counterfoil;
import app.counterfoil.hub.MadeUpShops;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import app.counterfoil.vault.SubjectId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The space of what is past is given back; a row that anybody still has keeps its piece, guarded as before. */
@SpringBootTest(classes = {Counterfoil.class, MadeUpShops.class})
class GivenBackRoomTest {

    private static final HubDatabase DATABASE = HubDatabase.fresh();
    private static final SealedJson<Note> NOTE =
            new SealedJson<>("test.note", Purpose.DELIVERY, Note.class, Holds.of(DataSubjects.BUYERS, "A note"));

    record Note(String text) {
        @Override
        public String toString() {
            return "Note[]";
        }
    }

    @Autowired
    private MadeUpShops shops;

    @Autowired
    private Custody custody;

    @Autowired
    private TrainingClock trainingClock;

    @Autowired
    private TurnOfDay turnOfDay;

    @Autowired
    private BusinessClock clock;

    @DynamicPropertySource
    static void installation(DynamicPropertyRegistry registry) {
        DATABASE.properties(registry);
        registry.add("counterfoil.training", () -> "true");
    }

    @Test
    void aPieceGoesWhenItsLastDayHasComeForEverybodyAndNotBefore() throws SQLException {
        var first = clock.today().withDayOfMonth(1);
        var shop = shopThatHolds(clock.today().plusDays(2));
        trainingClock.forward(3, turned -> {});
        var piece = "vault_record_delivery_" + first.toString().replace("-", "");
        if (clock.today().getMonth() == first.getMonth()) {
            assertThat(pieces()).as("its last days are still to come").contains(piece);
        }
        trainingClock.forward(62, turned -> {});
        assertThat(pieces()).doesNotContain(piece).contains("vault_record_delivery_" + thisMonth());
        custody.in(shop, vault -> {
            vault.seal(List.of(note(clock.today().plusDays(2))));
            return shop;
        });
    }

    @Test
    void aRowThatIsLeftKeepsItsPieceAndTheGuardBetweenSellers() throws SQLException {
        var day = clock.today().plusDays(1);
        shopThatHolds(day);
        var piece = "vault_record_delivery_" + day.withDayOfMonth(1).toString().replace("-", "");
        DATABASE.change("UPDATE counterfoil.clock_ahead SET ahead = ahead + 86400 * 70");
        asApplication("SELECT vault_drop_ended_pieces()");
        assertThat(pieces()).contains(piece);
        assertThat(DATABASE.count(
                        "SELECT count(*) FROM pg_class WHERE relforcerowsecurity AND relname = '" + piece + "'"))
                .isOne();
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil." + piece)).isPositive();
        DATABASE.change("UPDATE counterfoil.clock_ahead SET ahead = ahead - 86400 * 70");
    }

    @Test
    void theApplicationCanDropNothingByItself() {
        assertThatThrownBy(() -> asApplication("DROP TABLE vault_record_delivery"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("must be owner");
    }

    private SellerId shopThatHolds(LocalDate until) {
        var shop = shops.open();
        turnOfDay.makeRoom();
        custody.in(shop, vault -> {
            vault.seal(List.of(note(until)));
            return shop;
        });
        return shop;
    }

    private static Sealing<Note> note(LocalDate until) {
        return new Sealing<>(NOTE, UUID.randomUUID(), SubjectId.random(), until, new Note("made up"));
    }

    private String thisMonth() {
        return clock.today().withDayOfMonth(1).toString().replace("-", "");
    }

    private static List<String> pieces() throws SQLException {
        try (var connection = DATABASE.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT array_agg(relname::text) FROM pg_class WHERE relname LIKE 'vault_record_delivery_2%'"
                                + " AND relkind = 'r'")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    private static void asApplication(String sql) throws SQLException {
        try (var connection = DATABASE.app().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

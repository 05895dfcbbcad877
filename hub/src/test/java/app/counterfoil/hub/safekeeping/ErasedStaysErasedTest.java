package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.FollowsLedger;
import app.counterfoil.hub.custody.TurnOfDay;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.WholeDatabase;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.SubjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Twenty people are erased. Whichever backup is brought back, one from before, from the middle or from after, none of the
 * twenty opens and everybody else does.
 */
class ErasedStaysErasedTest {

    private static final Sandbox SANDBOX = Sandbox.start(new SandboxSettings(0, 5, 60, 10_000));
    private static final Installation SHOP = Installation.empty();
    private static final Map<String, Path> BACKUPS = new LinkedHashMap<>();

    private static SellerId seller = new SellerId(UUID.randomUUID());
    private static Account account = new Account(seller, UUID.randomUUID(), OutsideService.EBAY, "none");
    private static Map<String, String> everybody = Map.of();
    private static List<String> erased = List.of();

    @BeforeAll
    static void twentyPeopleAreErased() throws SQLException {
        SHOP.start(SANDBOX);
        SHOP.backUp(beforeAnyShop(), Restoring.UNWATCHED);
        seller = SHOP.shop();
        account = SHOP.connect(seller, OutsideService.EBAY);
        SHOP.backUp(beforeTheirOrders(), Restoring.UNWATCHED);
        SHOP.download(account);
        everybody = SHOP.people(seller);
        var subjects = subjects();
        erased = everybody.entrySet().stream()
                .filter(each -> !each.getValue().equals("nobody"))
                .map(Map.Entry::getKey)
                .limit(20)
                .toList();
        assertThat(erased).hasSize(20);
        backUp("before");
        erase(erased.subList(0, 10), subjects);
        backUp("during");
        erase(erased.subList(10, 20), subjects);
        backUp("after");
        SHOP.part(TurnOfDay.class).turn();
        SHOP.stop();
    }

    @AfterAll
    static void close() {
        SHOP.close();
        SANDBOX.close();
    }

    @Test
    void everyKindOfBackupForgetsThemAgainBeforeAnythingOpensAndSaysHowMany() throws Exception {
        // Everybody is held for two purposes, so ten people are twenty entries.
        var expected = Map.of(
                "before",
                List.of("40", "people"),
                "during",
                List.of("20", "people"),
                "after",
                List.of("Nothing was erased"));
        for (var backup : BACKUPS.entrySet()) {
            try (var restored = SHOP.emptyWithItsKeys()) {
                takeLedger(restored);
                var done = restored.restoreAndFollow(backup.getValue());
                assertThat(String.join("\n", done.told()))
                        .as(backup.getKey())
                        .contains(expected.getOrDefault(backup.getKey(), List.of()));
                restored.start();
                assertThat(restored.part(FollowsLedger.class).atThisStart().entries())
                        .isZero();
                assertThat(restored.people(seller)).as(backup.getKey()).isEqualTo(whoShouldBeThere());
            }
        }
    }

    @Test
    void aDatabaseThatCameBackBesideTheCommandIsClosedUntilItHasFollowedTheLedger() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            takeLedger(restored);
            // Brought back by other means, such as a base backup: nobody has told it of the ledger.
            restored.restore(BACKUPS.getOrDefault("before", Path.of("none")), false);
            restored.start();
            assertThat(restored.part(FollowsLedger.class).atThisStart().subjects())
                    .isEqualTo(40);
            assertThat(restored.people(seller)).isEqualTo(whoShouldBeThere());
        }
    }

    @Test
    void aDatabaseThatCameBackByOtherMeansIsNotWellUntilSomebodyHasSaidThatItWasRecovered() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            takeLedger(restored);
            FileSystemUtils.copyRecursively(SHOP.home.resolve("witness"), restored.home.resolve("witness"));
            restored.restore(BACKUPS.getOrDefault("before", Path.of("none")), false);
            assertThat(restored.says(1, "verify"))
                    .contains("40 destructions stand in the erasure ledger", "seen outside the database");
            assertThat(restored.says(0, "recovered"))
                    .containsPattern("40 people, each purpose counted")
                    .contains("journal of shop " + seller + " goes on from checkpoint", "had been seen");
            assertThat(restored.says(0, "verify")).contains("All is well in 1 shops.");
            restored.start();
            assertThat(restored.people(seller)).isEqualTo(whoShouldBeThere());
        }
    }

    @Test
    void aShopWhoseRowsAreGoneIsMissed() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            takeLedger(restored);
            restored.restore(beforeAnyShop(), false);
            assertThat(restored.says(1, "verify"))
                    .contains("Shop " + seller + " stands in the erasure ledger", "is not in this database");
        }
    }

    @Test
    void whomTheChannelTellsOfAgainAfterAnOlderBackupIsNotTakenInAgain() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            takeLedger(restored);
            restored.restoreAndFollow(beforeTheirOrders());
            restored.start(SANDBOX);
            assertThat(restored.people(seller)).isEmpty();
            restored.download(account);
            assertThat(restored.people(seller)).isEqualTo(whoShouldBeThere());
            var written = numbers(restored, "SELECT channel_order_id FROM order_order");
            assertThat(written).containsAll(erased);
            var withADay = numbers(
                    restored,
                    """
                    SELECT channel_order_id FROM order_order
                     WHERE num_nonnulls(personal_ends_on, recipient_ends_on, buyer_ends_on) > 0
                    """);
            assertThat(withADay)
                    .as("nothing of the erased is kept, so none of their orders names a day on which it ends")
                    .doesNotContainAnyElementsOf(erased)
                    .isNotEmpty();
        }
    }

    private static List<String> numbers(Installation shop, String sql) throws SQLException {
        var numbers = new ArrayList<String>();
        try (var database = WholeDatabase.of(shop.settings());
                var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    @Test
    void withoutTheLedgerABackupIsNotBroughtBackAndWithAnOldOneItIsNotEither() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            var after = BACKUPS.getOrDefault("after", Path.of("none"));
            FileSystemUtils.deleteRecursively(restored.home.resolve("ledger"));
            assertThatThrownBy(() -> restored.restoreAndFollow(after))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.wrong()).contains("erasure ledger is missing");
                        assertThat(refusal.mend()).contains("newest copy");
                    });
            takeLedger(restored);
            var ledger = restored.home.resolve("ledger/erasures");
            var lines = Files.readAllLines(ledger);
            Files.write(ledger, lines.subList(0, lines.size() - 15));
            assertThatThrownBy(() -> restored.restoreAndFollow(after))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.wrong())
                            .contains("but the database knows entry"));
            assertThat(Files.exists(restored.home.resolve("database/data"))).isFalse();
        }
    }

    @Test
    void whatOnlyACopyOfTheLedgerStillKnowsIsErasedAgainToo() throws Exception {
        try (var restored = SHOP.emptyWithItsKeys()) {
            var copy = restored.home.resolve("elsewhere");
            FileSystemUtils.copyRecursively(SHOP.home.resolve("ledger"), copy);
            takeLedger(restored);
            var ledger = restored.home.resolve("ledger/erasures");
            var lines = Files.readAllLines(ledger);
            Files.write(ledger, lines.subList(0, 5));
            restored.restoreAndFollow(BACKUPS.getOrDefault("before", Path.of("none")), copy);
            assertThat(Files.readAllLines(ledger)).isEqualTo(lines);
            restored.start();
            assertThat(restored.people(seller)).isEqualTo(whoShouldBeThere());
        }
    }

    private static Map<String, String> whoShouldBeThere() {
        var there = new TreeMap<>(everybody);
        erased.forEach(order -> there.put(order, "nobody"));
        return there;
    }

    private static void takeLedger(Installation restored) throws IOException {
        FileSystemUtils.copyRecursively(SHOP.home.resolve("ledger"), restored.home.resolve("ledger"));
    }

    private static Path beforeAnyShop() {
        return SHOP.home.resolve("backups/before any shop.backup");
    }

    private static Path beforeTheirOrders() {
        return SHOP.home.resolve("backups/before their orders.backup");
    }

    private static void backUp(String name) throws SQLException {
        var file = SHOP.home.resolve("backups/" + name + ".backup");
        SHOP.backUp(file, Restoring.UNWATCHED);
        BACKUPS.put(name, file);
    }

    private static void erase(List<String> orders, Map<String, SubjectId> subjects) {
        var people = new ArrayList<SubjectId>();
        orders.forEach(order -> people.add(subjects.get(order)));
        SHOP.part(Custody.class)
                .in(
                        seller,
                        vault -> vault.forget(people, Set.of(Purpose.DELIVERY, Purpose.SERVICE), "ERASURE_REQUEST"));
    }

    private static Map<String, SubjectId> subjects() throws SQLException {
        var subjects = new TreeMap<String, SubjectId>();
        try (var database = WholeDatabase.of(SHOP.settings());
                var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT channel_order_id, subject_id FROM order_order")) {
            while (row.next()) {
                subjects.put(row.getString(1), new SubjectId(row.getObject(2, UUID.class)));
            }
        }
        return subjects;
    }
}

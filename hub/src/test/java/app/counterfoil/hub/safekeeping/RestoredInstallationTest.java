package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.postgres.FolderInUse;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.vault.keys.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a backup of a working shop gives back: everything of its moment, and nothing besides. */
class RestoredInstallationTest {

    private static final Sandbox SANDBOX = Sandbox.start(new SandboxSettings(0, 5, 60, 10_000));
    private static final Installation SHOP = Installation.empty();

    private static SellerId seller = new SellerId(UUID.randomUUID());
    private static Map<String, String> people = Map.of();
    private static Account amazon = new Account(seller, UUID.randomUUID(), OutsideService.AMAZON, "none");

    private final Installation restored = SHOP.emptyWithItsKeys();
    private final Path file = restored.home.resolve("backups/one.backup");

    @BeforeAll
    static void aShopAtWork() {
        SHOP.start(SANDBOX);
        seller = SHOP.shop();
        amazon = SHOP.connect(seller, OutsideService.AMAZON);
        SHOP.download(SHOP.connect(seller, OutsideService.EBAY));
        people = SHOP.people(seller);
    }

    @AfterEach
    void theRestoredOneGoes() {
        restored.close();
    }

    @AfterAll
    static void close() {
        SHOP.close();
        SANDBOX.close();
    }

    @Test
    void aBackupOpensAsLongAsTheOldestKeyThatItsRowsNeed() throws Exception {
        // The ring has turned, and these rows have not: as after a restore, until the next turn.
        var ring = KeyRing.inFolder(SHOP.home.resolve("keys"), Clock.systemUTC());
        var before = ring.current();
        int epoch = ring.beginTurn();
        ring.finishTurn(Duration.ofDays(7), before);
        assertThat(epoch).isGreaterThan(before);
        assertThat(SHOP.backUp(file, Restoring.UNWATCHED).epoch()).isEqualTo(before);

        // Credentials that are damaged, and stay under their epoch for good, shorten no backup's life.
        var damageOrMend =
                "UPDATE counterfoil.vault_kept_secret SET wrapped = set_byte(wrapped, 9, get_byte(wrapped, 9) # 1)"
                        + " WHERE secret_id = '" + amazon.id() + "'";
        SHOP.change(damageOrMend);
        assertThat(SHOP.part(TurnOfEpoch.class).turn(renewed -> {}).unreadable())
                .isEqualTo(Map.of(seller.value(), 1));
        assertThat(SHOP.backUp(restored.home.resolve("backups/two.backup"), Restoring.UNWATCHED)
                        .epoch())
                .isGreaterThan(epoch);
        SHOP.change(damageOrMend);
    }

    @Test
    void everyRowComesBackAndEverybodyOpensAgain() throws Exception {
        var percents = new ArrayList<Integer>();
        var made = SHOP.backUp(file, (percent, bytes, rows, table) -> percents.add(percent));

        assertThat(people.values()).filteredOn(each -> !each.equals("nobody")).hasSizeGreaterThan(40);
        assertThat(made.bytes()).isEqualTo(Files.size(file));
        assertThat(percents).isSorted().endsWith(100);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(besides(file)).isEmpty();
        var done = restored.restore(file, false);

        assertThat(restored.checksums()).isEqualTo(SHOP.checksums());
        assertThat(done.rows()).isEqualTo(made.rows());
        assertThat(done.rowsByArea()).containsEntry("vault", sum(made, "vault")).containsKey("order");
        assertThat(done.movedAside()).isEmpty();
        assertThat(done.madeAt()).isEqualTo(Installation.NOW);
        restored.start();
        assertThat(restored.people(seller)).isEqualTo(people);
    }

    @Test
    void whatComesInWhileABackupIsMadeIsInNoTableOfIt() throws Exception {
        var before = SHOP.checksums();
        var amongIt = new ArrayList<String>();
        SHOP.backUp(file, (percent, bytes, rows, table) -> {
            if (amongIt.isEmpty()) {
                amongIt.add(table);
                SHOP.download(amazon);
            }
        });
        assertThat(SHOP.checksums().entrySet().stream()
                        .filter(table -> !table.getValue().equals(before.get(table.getKey()))))
                .as("tables that changed meanwhile")
                .hasSizeGreaterThan(5);

        restored.restore(file, false);
        assertThat(restored.checksums()).isEqualTo(before);
        people = SHOP.people(seller);
    }

    @Test
    void aDatabaseWithSellersIsReplacedOnlyIfAskedForAndIsThenKept() throws Exception {
        SHOP.backUp(file, Restoring.UNWATCHED);
        restored.restore(file, false);
        assertThatThrownBy(() -> restored.restore(file, false))
                .isInstanceOfSatisfying(DatabaseInTheWay.class, refusal -> assertThat(refusal.mend())
                        .contains("--replace", "moved aside"));
        restored.start();
        assertThatThrownBy(() -> restored.restore(file, true)).isInstanceOf(FolderInUse.class);
        restored.stop();
        assertThat(RestoreUnfinished.isIn(restored.home)).isFalse();

        var done = restored.restore(file, true);
        var aside = done.movedAside().orElseThrow();
        assertThat(aside.getFileName().toString()).matches("database\\.before-restore-\\d{8}-\\d{6}");
        assertThat(aside.resolve("data/PG_VERSION")).exists();
        assertThat(restored.checksums()).isEqualTo(SHOP.checksums());
    }

    @Test
    void aDatabaseWithoutSellersIsMovedAsideWithoutAsking() throws Exception {
        SHOP.backUp(file, Restoring.UNWATCHED);
        restored.start();
        restored.stop();
        assertThat(restored.restore(file, false).movedAside()).isPresent();
        assertThat(restored.checksums()).isEqualTo(SHOP.checksums());
    }

    private static long sum(BackUp.Made made, String area) {
        return made.rows().entrySet().stream()
                .filter(table -> table.getKey().startsWith(area + "_"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Path> besides(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
            return all.filter(each -> !each.equals(file)).toList();
        }
    }
}

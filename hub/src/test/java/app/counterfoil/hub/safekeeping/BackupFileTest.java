package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.counterfoil.hub.custody.DiskWords;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.storage.HubDatabase;
import app.counterfoil.hub.storage.RestoreUnfinished;
import app.counterfoil.vault.keys.EpochKeys;
import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.seal.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A backup opens whole, with the keys it was made under, or not at all. */
class BackupFileTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String WORD = "Rotkehlchenq";

    private final HubDatabase database = HubDatabase.fresh();

    @TempDir
    private Path folder;

    private Path file = Path.of("unset");

    @BeforeEach
    void aBackupOfSomeMegabytes() throws SQLException {
        database.change(
                """
                SET search_path = counterfoil;
                INSERT INTO seller_details
                SELECT gen_random_uuid(), 'Rotkehlchenq', repeat(md5(n::text), 20), 'LS1 9ZZ', '', now()
                  FROM generate_series(1, 5000) n
                """);
        file = folder.resolve("whole.backup");
        backUp(file, keys());
    }

    @Test
    void noByteOfItCanBeChanged() throws IOException {
        var whole = Files.readAllBytes(file);
        var header = header().toBytes().length;
        var random = new Random(9);
        assertThat(whole.length).isGreaterThan(3 << 20);
        readThrough(file);
        for (int i = 0; i < header + 60; i++) {
            int at = i < header ? i : header + random.nextInt(whole.length - header);
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed, "byte " + at);
        }
    }

    @Test
    void nothingOfItCanBeLeftOutOrAdded() throws IOException {
        var whole = Files.readAllBytes(file);
        for (int left : List.of(0, 5, 21, 24, 60, 500, 1 << 20, 2 << 20, whole.length - 1)) {
            assertRefused(Arrays.copyOf(whole, left), left + " bytes");
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "one byte more");
    }

    @Test
    void itSaysWhoseItIsAndWhyItDoesNotOpen() throws IOException {
        var header = header();
        assertThat(header.madeAt()).isEqualTo(NOW);
        assertThat(header.ledger()).isEqualTo("ledger 7");
        assertThatThrownBy(() -> OpenedBackup.of(
                        file,
                        KeyRing.inFolder(folder.resolve("others"), Clock.systemUTC())
                                .makeUnlessThere()))
                .isInstanceOf(BackupOfOtherKeys.class);
        assertThatThrownBy(() -> OpenedBackup.of(file, later(keys())))
                .isInstanceOf(BackupKeyGone.class)
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> OpenedBackup.of(folder, keys())).isInstanceOf(BackupUnusable.class);
        assertThatThrownBy(() -> OpenedBackup.of(folder.resolve("none"), keys()))
                .isInstanceOf(BackupUnusable.class);
    }

    @Test
    void aDamagedOneIsNotRestoredAndLeavesTheFolderAsItWas() throws IOException {
        var whole = Files.readAllBytes(file);
        whole[whole.length - 1000] ^= 1;
        Files.write(file, whole);
        var home = folder.resolve("home");

        var refusal = catchThrowableOfType(BackupUnusable.class, () -> new Restore(home, keys(), AfterRestore.NOTHING)
                .from(file, false, Restoring.UNWATCHED));

        assertThat(refusal.wrong()).contains("damaged or cut short");
        assertThat(RestoreUnfinished.isIn(home)).isFalse();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothingOfTheDatabaseIsReadableInIt() throws IOException {
        assertThat(DiskWords.in(file, WORD)).isEmpty();
    }

    @Test
    void itReplacesNoFileAndLeavesNothingWhereItFails() throws Exception {
        assertThatThrownBy(() -> backUp(file, keys()))
                .isInstanceOfSatisfying(BackupNotWritten.class, refusal -> assertThat(refusal.wrong())
                        .contains("already"));
        var other = folder.resolve("other.backup");
        assertThatThrownBy(() -> new BackUp(database.whole(), keys(), () -> "")
                        .to(other, NOW, (percent, bytes, rows, table) -> {
                            throw new IllegalStateException("stopped");
                        }))
                .hasMessage("stopped");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
        }
        assertThatThrownBy(() -> new BackUp(database.whole(), keys(), () -> "")
                        .to(other, NOW, (percent, bytes, rows, table) -> backUpUnchecked(other)))
                .isInstanceOfSatisfying(BackupNotWritten.class, refusal -> assertThat(refusal.wrong())
                        .contains("Another backup"));
    }

    @Test
    void whatAKilledOneHasLeftIsWrittenOver() throws Exception {
        var again = folder.resolve("again.backup");
        Files.write(folder.resolve("again.backup.part"), new byte[20_000_000]);
        backUp(again, keys());
        assertThat(Files.size(again)).isLessThan(20_000_000);
        readThrough(again);
    }

    @Test
    void whatAKilledOneHasLeftUnderAnotherNameGoesAndOtherFilesStay() throws Exception {
        var left = Files.writeString(folder.resolve("before the fair.backup.part"), "half");
        var other = Files.writeString(folder.resolve("letter.part"), "another program's");
        backUp(folder.resolve("again.backup"), keys());
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aLinkThatLiesInItsPlaceIsNotFollowed() throws Exception {
        var precious = Files.writeString(folder.resolve("precious"), "a key");
        Files.createSymbolicLink(folder.resolve("again.backup.part"), precious);
        assertThatThrownBy(() -> backUp(folder.resolve("again.backup"), keys())).isInstanceOf(BackupNotWritten.class);
        assertThat(precious).hasContent("a key");
    }

    @Test
    void aRoleThatIsNotShownEveryRowMakesNoBackup() {
        assertThat(new JdbcTemplate(database.app()).queryForObject("SELECT count(*) FROM seller_details", Long.class))
                .isZero();
        assertThatThrownBy(() -> new BackUp(database.wholeAsOwner(), keys(), () -> "")
                        .to(folder.resolve("half.backup"), NOW, Restoring.UNWATCHED))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThat(folder.resolve("half.backup")).doesNotExist();
    }

    private void assertRefused(byte[] bytes, String what) throws IOException {
        var other = folder.resolve("changed");
        Files.write(other, bytes);
        assertThatThrownBy(() -> readThrough(other)).as(what).isInstanceOf(Refusal.class);
    }

    private void readThrough(Path backup) {
        CheckBackup.readThrough(backup, keys());
    }

    private Header header() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Header.read(in).orElseThrow();
        }
    }

    private EpochKeys keys() {
        return KeyRing.inFolder(folder.resolve("keys"), Clock.systemUTC()).makeUnlessThere();
    }

    private void backUp(Path to, EpochKeys keys) throws SQLException {
        new BackUp(database.whole(), keys, () -> "ledger 7").to(to, NOW, Restoring.UNWATCHED);
    }

    private void backUpUnchecked(Path to) {
        try {
            backUp(to, keys());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The same keys when the horizon has passed. */
    private static EpochKeys later(EpochKeys keys) {
        return new EpochKeys() {
            @Override
            public int current() {
                return 9;
            }

            @Override
            public Set<Integer> epochs() {
                return Set.of(8, 9);
            }

            @Override
            public Secret key(int epoch) {
                return keys.key(1);
            }

            @Override
            public Secret signingKey() {
                return keys.signingKey();
            }

            @Override
            public Secret routingKey() {
                return keys.routingKey();
            }
        };
    }
}

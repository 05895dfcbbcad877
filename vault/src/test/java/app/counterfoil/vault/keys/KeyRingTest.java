package app.counterfoil.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.seal.Fields;
import app.counterfoil.vault.seal.Secret;
import app.counterfoil.vault.seal.Wrapping;
import app.counterfoil.vault.secrets.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final Duration HORIZON = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2026-01-15T02:00:00Z");

    @TempDir
    private Path home;

    @Test
    void theSameKeysAreThereTheNextTime() {
        var first = ring("keys", 0).makeUnlessThere();
        var second = ring("keys", 0).makeUnlessThere();
        assertThat(second.current()).isEqualTo(first.current());
        assertThat(second.key(1)).isEqualTo(first.key(1));
        assertThat(second.signingKey()).isEqualTo(first.signingKey());
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        ring("keys", 0).makeUnlessThere();
        for (var file : List.of("keys/root.key", "keys/ring")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws IOException {
        ring("keys", 0).makeUnlessThere();
        Files.setPosixFilePermissions(home.resolve("keys/root.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ring("keys", 0).signingKey())
                .isInstanceOfSatisfying(KeysUnavailable.class, refusal -> assertThat(refusal.mend())
                        .contains("chmod 600"));
    }

    @Test
    void underALongHorizonNoEpochThatLivesIsForgotten() {
        ring("keys", 0).makeUnlessThere();
        int nights = 410;
        for (int day = 1; day <= nights; day++) {
            var ring = ring("keys", day);
            ring.finishTurn(Duration.ofDays(500), ring.beginTurn());
        }
        assertThat(ring("keys", nights).epochs()).hasSize(nights + 1).contains(1);
    }

    @Test
    void aMissingRootKeyIsToldAndNeverMadeAnew() throws IOException {
        ring("keys", 0).makeUnlessThere();
        Files.delete(home.resolve("keys/root.key"));
        assertThatThrownBy(() -> ring("keys", 0).makeUnlessThere().signingKey())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("no root.key");
        assertThat(home.resolve("keys/root.key")).doesNotExist();
    }

    @Test
    void halvesOfDifferentInstallationsAreRefused() throws IOException {
        ring("one", 0).makeUnlessThere();
        ring("other", 0).makeUnlessThere();
        copy("other/root.key", "one/root.key");
        assertThatThrownBy(() -> ring("one", 0).signingKey())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("do not fit");
    }

    @Test
    void aTurnMakesANewKeyAndKeepsTheOldOnesForTheHorizon() {
        ring("keys", 0).makeUnlessThere();
        for (int day = 1; day <= 10; day++) {
            var ring = ring("keys", day);
            assertThat(ring.beginTurn()).isEqualTo(day + 1);
            ring.finishTurn(HORIZON, Integer.MAX_VALUE);
        }
        // Made on day 4 and later: not yet seven days old on day 10.
        assertThat(ring("keys", 10).epochs()).containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10, 11);
        assertThat(ring("keys", 10).history()).hasSize(11).allSatisfy(epoch -> assertThat(epoch.lives())
                .isEqualTo(epoch.number() >= 5));
    }

    @Test
    void afterATurnThatCameLateTheLastBackupsStayGoodForADay() {
        ring("keys", 0).makeUnlessThere();
        var late = ring("keys", 30);
        late.beginTurn();
        assertThat(late.finishTurn(HORIZON, Integer.MAX_VALUE)).isEmpty();
        var next = ring("keys", 31);
        next.beginTurn();
        assertThat(next.finishTurn(HORIZON, Integer.MAX_VALUE)).containsExactly(1);
    }

    @Test
    void anEpochThatAClockAheadHasMadeEndsWithTheOthers() {
        ring("keys", 300).makeUnlessThere();
        for (int day = 1; day <= 9; day++) {
            var ring = ring("keys", day);
            ring.beginTurn();
            ring.finishTurn(HORIZON, Integer.MAX_VALUE);
        }
        assertThat(ring("keys", 9).epochs()).doesNotContain(1).contains(9, 10);
    }

    @Test
    void anEpochThatSomethingIsStillUnderIsNeverDestroyed() {
        ring("keys", 0).makeUnlessThere();
        for (int day = 1; day <= 20; day++) {
            var ring = ring("keys", day);
            ring.beginTurn();
            ring.finishTurn(HORIZON, 3);
        }
        assertThat(ring("keys", 20).epochs()).doesNotContain(1, 2).contains(3);
    }

    @Test
    void aTurnThatWasNotFinishedGoesOnWithTheSameEpoch() {
        ring("keys", 0).makeUnlessThere();
        assertThat(ring("keys", 1).beginTurn()).isEqualTo(2);
        assertThat(ring("keys", 1).unfinishedTurn()).hasValue(2);
        assertThat(ring("keys", 1).beginTurn()).isEqualTo(2);
        ring("keys", 1).finishTurn(HORIZON, 2);
        assertThat(ring("keys", 1).unfinishedTurn()).isEmpty();
        assertThat(ring("keys", 1).beginTurn()).isEqualTo(3);
    }

    @Test
    void aCopyOfTheRingBringsNoDestroyedKeyBack() throws IOException {
        ring("keys", 0).makeUnlessThere();
        Files.copy(home.resolve("keys/ring"), home.resolve("ring.copy"), StandardCopyOption.COPY_ATTRIBUTES);
        for (int day = 1; day <= 8; day++) {
            var ring = ring("keys", day);
            ring.beginTurn();
            ring.finishTurn(HORIZON, Integer.MAX_VALUE);
        }
        copy("ring.copy", "keys/ring");
        assertThatThrownBy(() -> ring("keys", 8).key(1)).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void aChangeByAnotherProgramIsSeenAtOnce() {
        var here = ring("keys", 0).makeUnlessThere();
        assertThat(here.current()).isOne();
        var there = ring("keys", 1);
        there.beginTurn();
        assertThat(here.current()).isEqualTo(2);
    }

    @Test
    void whoeverReadsWhileATurnFinishesReadsOnceMore() {
        var folder = KeyFolder.of(home.resolve("keys"), List.of());
        var root = new ChangedMeanwhile(new RootKeyFile(folder));
        ring("keys", 0).makeUnlessThere();
        ring("keys", 1).beginTurn();
        root.meanwhile = () -> {
            ring("keys", 1).finishTurn(HORIZON, 2);
            ring("keys", 8).beginTurn();
            assertThat(ring("keys", 8).finishTurn(HORIZON, 3)).containsExactly(1);
        };
        assertThat(new KeyRing(folder, root, at(8)).epochs()).containsExactlyInAnyOrder(2, 3);
    }

    /** A root key beside which something happens once, after the ring was read and before the root key is. */
    private static final class ChangedMeanwhile implements RootKey {
        private final RootKey root;
        private Runnable meanwhile = () -> {};

        ChangedMeanwhile(RootKey root) {
            this.root = root;
        }

        @Override
        public List<Secret> unwrap(List<Wrapped> wrapped) {
            var once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return root.unwrap(wrapped);
        }

        @Override
        public int turn() {
            return root.turn();
        }

        @Override
        public String wrap(Secret secret, byte[] boundTo) {
            return root.wrap(secret, boundTo);
        }

        @Override
        public int versionOf(String wrapped) {
            return root.versionOf(wrapped);
        }

        @Override
        public void destroyBefore(int version) {
            root.destroyBefore(version);
        }
    }

    @Test
    void everyChangeStandsInTheCopiesBeforeItCounts() throws IOException {
        var folder = KeyFolder.of(home.resolve("keys"), List.of(home.resolve("copy")));
        var ring = new KeyRing(folder, new RootKeyFile(folder), at(0)).makeUnlessThere();
        ring.beginTurn();
        assertThat(home.resolve("copy/ring")).hasSameTextualContentAs(home.resolve("keys/ring"));
        assertThat(home.resolve("copy/root.key")).hasSameTextualContentAs(home.resolve("keys/root.key"));
        assertThat(ring("copy", 0).key(2)).isEqualTo(ring.key(2));
    }

    @Test
    void theKeyFileOfBeforeIsTakenOver() throws IOException {
        var root = Secret.random();
        var wrapping = new Wrapping(root);
        var epoch = Secret.random();
        var text = new StringBuilder();
        for (var name : List.of("1", "signing", "routing")) {
            var bound = new Fields().text("counterfoil key file").text(name).toBytes();
            text.append(name)
                    .append(' ')
                    .append(base64(wrapping.wrap(epoch, bound)))
                    .append('\n');
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(Files.createFile(home.resolve("keys/epochs"), owner), text);
        Files.writeString(
                Files.createFile(home.resolve("keys/root.key"), owner), base64(root.exposedForKeeping()) + "\n");

        var ring = ring("keys", 0).makeUnlessThere();

        assertThat(ring.key(1)).isEqualTo(epoch);
        assertThat(ring.routingKey()).isEqualTo(epoch);
        assertThat(home.resolve("keys/epochs")).doesNotExist();
        assertThat(ring.beginTurn()).isEqualTo(2);
    }

    private KeyRing ring(String folder, int day) {
        return KeyRing.inFolder(home.resolve(folder), at(day));
    }

    private static Clock at(int day) {
        return Clock.fixed(START.plus(Duration.ofDays(day)), ZoneOffset.UTC);
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(
                home.resolve(from),
                home.resolve(to),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

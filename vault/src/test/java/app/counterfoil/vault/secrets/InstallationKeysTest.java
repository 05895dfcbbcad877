package app.counterfoil.vault.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.keys.KeyRing;
import app.counterfoil.vault.keys.KeysDoNotFit;
import app.counterfoil.vault.keys.KeysUnavailable;
import app.counterfoil.vault.store.Stories.HandClock;
import app.counterfoil.vault.store.VaultDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeysTest {

    private static final UUID SELLER = UUID.randomUUID();

    @TempDir
    private Path home;

    private VaultDatabase database;

    @BeforeEach
    void aDatabaseThatNoHubHasStartedOn() {
        database = VaultDatabase.create(home.resolve("unused"), new HandClock());
    }

    @Test
    void keysAreMadeAtTheFirstStartAndFoundAtTheNext() {
        var first = database.keys(home.resolve("keys"));
        assertThat(database.keys(home.resolve("keys")).key(1)).isEqualTo(first.key(1));
        assertThat(database.count("SELECT count(*) FROM vault_installation_key"))
                .isEqualTo(3);
    }

    @Test
    void aLostFolderIsToldAndNoKeysAreMadeInItsPlace() {
        database.keys(home.resolve("keys"));
        assertThatThrownBy(() -> database.keys(home.resolve("elsewhere")))
                .isInstanceOfSatisfying(KeysUnavailable.class, refusal -> assertThat(refusal.mend())
                        .contains("copy of the folder"));
        assertThat(Files.exists(home.resolve("elsewhere"))).isFalse();
        assertThat(database.keys(home.resolve("keys")).current()).isOne();
    }

    @Test
    void anotherInstallationsKeysAreRefused() {
        database.keys(home.resolve("keys"));
        KeyRing.inFolder(home.resolve("others"), Clock.systemUTC()).makeUnlessThere();
        assertThatThrownBy(() -> database.keys(home.resolve("others"))).isInstanceOf(KeysDoNotFit.class);
        assertThat(database.keys(home.resolve("keys")).current()).isOne();
    }

    @Test
    void aMissingEpochIsRefused() {
        database.keys(home.resolve("keys"));
        database.asOwner("INSERT INTO vault_installation_key VALUES ('2', decode(repeat('00', 32), 'hex'))");
        assertThatThrownBy(() -> database.keys(home.resolve("keys")))
                .isInstanceOf(KeysDoNotFit.class)
                .hasMessageContaining("key 2");
    }

    @Test
    void aRingThatIsOlderThanTheDatabaseIsRefusedAlthoughNoHubHasStartedInBetween() throws IOException {
        var keys = database.keys(home.resolve("keys"));
        var before = Files.readString(home.resolve("keys/ring"));
        turn(keys);
        var newer = Files.readString(home.resolve("keys/ring"));
        Files.writeString(home.resolve("keys/ring"), before);
        assertThatThrownBy(() -> database.keys(home.resolve("keys")))
                .isInstanceOf(KeysDoNotFit.class)
                .hasMessageContaining("key 2");
        Files.writeString(home.resolve("keys/ring"), newer);
        assertThat(database.keys(home.resolve("keys")).current()).isEqualTo(2);
    }

    @Test
    void anOlderRingPutBackUnderARunningHubIsNotTurned() throws IOException {
        var keys = database.keys(home.resolve("keys"));
        var before = Files.readString(home.resolve("keys/ring"));
        turn(keys);
        Files.writeString(home.resolve("keys/ring"), before);
        assertThatThrownBy(() -> turn(keys)).isInstanceOf(KeysDoNotFit.class).hasMessageContaining("key 2");
        assertThat(home.resolve("keys/ring")).hasContent(before);
    }

    @Test
    void aRingThatMadeAnEpochElsewhereOnceMoreBringsNothingUnderIt() throws IOException {
        var keys = database.ring();
        database.confirm(keys);
        var before = Files.readString(home.resolve("unused/ring"));
        database.run(SELLER, vault -> vault.credentials().keep(UUID.randomUUID(), new byte[] {1}));
        turn(keys);
        Files.writeString(home.resolve("unused/ring"), before);
        assertThat(keys.beginTurn()).isEqualTo(2);
        database.run(SELLER, vault -> vault.credentials().keep(UUID.randomUUID(), new byte[] {1}));
        assertThatThrownBy(() -> turn(keys)).isInstanceOf(KeysDoNotFit.class).hasMessageContaining("key 2");
    }

    @Test
    void aRingWithoutTheEpochThatRowsAreUnderIsRefusedAlthoughItsTurnWasKilledAtOnce() throws IOException {
        var keys = database.ring();
        database.confirm(keys);
        var before = Files.readString(home.resolve("unused/ring"));
        keys.beginTurn();
        database.run(SELLER, vault -> vault.credentials().keep(UUID.randomUUID(), new byte[] {1}));
        Files.writeString(home.resolve("unused/ring"), before);
        assertThatThrownBy(() -> database.in(SELLER, vault -> vault.erasures().followLedger()))
                .isInstanceOf(KeysDoNotFit.class)
                .hasMessageContaining("key 2");
    }

    @Test
    void anEpochWhoseKeyWasDestroyedIsNotMissed() {
        var clock = new HandClock();
        var keys = KeyRing.inFolder(home.resolve("keys"), clock).makeUnlessThere();
        confirm(keys);
        for (int day = 0; day < 9; day++) {
            clock.forward(1);
            keys.beginTurn();
            keys.finishTurn(Duration.ofDays(7), Integer.MAX_VALUE);
            confirm(keys);
        }
        assertThat(keys.epochs()).doesNotContain(1, 2, 3).contains(4, 10);
    }

    private void confirm(KeyRing keys) {
        database.confirm(keys);
    }

    private void turn(KeyRing keys) {
        database.turnEpoch(keys, Duration.ofDays(7), List.of(SELLER));
    }

    @Test
    void theApplicationCannotChangeWhatIsRemembered() {
        database.keys(home.resolve("keys"));
        assertThatThrownBy(() -> database.asApplication("DELETE FROM vault_installation_key"))
                .hasMessageContaining("permission denied");
    }
}

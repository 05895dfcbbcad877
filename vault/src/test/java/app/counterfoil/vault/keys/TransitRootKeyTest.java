package app.counterfoil.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring whose root key lives in a HashiCorp Vault, and never here. */
class TransitRootKeyTest {

    private static final Instant START = Instant.parse("2026-01-15T02:00:00Z");

    @TempDir
    private Path home;

    private TransitStub server;

    @BeforeEach
    void aServerWithAKey() throws IOException {
        server = new TransitStub();
        token(TransitStub.TOKEN + "\n");
    }

    @AfterEach
    void noServer() {
        server.close();
    }

    @Test
    void theSameKeysAreThereTheNextTimeAndNoRootKeyIsInTheFolder() {
        var first = ring(0).makeUnlessThere();
        assertThat(ring(0).key(1)).isEqualTo(first.key(1));
        assertThat(ring(0).signingKey()).isEqualTo(first.signingKey());
        assertThat(home.resolve("keys/root.key")).doesNotExist();
    }

    @Test
    void destroyedEpochsGoWithTheirVersionOfTheRootKey() throws IOException {
        ring(0).makeUnlessThere();
        var copy = Files.readString(home.resolve("keys/ring"));
        for (int day = 1; day <= 8; day++) {
            var ring = ring(day);
            ring.beginTurn();
            ring.finishTurn(Duration.ofDays(7), Integer.MAX_VALUE);
        }
        assertThat(ring(8).epochs()).containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8, 9);
        Files.writeString(home.resolve("keys/ring"), copy);
        assertThatThrownBy(() -> ring(8).key(1)).isInstanceOf(KeysUnavailable.class);
    }

    @Test
    void aServerThatIsSealedForAMomentIsAskedAgain() {
        ring(0).makeUnlessThere();
        server.sealedFor = 2;
        assertThat(ring(0).signingKey()).isNotNull();
    }

    @Test
    void aServerThatStaysSealedClosesWhatIsPersonalAndSaysSo() {
        var ring = ring(0).makeUnlessThere();
        ring.drop();
        server.sealedFor = Integer.MAX_VALUE;
        assertThat(ring.current()).as("needs no key, and so does what destroys").isOne();
        assertThatThrownBy(ring::signingKey).isInstanceOfSatisfying(KeysUnavailable.class, refusal -> {
            assertThat(refusal).hasMessageContaining("HTTP 503");
            assertThat(refusal.mend()).contains("unsealed", "nothing personal opens");
        });
        server.sealedFor = 0;
        assertThat(ring.signingKey()).isNotNull();
    }

    @Test
    void aTokenThatMayNotIsToldAndNeverShown() throws IOException {
        ring(0).makeUnlessThere();
        token("hvs.another");
        assertThatThrownBy(() -> ring(0).signingKey())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("HTTP 403")
                .hasMessageNotContaining("hvs.");
    }

    @Test
    void aTokenThatIsNoneIsToldAndNeverShown() throws IOException {
        ring(0).makeUnlessThere();
        token("hvs.one\nhvs.two");
        assertThatThrownBy(() -> ring(0).signingKey())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("not one line")
                .hasMessageNotContaining("hvs.")
                .hasNoCause();
    }

    @Test
    void aServerIsNotAskedOverTheNetworkInClear() {
        assertThatThrownBy(() -> new TransitAddress(
                        URI.create("http://vault.example:8200"), "transit", "root", home.resolve("token"), ""))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("without https");
    }

    @Test
    void aServerThatIsNotThereIsTold() {
        ring(0).makeUnlessThere();
        server.close();
        assertThatThrownBy(() -> ring(0).signingKey())
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aTurnThatTheServerInterruptedGoesOn() {
        var ring = ring(0).makeUnlessThere();
        assertThat(ring.beginTurn()).isEqualTo(2);
        server.sealedFor = Integer.MAX_VALUE;
        assertThatThrownBy(() -> ring(9).finishTurn(Duration.ofDays(7), 2)).isInstanceOf(KeysUnavailable.class);
        server.sealedFor = 0;
        assertThat(ring(9).unfinishedTurn()).hasValue(2);
        assertThat(ring(9).beginTurn()).isEqualTo(2);
        ring(9).finishTurn(Duration.ofDays(7), 2);
        assertThat(ring(9).unfinishedTurn()).isEmpty();
    }

    @Test
    void aTokenThatOthersCanReadIsNotUsed() throws IOException {
        ring(0).makeUnlessThere();
        for (var mode : List.of("rw-r-----", "rw----r--", "rw-rw----")) {
            Files.setPosixFilePermissions(home.resolve("token"), PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> ring(0).signingKey())
                    .as(mode)
                    .isInstanceOfSatisfying(KeysUnavailable.class, refused -> assertThat(refused.mend())
                            .startsWith("Run: chmod 600 "))
                    .hasMessageContaining("can be read by others");
        }
        Files.setPosixFilePermissions(home.resolve("token"), PosixFilePermissions.fromString("r--------"));
        assertThat(ring(0).signingKey()).isNotNull();
    }

    private void token(String text) throws IOException {
        var file = Files.writeString(home.resolve("token"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private KeyRing ring(int day) {
        var address = new TransitAddress(server.address(), "transit", "root", home.resolve("token"), "");
        return new KeyRing(
                KeyFolder.of(home.resolve("keys"), List.of()),
                new TransitRootKey(address),
                Clock.fixed(START.plus(Duration.ofDays(day)), ZoneOffset.UTC));
    }
}

package app.counterfoil.vault.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.vault.VaultRefusal;
import app.counterfoil.vault.journal.CheckpointWitness.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessFolderTest {

    private static final Head HEAD = new Head(7, "0123456789abcdef".repeat(4));

    @TempDir
    private Path home;

    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private WitnessFolder witness;

    @BeforeEach
    void aFolderThatIsNotThereYet() {
        witness = new WitnessFolder(home.resolve("witness"));
    }

    @Test
    void nobodyWasSeenBeforeTheFirstCheckpoint() {
        assertThat(witness.sellers()).isEmpty();
        assertThat(witness.lastSeen(anna)).isEmpty();
    }

    @Test
    void whoWasSeenIsKnownByTheNextStartAndWhoWasForgottenIsNot() {
        witness.seen(anna, HEAD);
        witness.seen(ben, HEAD);
        witness.forget(ben);
        var again = new WitnessFolder(home.resolve("witness"));
        assertThat(again.sellers()).containsExactly(anna);
        assertThat(again.lastSeen(anna)).contains(HEAD);
        assertThat(again.lastSeen(ben)).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedWithWhatToDo() throws IOException {
        witness.seen(anna, HEAD);
        Files.writeString(home.resolve("witness").resolve(anna + ".checkpoint"), "7 of something");
        assertThatThrownBy(() -> witness.lastSeen(anna))
                .isInstanceOfSatisfying(VaultRefusal.class, refusal -> assertThat(refusal.mend())
                        .contains("restored from the backup"));
    }
}

package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is a demo's or a real installation's for good. */
class InstallationKindTest {

    @TempDir
    private Path home;

    @Test
    void aDemoIsNotStartedOnARealInstallation() {
        InstallationKind.REAL.require(home);
        InstallationKind.REAL.require(home);
        assertThatThrownBy(() -> InstallationKind.DEMO.require(home))
                .isInstanceOfSatisfying(InstallationKind.OfAnotherKind.class, refusal -> {
                    assertThat(refusal.wrong()).contains(home.toString(), "a real installation, not of a demo");
                    assertThat(refusal.mend()).contains("demo --home DIR");
                });
    }

    @Test
    void whatWasADemoIsNeverUsedForReal() {
        InstallationKind.DEMO.require(home.resolve("made on the way"));
        assertThatThrownBy(() -> InstallationKind.REAL.require(home.resolve("made on the way")))
                .isInstanceOfSatisfying(InstallationKind.OfAnotherKind.class, refusal -> assertThat(refusal.wrong())
                        .contains("a demo, not of a real installation"));
    }
}

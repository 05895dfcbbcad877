package app.counterfoil.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path home;

    @Test
    void theSameKeysAreThereTheNextTime() {
        var first = KeyFile.openOrCreate(home.resolve("keys"));
        var second = KeyFile.openOrCreate(home.resolve("keys"));
        assertThat(second.current()).isEqualTo(first.current());
        assertThat(second.key(1)).isEqualTo(first.key(1));
        assertThat(second.signingKey()).isEqualTo(first.signingKey());
    }

    @Test
    void onlyTheOwnerCanReadThem() throws IOException {
        KeyFile.openOrCreate(home.resolve("keys"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/root.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws IOException {
        KeyFile.openOrCreate(home.resolve("keys"));
        Files.setPosixFilePermissions(home.resolve("keys/root.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> KeyFile.openOrCreate(home.resolve("keys")))
                .isInstanceOfSatisfying(KeysUnavailable.class, refusal -> assertThat(refusal.mend())
                        .contains("chmod 600"));
    }

    @Test
    void aMissingHalfIsToldAndNeverMadeAnew() throws IOException {
        KeyFile.openOrCreate(home.resolve("keys"));
        Files.delete(home.resolve("keys/root.key"));
        assertThatThrownBy(() -> KeyFile.openOrCreate(home.resolve("keys")))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("only one of its two files");
    }

    @Test
    void halvesOfDifferentInstallationsAreRefused() throws IOException {
        KeyFile.openOrCreate(home.resolve("one"));
        KeyFile.openOrCreate(home.resolve("other"));
        Files.copy(
                home.resolve("other/root.key"),
                home.resolve("one/root.key"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThatThrownBy(() -> KeyFile.openOrCreate(home.resolve("one")))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("do not fit");
    }
}

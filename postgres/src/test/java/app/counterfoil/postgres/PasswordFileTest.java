package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    private Path folder;

    @Test
    void thePasswordIsMadeOnceAndItsOwnersAlone() throws IOException {
        var file = folder.resolve("a.password");

        var password = PasswordFile.readOrMake(file);

        assertThat(password).hasSize(48).isEqualTo(PasswordFile.readOrMake(file));
        assertThat(password).isNotEqualTo(PasswordFile.readOrMake(folder.resolve("b.password")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPasswordHalfWrittenByACrashIsMadeAnew() throws IOException {
        Files.createFile(folder.resolve("a.password.new"));

        assertThat(PasswordFile.readOrMake(folder.resolve("a.password"))).hasSize(48);
        assertThat(folder.resolve("a.password.new")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsToldClearly() {
        assertThatThrownBy(() -> PasswordFile.readOrMake(folder.resolve("nowhere/a.password")))
                .isInstanceOf(FolderUnusable.class);
    }
}

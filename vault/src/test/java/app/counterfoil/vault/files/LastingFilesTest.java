package app.counterfoil.vault.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastingFilesTest {

    @TempDir
    private Path home;

    @Test
    void aFileAndItsFolderAreTheirOwnersAlone() throws IOException {
        var file = home.resolve("deep/down/note");
        LastingFiles.write(file, "first");
        assertThat(file).hasContent("first");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileIsReplacedWholeAndWhatACrashHasLeftBesideItIsNoHindrance() throws IOException {
        var file = home.resolve("note");
        LastingFiles.write(file, "first");
        Files.writeString(home.resolve("note.new"), "half of the sec");
        LastingFiles.write(file, "second");
        assertThat(file).hasContent("second");
        assertThat(home.resolve("note.new")).doesNotExist();
    }
}

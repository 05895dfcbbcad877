package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock that keeps a second program off a folder, and nobody else the first. */
class FolderLockTest {

    @TempDir
    private Path home;

    /** Whoever can read a file can lock it, too. */
    @Test
    void nobodyElseCanTakeIt() throws IOException {
        FolderLock.of(home).release();
        assertThat(Files.getPosixFilePermissions(home.resolve("instance.lock")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}

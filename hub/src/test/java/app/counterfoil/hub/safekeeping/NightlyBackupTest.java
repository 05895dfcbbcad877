package app.counterfoil.hub.safekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** A backup every night, for those who have named a folder. */
class NightlyBackupTest {

    private final Installation hub = Installation.empty();
    private final Path folder = hub.home.resolve("nights");

    @AfterEach
    void theHubEnds() {
        hub.close();
    }

    @Test
    void withoutAFolderThereIsNone() {
        hub.start();
        assertThatThrownBy(() -> hub.part(NightlyBackup.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    @Test
    void asManyStayAsWereAskedFor() throws Exception {
        hub.start("--counterfoil.backup.folder=" + folder, "--counterfoil.backup.keep=2");
        Files.createDirectories(folder);
        for (var day : List.of("20200101", "20200102")) {
            hub.backUp(folder.resolve("counterfoil-" + day + "-023000.backup"), Restoring.UNWATCHED);
        }

        hub.part(NightlyBackup.class).make();

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(each -> each.getFileName().toString()).sorted().toList())
                    .hasSize(2)
                    .doesNotContain("counterfoil-20200101-023000.backup");
        }
        var latest = new BackupsInFolder(folder, hub.keys()).all().get(0);
        assertThat(latest.opens()).isTrue();
        assertThat(CheckBackup.readThrough(latest.file(), hub.keys()).rows()).isNotEmpty();
    }

    @Test
    void theOneJustMadeStaysThoughAnOlderOneSeemsLater() throws Exception {
        hub.start("--counterfoil.backup.folder=" + folder, "--counterfoil.backup.keep=1");
        Files.createDirectories(folder);
        var ahead = folder.resolve("counterfoil-20990101-023000.backup");
        hub.backUp(ahead, Instant.parse("2099-01-01T02:30:00Z"), Restoring.UNWATCHED);

        hub.part(NightlyBackup.class).make();

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.toList()).hasSize(1).doesNotContain(ahead);
        }
    }
}

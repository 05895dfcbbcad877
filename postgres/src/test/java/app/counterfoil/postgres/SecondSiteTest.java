package app.counterfoil.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands by which a second site is set up and takes over say what they did and what comes next. */
class SecondSiteTest {

    private static final Path BINARIES = Path.of("target/postgres-programs").toAbsolutePath();

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path first;
    private Path second;

    @BeforeEach
    void twoInstallations() throws IOException {
        var homes = Files.createDirectories(
                Path.of("target/homes", UUID.randomUUID().toString()).toAbsolutePath());
        first = Files.createDirectories(homes.resolve("first"));
        second = homes.resolve("second site");
        Files.createDirectories(second);
        Files.createSymbolicLink(second.resolve("programs"), BINARIES);
    }

    @Test
    void aSecondSiteIsSetUpWaitedForAndTakesOver() {
        try (var primary = start(first)) {
            assertThat(primary.superuser().user()).isEqualTo("postgres");
            assertThat(told("state")).contains("No standby was set up.");
            assertThat(told("copy", second.toString())).contains("standby named second", "standby follow " + second);
            assertThat(told("state")).contains("second: AWAY, NOT waited for");
            try (var standby = start(second)) {
                assertThat(told("wait", "second")).contains("nothing is confirmed before second has it");
                assertThat(told("state")).contains("second: follows, waited for");
                assertThat(told("wait", "nobody")).contains("can be lost with this site");
                assertThat(standby.superuser().user()).isEqualTo("postgres");
            }
            assertThat(told("promote", second.toString(), "--fence", first.toString()))
                    .contains("stays down", "has taken over", "COUNTERFOIL_HOME=" + second);
            assertThatThrownBy(() -> told("state")).isInstanceOf(NoServerRuns.class);
        }
        try (var taken = start(second)) {
            assertThatThrownBy(() -> told("promote", second.toString(), "--already-fenced"))
                    .isInstanceOf(StandbyOutOfPlace.class);
            assertThat(taken.superuser().user()).isEqualTo("postgres");
        }
    }

    @Test
    void nobodyTakesOverWithoutAWordOnTheOldOne() {
        assertThat(command("promote", second.toString())).isFalse();
        assertThat(command()).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("--already-fenced", "docs/two-sites.md");
    }

    private static EmbeddedPostgres start(Path installation) {
        return EmbeddedPostgres.start(
                EmbeddedPostgresSettings.in(installation.resolve("database")).withBinaries(BINARIES));
    }

    private String told(String... arguments) {
        said.reset();
        assertThat(command(arguments)).isTrue();
        return said.toString(StandardCharsets.UTF_8);
    }

    private boolean command(String... arguments) {
        return new SecondSite(new PrintStream(said, true, StandardCharsets.UTF_8), first).run(List.of(arguments));
    }
}

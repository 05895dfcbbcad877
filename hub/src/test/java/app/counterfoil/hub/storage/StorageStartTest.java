package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.counterfoil.postgres.EmbeddedPostgres;
import app.counterfoil.postgres.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

class StorageStartTest {

    private Path home = Path.of("unset");

    @BeforeEach
    void aHomeOfItsOwn() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-")
                .toAbsolutePath();
    }

    @AfterEach
    void theHomeGoes() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void withoutAnySettingTheDatabaseIsOursAndStaysAfterAStop() {
        hub().run(context -> context.getBean(JdbcTemplate.class)
                .execute("INSERT INTO seller_seller VALUES (gen_random_uuid(), now())"));

        hub().run(context -> assertThat(context.getBean(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM seller_seller", Integer.class))
                .isEqualTo(1));
    }

    @Test
    void passwordsAreReadableByTheirOwnerAlone() {
        hub().run(context -> {
            try (var files = Files.list(home.resolve("database"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".password")))
                        .hasSize(3)
                        .allMatch(file -> permissions(file).equals("rw-------"));
            }
        });
    }

    @Test
    void theApplicationsFailuresShowNoStatement() {
        hub().run(context -> assertThat(context.getBean(JdbcTemplate.class).getExceptionTranslator())
                .isInstanceOf(ValuesStayOut.class));
    }

    @Test
    void aSecondHubOnTheSameHomeSaysSoInTwoSentences() {
        hub().run(first -> hub().run(second -> {
            var told = told(second.getStartupFailure());
            assertThat(told.getDescription()).contains(home.resolve("database").toString());
            assertThat(told.getAction()).isNotBlank();
        }));
    }

    @Test
    void aStandbyIsPromotedBeforeAHubStartsOnIt() throws IOException {
        Files.createDirectories(home.resolve("database/data"));
        Files.createFile(home.resolve("database/data/standby.signal"));
        hub().run(context -> {
            var told = told(context.getStartupFailure());
            assertThat(told.getDescription()).contains("is a standby");
            assertThat(told.getAction()).contains("standby promote");
        });
    }

    @Test
    void anAddressWhereNoDatabaseIsSaysSoWithoutThePassword() {
        hub().withPropertyValues(
                        "counterfoil.db.url=jdbc:postgresql://127.0.0.1:1/nowhere?password=told-nobody",
                        "counterfoil.db.owner-password=told-nobody")
                .run(context -> {
                    var told = told(context.getStartupFailure());
                    assertThat(told.getDescription())
                            .contains("jdbc:postgresql://127.0.0.1:1/nowhere")
                            .doesNotContain("told-nobody");
                    assertThat(told.getAction()).contains("COUNTERFOIL_DB_URL");
                });
    }

    @Test
    void aDiskThatIsFullWhileTheDatabaseIsMadeReadySaysSo() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "SKIPPED: needs root to make a small disk.");
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs", home.toString());
        assumeTrue(mounted.start().waitFor() == 0, "SKIPPED: this machine does not let us make a small disk.");
        try {
            EmbeddedPostgres.start(EmbeddedPostgresSettings.in(home.resolve("database"))
                            .withBinaries(HubDatabase.PROGRAMS))
                    .close();
            // The server itself still has room to start, but not for a database in it.
            var room = Files.getFileStore(home).getUsableSpace();
            Files.write(home.resolve("filler"), new byte[Math.toIntExact(room - 3_000_000)]);
            hub().run(context -> assertThat(told(context.getStartupFailure()).getDescription())
                    .isEqualTo("There is no room left on the disk of " + home.resolve("database") + "."));
        } finally {
            new ProcessBuilder("umount", home.toString()).start().waitFor();
        }
    }

    @Test
    void anOutsideDatabaseIsJoinedAndLeftRunning() {
        var outside = HubDatabase.fresh();
        var settings =
                outside.settings().entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue());

        hub().withPropertyValues(settings.toArray(String[]::new)).run(context -> assertThat(
                        context.getBean(JdbcTemplate.class).queryForObject("SELECT current_user", String.class))
                .isEqualTo(outside.appRole()));

        assertThat(new JdbcTemplate(outside.app()).queryForObject("SELECT 1", Integer.class))
                .isEqualTo(1);
    }

    private ApplicationContextRunner hub() {
        return new ApplicationContextRunner()
                .withPropertyValues("counterfoil.home=" + home)
                .withUserConfiguration(StorageConfiguration.class)
                .withConfiguration(AutoConfigurations.of(
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class));
    }

    private static FailureAnalysis told(Throwable failure) {
        return Objects.requireNonNull(new TellsWhyItDoesNotStart().analyze(failure));
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

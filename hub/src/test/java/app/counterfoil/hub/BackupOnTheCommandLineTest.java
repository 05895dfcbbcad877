package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.KnowsSellers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Backup and restore as they are typed, on an installation whose hub runs and whose hub has stopped. */
class BackupOnTheCommandLineTest {

    private record Answer(int code, String text) {}

    private Path home = Path.of("unset");

    @BeforeEach
    void aHomeOfItsOwn() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "commands-")
                .toAbsolutePath();
    }

    @AfterEach
    void theHomeGoes() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void aShopIsBackedUpBesideItsHubAndBroughtBackWhenThatHasStopped() throws IOException {
        SellerId shop;
        Path file;
        try (var hub = startHub()) {
            var shops = new MadeUpShops(hub);
            shop = shops.open();
            var made = ask("backup");
            assertThat(made.text()).contains("100 %", "read again from end to end", "Keep the keys elsewhere");
            assertThat(made.code()).isZero();
            file = backups().get(0);
            assertThat(ask("restore", file.toString()).text()).contains("Another Counterfoil is running");
            shops.open();
            assertThat(hub.getBean(KnowsSellers.class).allSellers()).hasSize(2);
        }
        var refused = ask("restore", file.toString());
        assertThat(refused.code()).isEqualTo(CommandLine.CANNOT_RUN);
        assertThat(refused.text()).contains("holds sellers", "--replace");

        var restored = ask("restore", file.toString(), "--replace");
        assertThat(restored.text()).contains("Restored as it was at", "rows of seller", "before-restore");
        assertThat(restored.code()).isZero();
        try (var hub = startHub()) {
            assertThat(hub.getBean(KnowsSellers.class).allSellers()).containsExactly(shop);
        }
    }

    @Test
    void oldBackupsAreCountedAndDeletedOnlyWhenAsked() throws IOException {
        startHub().close();
        assertThat(ask("backup").text()).doesNotContain("There are");
        var first = backups().get(0);
        Files.move(first, first.resolveSibling("counterfoil-20200101-000000.backup"));
        Files.writeString(first.resolveSibling("counterfoil-notes.backup"), "no backup at all");

        assertThat(ask("backup").text()).contains("There are 2 backups in");
        assertThat(ask("backup", "--check", backups().get(0).toString()).text()).contains("is whole", "seller_seller");
        var last = home.resolve("backups/last.backup");
        assertThat(ask("backup", last.toString(), "--keep", "1").text())
                .contains("Deleted " + first.resolveSibling("counterfoil-20200101-000000.backup"));
        assertThat(backups()).hasSize(3).contains(last).anyMatch(each -> each.endsWith("counterfoil-notes.backup"));
    }

    @Test
    void whatIsTypedWronglyIsTold() throws IOException {
        Files.createDirectories(home);
        for (var wrong : List.of(
                List.of("backup", "--keep"),
                List.of("backup", "--keep", "0"),
                List.of("backup", "--all"),
                List.of("backup", "--check"),
                List.of("restore"),
                List.of("restore", "--replace"),
                List.of("restore", "a", "b"))) {
            var answer = ask(wrong.toArray(String[]::new));
            assertThat(answer.code()).as(wrong.toString()).isEqualTo(CommandLine.CANNOT_RUN);
            assertThat(answer.text())
                    .as(wrong.toString())
                    .contains("is not understood", "./counterfoil " + wrong.get(0));
        }
        assertThat(ask("restore", "none.backup").text()).contains("The key folder", "empty");
        assertThat(home.resolve("database")).doesNotExist();
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("backups"))) {
            return all.sorted().toList();
        }
    }

    private Answer ask(String... arguments) {
        var text = new ByteArrayOutputStream();
        var code = CommandLine.run(
                Stream.concat(Stream.of(arguments), Stream.of("--counterfoil.home=" + home))
                        .toArray(String[]::new),
                new PrintStream(text, true, StandardCharsets.UTF_8));
        return new Answer(code, text.toString(StandardCharsets.UTF_8));
    }

    private ConfigurableApplicationContext startHub() {
        return new SpringApplicationBuilder(Counterfoil.class)
                .run("--counterfoil.home=" + home, "--server.port=0", "--db-scheduler.enabled=false");
    }
}

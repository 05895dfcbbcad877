package app.counterfoil.hub;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.custody.TurnOfEpoch;
import app.counterfoil.hub.measure.SellerId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Commands on an installation with a shop, beside its running hub and when it has stopped. */
class CommandLineTest {

    private record Answer(int code, String text) {}

    private static Path home;
    private static ConfigurableApplicationContext hub;
    private static SellerId shop;

    @BeforeAll
    static void aHubWithAShop() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "commands-")
                .toAbsolutePath();
        hub = startHub();
        shop = new MadeUpShops(hub).open();
    }

    @AfterAll
    static void theFolderGoes() throws IOException {
        hub.close();
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void theEpochsOfTheKeysAreShownAndOneIsTurnedBesideTheRunningHub() {
        var shown = ask("keys");
        assertThat(shown.code()).isZero();
        assertThat(shown.text())
                .contains("in use", "The backup horizon is 7 days", "bring nobody back")
                .doesNotContain("destroyed ");
        var turned = ask("keys", "turn");
        assertThat(turned.text()).contains("is in use:", "kept for backups, until the first turn after");
        assertThat(turned.code()).isZero();
        assertThat(ask("keys", "spin").code()).isEqualTo(2);
        assertThat(hub.getBean(TurnOfEpoch.class)).isNotNull();
        assertThat(ask("verify").text()).contains("All is well in 1 shops.");
    }

    @Test
    void besideARunningHubAndWithoutOneTheShopIsChecked() {
        var beside = ask("verify", "--seller", shop.toString());
        assertThat(beside.text()).contains("Shop " + shop + " (1 of 1)", "access journal", "All is well in 1 shops.");
        assertThat(beside.code()).isZero();
        assertThat(hub.isActive()).isTrue();

        hub.close();
        var alone = ask("verify");
        assertThat(alone.text()).contains("Shop " + shop);
        assertThat(alone.code()).isZero();
        hub = startHub();
    }

    @Test
    void anUnknownShopAndAnUnknownWordAreToldWithWhatToType() {
        var unknown = UUID.randomUUID().toString();
        var shopless = ask("verify", "--seller", unknown);
        assertThat(shopless.code()).isEqualTo(CommandLine.CANNOT_RUN);
        assertThat(shopless.text()).contains("There is no shop " + unknown, "The shops are " + shop);

        var odd = ask("verify", "everything");
        assertThat(odd.code()).isEqualTo(CommandLine.CANNOT_RUN);
        assertThat(odd.text()).contains("\"everything\" is not understood", "./counterfoil verify [--seller ID]");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheOnesThereAre() {
        var answer = ask("frobnicate");
        assertThat(answer.code()).isEqualTo(CommandLine.CANNOT_RUN);
        assertThat(answer.text()).contains("There is no command frobnicate", "verify", "names what is wrong");
    }

    @Test
    void whereNoHubHasEverRunNothingIsMade() throws IOException {
        var empty = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "empty-");
        var answer = askOn(empty, "verify");
        assertThat(answer.code()).isEqualTo(CommandLine.CANNOT_RUN);
        assertThat(answer.text()).contains("There is no installation in " + empty, "--home DIR");
        try (var made = Files.list(empty)) {
            assertThat(made).isEmpty();
        }
        Files.delete(empty);
    }

    private static Answer ask(String... arguments) {
        return askOn(home, arguments);
    }

    private static Answer askOn(Path folder, String... arguments) {
        var text = new ByteArrayOutputStream();
        var code = CommandLine.run(
                Stream.concat(Stream.of(arguments), Stream.of("--counterfoil.home=" + folder))
                        .toArray(String[]::new),
                new PrintStream(text, true, StandardCharsets.UTF_8));
        return new Answer(code, text.toString(StandardCharsets.UTF_8));
    }

    private static ConfigurableApplicationContext startHub() {
        return new SpringApplicationBuilder(Counterfoil.class)
                .run("--counterfoil.home=" + home, "--server.port=0", "--db-scheduler.enabled=false");
    }
}

package app.counterfoil.hub.letter;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.letter.MailSettings.Tls;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.sandbox.SandboxSettings;
import app.counterfoil.sandbox.mail.TakenMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A letter goes over TLS to a server whose certificate is trusted and is for its name, and to no other. */
class LettersOverTlsTest {

    private static final String HOST = "localhost";
    private static final Sandbox SANDBOX = Sandbox.start(SandboxSettings.forTests(62));
    private static final String JAVA_HOME = System.getProperty("java.home");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void certificates() throws Exception {
        certificate("ours", "dns:" + HOST);
        certificate("elsewhere", "dns:mail.elsewhere.example");
    }

    @AfterEach
    void nothingIsLeft() {
        SANDBOX.mail().clear();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "IMPLICIT"})
    void aServerThatIsTrustedTakesTheLetterAndNothingOfItWasInClear(Tls tls) throws Exception {
        try (var server = new TlsBefore(SANDBOX.mail().smtpPort(), tls, key("ours"))) {
            assertThat(sent(server.port(), tls, "ours")).isEqualTo("taken");
            assertThat(server.inClear())
                    .isEqualTo(tls == Tls.STARTTLS ? List.of("EHLO", "STARTTLS") : List.<String>of());
        }
        assertThat(SANDBOX.mail().taken())
                .singleElement()
                .extracting(TakenMail::to)
                .isEqualTo(List.of("zoe@buyer.example"));
    }

    /** One that nobody trusts, and one that is trusted and of another server. */
    @ParameterizedTest
    @CsvSource({"STARTTLS, ours", "IMPLICIT, ours", "STARTTLS, elsewhere", "IMPLICIT, elsewhere"})
    void aServerWithTheWrongCertificateIsToldNothing(Tls tls, String key) throws Exception {
        try (var server = new TlsBefore(SANDBOX.mail().smtpPort(), tls, key(key))) {
            assertThat(sent(server.port(), tls, "elsewhere")).isEqualTo(notTrusted());
            assertThat(server.inClear()).doesNotContain("MAIL", "RCPT", "DATA");
        }
        assertThat(SANDBOX.mail().taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "IMPLICIT"})
    void aServerWithoutTlsIsToldNothing(Tls tls) throws Exception {
        assertThat(sent(SANDBOX.mail().smtpPort(), tls, "ours"))
                .startsWith("The mail server cannot be reached, or does not speak TLS as it is set up.");
        assertThat(SANDBOX.mail().taken()).isEmpty();
    }

    private static String notTrusted() {
        var why = NotSent.notTrusted();
        assertThat(why.wrong()).contains("certificate");
        return why.wrong() + " " + why.mend();
    }

    /** What a program says that sends a letter there and trusts that certificate alone. */
    private static String sent(int port, Tls tls, String trusted) throws Exception {
        return run(List.of(
                        Path.of(JAVA_HOME, "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djavax.net.ssl.trustStore=" + trust(trusted),
                        "-Djavax.net.ssl.trustStorePassword=" + TlsBefore.PASSWORD,
                        OneLetterOut.class.getName(),
                        HOST,
                        String.valueOf(port),
                        tls.name()))
                .lines()
                .filter(line -> line.startsWith("SAID "))
                .findFirst()
                .orElseThrow()
                .substring("SAID ".length());
    }

    /** A key with a certificate that it has signed itself, for that name; and the certificate alone, to be trusted. */
    private static void certificate(String name, String host) throws Exception {
        keytool(key(name), "-genkeypair", "-keyalg", "EC", "-dname", "CN=made up", "-ext", "san=" + host);
        var alone = folder.resolve(name + ".crt").toString();
        keytool(key(name), "-exportcert", "-file", alone);
        keytool(trust(name), "-importcert", "-noprompt", "-file", alone);
    }

    private static void keytool(Path store, String... does) throws Exception {
        var command =
                new ArrayList<>(List.of(Path.of(JAVA_HOME, "bin", "keytool").toString()));
        command.addAll(List.of(does));
        command.addAll(List.of("-alias", "server", "-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", TlsBefore.PASSWORD));
        var unused = run(command);
    }

    private static Path trust(String name) {
        return folder.resolve(name + "-trusted.p12");
    }

    private static Path key(String file) {
        return folder.resolve(file + ".p12");
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

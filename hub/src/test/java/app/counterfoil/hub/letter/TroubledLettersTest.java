package app.counterfoil.hub.letter;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.letter.MailSettings.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a letter that is not taken: it waits and goes again, or says in words what is to be done. */
class TroubledLettersTest extends PostBench {

    @Test
    void aLetterThatIsPutOffGoesAgainAfterAPauseAndArrives() {
        var id = written("later2-zoe@buyer.example");
        job.of(shop);
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.WAITING);
            assertThat(facts.wrong()).isEqualTo("The mail server has put the letter off.");
            assertThat(facts.tries()).isEqualTo(1);
        });
        job.of(shop);
        assertThat(facts(id).tries()).as("it waits for its pause").isEqualTo(1);
        pausesAreOver();
        job.of(shop);
        pausesAreOver();
        job.of(shop);
        assertThat(taken()).hasSize(1);
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.SENT);
            assertThat(facts.wrong() + facts.mend()).isEmpty();
        });
    }

    @Test
    void afterEightTriesItIsLeftToAPersonWhoLetsItGoAgain() {
        var id = written("later8-zoe@buyer.example");
        for (int each = 0; each < LetterRows.MOST_TRIES; each++) {
            assertThat(facts(id).state()).isEqualTo(LetterState.WAITING);
            job.of(shop);
            pausesAreOver();
        }
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.REFUSED);
            assertThat(facts.mend()).contains("8 times", "Try again");
        });
        assertThat(letters.unsent(shop, 10)).hasSize(1);
        sendLetters.tryAgain(shop, id);
        job.of(shop);
        assertThat(taken()).hasSize(1);
    }

    @Test
    void thePausesGrowAndEndWithinTwoDays() {
        var id = written("later8-zoe@buyer.example");
        var last = 0L;
        var all = 0L;
        for (int each = 1; each < LetterRows.MOST_TRIES; each++) {
            job.of(shop);
            var pause = DATABASE.count("SELECT round(extract(epoch FROM due_at - '" + clock.now()
                    + "') / 60) FROM counterfoil.letter_letter WHERE letter_id = '" + id + "'");
            assertThat(pause).isGreaterThanOrEqualTo(last);
            last = pause;
            all += pause;
            pausesAreOver();
        }
        assertThat(all).isBetween(24L * 60, 48L * 60);
    }

    @Test
    void anAddressThatIsRefusedIsToldInWordsWithoutIt() {
        var id = written("refused-zoe@buyer.example");
        job.of(shop);
        nothingWasTaken();
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.REFUSED);
            assertThat(facts.wrong()).isEqualTo("The mail server of the address refuses it.");
            assertThat(facts.wrong() + facts.mend()).doesNotContain("zoe", "buyer.example", "mailbox here");
        });
        pausesAreOver();
        job.of(shop);
        assertThat(facts(id).tries()).isEqualTo(1);
    }

    @Test
    void withoutAMailServerLettersWaitAndSaySo() {
        var id = written("zoe@buyer.example");
        var none = server("", 0, Tls.STARTTLS);
        jobBy(none).of(shop);
        nothingWasTaken();
        assertThat(facts(id).tries()).isZero();
        assertThat(none.unready()).hasValueSatisfying(why -> {
            assertThat(why.wrong()).isEqualTo("No mail server is set up.");
            assertThat(why.mend()).contains("counterfoil.mail.host");
        });
    }

    @Test
    void inClearALetterLeavesThisMachineNeitherAskedNorUnasked() throws IOException {
        var id = written("zoe@buyer.example");
        // An address that is kept for documentation: a connection to it would end in a failed try after ten seconds.
        var elsewhere = server("192.0.2.7", 25, Tls.NONE);
        jobBy(elsewhere).of(shop);
        assertThat(elsewhere.unready())
                .hasValueSatisfying(why -> assertThat(why.wrong()).contains("without TLS"));
        assertThat(facts(id).tries()).as("nothing was tried").isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Tls.class,
            names = {"STARTTLS", "IMPLICIT"})
    void aServerThatCannotSpeakTlsIsToldNothing(Tls tls) {
        var id = written("zoe@buyer.example");
        jobBy(server("127.0.0.1", SANDBOX.mail().smtpPort(), tls)).of(shop);
        nothingWasTaken();
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.WAITING);
            assertThat(facts.wrong()).contains("does not speak TLS");
        });
    }

    @Test
    void aPasswordThatOthersCanReadIsNotUsed() throws IOException {
        var file = passwordFile("secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(server("127.0.0.1", 25, Tls.NONE, "user", file).unready())
                .hasValueSatisfying(why -> assertThat(why.mend()).contains("chmod 600"));
        assertThat(server("127.0.0.1", 25, Tls.NONE, "user", Path.of("target/nowhere"))
                        .unready())
                .hasValueSatisfying(why -> assertThat(why.wrong()).contains("cannot be read"));
    }

    @Test
    void aSignInThatIsRefusedIsTriedAgainSinceItIsNotTheLetter() {
        var id = written("zoe@buyer.example");
        jobBy(server("127.0.0.1", SANDBOX.mail().smtpPort(), Tls.NONE, "nobody", passwordFile("wrong")))
                .of(shop);
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.WAITING);
            assertThat(facts.wrong()).contains("sign-in");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "500, The mail server does not take the letter., REFUSED",
        "452, The mail server has put the letter off., WAITING",
        "0, The mail server was given the letter and has not answered: it may have gone out., WAITING"
    })
    void whatIsAnsweredToTheWholeLetterCounts(int code, String wrong, LetterState state) throws Exception {
        var id = written("zoe@buyer.example");
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var curt = new Thread(() -> curtServer(socket, code), "curt-server");
            curt.setDaemon(true);
            curt.start();
            jobBy(server("127.0.0.1", socket.getLocalPort(), Tls.NONE)).of(shop);
        }
        assertThat(facts(id).wrong()).isEqualTo(wrong);
        assertThat(facts(id).state()).isEqualTo(state);
        assertThat(opened(id)).isEqualTo(code == 0 ? 1 : 0);
    }

    /** How many tries of the letter have no outcome. */
    private static long opened(UUID id) {
        return DATABASE.count("SELECT count(attempt_at) FROM counterfoil.letter_letter WHERE letter_id = '" + id + "'");
    }

    /** Takes everything, and answers the whole letter with the code, or breaks off for 0. */
    private static void curtServer(ServerSocket socket, int code) {
        try (var connection = socket.accept();
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            var out = connection.getOutputStream();
            out.write("220 curt\r\n".getBytes(StandardCharsets.UTF_8));
            var inLetter = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inLetter && !line.equals(".")) {
                    continue;
                }
                var answer = line.equals("DATA") ? 354 : inLetter ? code : 250;
                inLetter = line.equals("DATA");
                if (answer == 0) {
                    return;
                }
                out.write((answer + " so\r\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // The other side has seen enough.
        }
    }
}

package app.counterfoil.hub.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.letter.MailSettings.Tls;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter that comes back is told of; what else lies in that mailbox is nobody's business. */
class ReturnedLettersTest extends PostBench {

    private static final String NOTICE =
            """
            From: Mail Delivery System <mailer-daemon@elsewhere.example>
            To: <%s>
            Subject: Delivery Status Notification
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Ihre Nachricht an zoe@buyer.example konnte nicht zugestellt werden: größer als erlaubt.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; elsewhere.example

            Final-Recipient: rfc822; zoe@buyer.example
            Action: %s
            Status: %s

            --b
            Content-Type: message/rfc822

            Message-ID: <%s@hub.example>
            Subject: Your request

            text
            --b--
            """;

    private static final String SPAM =
            """
            From: friend@elsewhere.example
            To: returns@hub.example
            Subject: hello
            Content-Type: text/plain

            Action: failed
            """;

    @Autowired
    private ReadReturns returns;

    @Autowired
    private KnowsSellers sellers;

    @Test
    void aLetterThatComesBackIsToldAndCanGoAgain() {
        var others = returns.look().others();
        var back = written("bounces-zoe@buyer.example");
        var fine = written("zoe@buyer.example");
        job.of(shop);
        assertThat(facts(back).state()).isEqualTo(LetterState.SENT);
        SANDBOX.mail().putIntoReturns(SPAM);
        assertThat(returns.look()).isEqualTo(new ReturnsMailbox.Found(1, others + 1));
        assertThat(facts(back)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.BOUNCED);
            assertThat(facts.wrong()).isEqualTo("The letter came back: there is no such address.");
            assertThat(facts.mend()).contains("by post").doesNotContain("zoe");
        });
        assertThat(facts(fine).state()).isEqualTo(LetterState.SENT);
        assertThat(letters.unsent(shop, 10)).extracting(LetterFacts::id).containsExactly(back);
        assertThat(returns.look()).isEqualTo(new ReturnsMailbox.Found(0, others + 1));
        sendLetters.tryAgain(shop, back);
        job.of(shop);
        assertThat(facts(back).state()).isEqualTo(LetterState.SENT);
        assertThat(returns.look().notices()).isEqualTo(1);
        assertThat(facts(back).state()).isEqualTo(LetterState.BOUNCED);
        booksAreWell();
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.2.2, BOUNCED, the mailbox is full",
        "failed, 5.7.1, BOUNCED, could not deliver it",
        "delayed, 4.4.1, SENT, ''",
        "delivered, 2.0.0, SENT, ''"
    })
    void anotherAddressServesAsLongAsTheOriginalIsNamed(String action, String status, LetterState state, String said) {
        var id = written("zoe@buyer.example");
        job.of(shop);
        SANDBOX.mail().putIntoReturns(NOTICE.formatted("returns@hub.example", action, status, id));
        assertThat(returns.look().notices()).isEqualTo(1);
        assertThat(facts(id).state()).isEqualTo(state);
        assertThat(facts(id).wrong()).contains(said);
    }

    @Test
    void aNoticeOfALetterThatNobodyHereKnowsIsLeftAlone() {
        var before = returns.look().others();
        var unknown = UUID.randomUUID();
        SANDBOX.mail()
                .putIntoReturns(NOTICE.formatted("returns+" + unknown + "@hub.example", "failed", "5.1.1", unknown));
        SANDBOX.mail().putIntoReturns(NOTICE.formatted("returns@hub.example", "failed", "5.1.1", "no-id"));
        assertThat(returns.look()).isEqualTo(new ReturnsMailbox.Found(0, before + 2));
    }

    @Test
    void aLetterThatWasNotSentYetCannotComeBack() {
        var id = written("zoe@buyer.example");
        SANDBOX.mail().putIntoReturns(NOTICE.formatted("returns+" + id + "@hub.example", "failed", "5.1.1", id));
        assertThat(returns.look().notices()).isEqualTo(1);
        assertThat(facts(id).state()).isEqualTo(LetterState.WAITING);
    }

    @Test
    void aNoticeThatIsTooLongIsNotFetched() {
        var before = returns.look().others();
        var id = written("zoe@buyer.example");
        job.of(shop);
        SANDBOX.mail()
                .putIntoReturns(NOTICE.formatted("returns@hub.example", "failed", "5.1.1", id) + "x".repeat(1_100_000));
        assertThat(returns.look()).isEqualTo(new ReturnsMailbox.Found(0, before + 1));
        assertThat(facts(id).state()).isEqualTo(LetterState.SENT);
    }

    /** An address that is kept for documentation: a connection to it would end in a failure of another kind. */
    @Test
    void aMailboxElsewhereIsNotEvenAskedInClear() {
        var elsewhere = new MailSettings.Mailbox(
                "192.0.2.7", 110, "demo-returns", passwordFile("demo-returns-password"), Tls.NONE);
        assertThatThrownBy(() -> new ReturnsMailbox(elsewhere).read(notice -> false))
                .isInstanceOf(MailNotReady.class)
                .hasMessageContaining("without TLS");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, IMPLICIT", "127.0.0.1, STARTTLS"})
    void aMailboxIsNotReadInClear(String host, Tls tls) {
        var id = written("bounces-zoe@buyer.example");
        job.of(shop);
        var mailbox = new MailSettings.Mailbox(
                host, SANDBOX.mail().pop3Port(), "demo-returns", passwordFile("demo-returns-password"), tls);
        var settings = new MailSettings("", 0, "", mailbox.passwordFile(), FROM, Tls.NONE, RETURNS, mailbox);
        assertThat(new ReadReturns(settings, sellers, rows).look()).isEqualTo(new ReturnsMailbox.Found(0, 0));
        assertThat(facts(id).state()).isEqualTo(LetterState.SENT);
        assertThat(returns.look().notices()).isEqualTo(1);
    }
}

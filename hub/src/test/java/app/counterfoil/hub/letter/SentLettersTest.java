package app.counterfoil.hub.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptText;
import app.counterfoil.hub.register.RegisterTexts;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.hub.storage.SellerTransactions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter leaves once, whole, and only if what it belongs to was committed. */
class SentLettersTest extends PostBench {

    private static final String TEXT =
            "Dear Zoë Παπαδοπούλου,\n\n.\nwe keep 寿司 & <b>ñ</b> until 1 May.\n\n" + "long ".repeat(300);

    @Autowired
    private SellerTransactions transactions;

    @Autowired
    private RegisterTexts texts;

    @Test
    void aLetterArrivesOnceWithAllItsText() {
        var id = sendLetters.send(shop, letter("zoe@buyer.example", "Ihre Anfrage – Παράκληση", TEXT));
        assertThat(facts(id).state()).isEqualTo(LetterState.WAITING);
        nothingWasTaken();
        job.of(shop);
        job.of(shop);
        assertThat(taken()).hasSize(1).allSatisfy(mail -> {
            assertThat(mail.to()).containsExactly("zoe@buyer.example");
            assertThat(mail.from()).isEqualTo(SHOP + " <" + FROM + ">");
            assertThat(mail.subject()).isEqualTo("Ihre Anfrage – Παράκληση");
            assertThat(mail.text().replace("\r\n", "\n").strip()).isEqualTo(TEXT.strip());
            assertThat(mail.messageId()).isEqualTo("<" + id + "@hub.example>");
            assertThat(mail.envelopeSender()).isEqualTo("returns+" + id + "@hub.example");
            assertThat(mail.raw()).contains("Auto-Submitted: auto-generated").doesNotContain("Reply-To");
        });
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.SENT);
            assertThat(facts.sentAt()).isPresent();
            assertThat(facts.tries()).isEqualTo(1);
            assertThat(facts.wrong()).isEmpty();
        });
        assertThat(letters.unsent(shop, 10)).isEmpty();
    }

    @Test
    void answersGoToWhomPeopleAskAboutTheirDataIfTheShopHasNamedAnAddress() {
        var owner = shops.person(shop, Role.OWNER);
        texts.say(
                owner,
                KeptPart.OFFICER,
                Optional.empty(),
                new KeptText("Demo Officer", "Tel. 0113 496 0000 or officer@shop.example", ""));
        written("zoe@buyer.example");
        job.of(shop);
        texts.say(
                owner,
                KeptPart.CONTACT,
                Optional.empty(),
                new KeptText("Demo Contact", "Write to <contact@shop.example>, please", ""));
        written("zoe@buyer.example");
        job.of(shop);
        assertThat(taken())
                .extracting(mail -> mail.raw()
                        .replaceAll("\\R[ \t]+", " ")
                        .lines()
                        .filter(line -> line.startsWith("Reply-To:"))
                        .findFirst()
                        .orElseThrow())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("<officer@shop.example>"),
                        second -> assertThat(second).endsWith("<contact@shop.example>"));
    }

    @Test
    void nothingLeavesIfWhatItBelongsToIsRolledBack() {
        assertThatThrownBy(() -> transactions.run(shop, () -> {
                    written("zoe@buyer.example");
                    throw new IllegalStateException("changed their mind");
                }))
                .hasMessage("changed their mind");
        job.of(shop);
        nothingWasTaken();
        assertThat(letters.about(shop, request)).isEmpty();
    }

    @Test
    void twoSendersAtOnceSendEachLetterOnce() {
        var all = IntStream.range(0, 12)
                .mapToObj(each -> written("buyer" + each + "@buyer.example"))
                .toList();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> job.of(shop)), CompletableFuture.runAsync(() -> job.of(shop)))
                .join();
        assertThat(taken()).hasSize(all.size());
        assertThat(taken().stream().flatMap(mail -> mail.to().stream())).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(id -> assertThat(facts(id).state()).isEqualTo(LetterState.SENT));
    }

    @Test
    void aLetterWhoseTryEndedInACrashIsSentOnceMoreAndNotAThirdTime() {
        var id = written("zoe@buyer.example");
        assertThat(rows.take(shop)).isPresent();
        job.of(shop);
        nothingWasTaken();
        pausesAreOver();
        assertThat(rows.take(shop)).isPresent();
        pausesAreOver();
        job.of(shop);
        nothingWasTaken();
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.REFUSED);
            assertThat(facts.wrong()).contains("not known whether it arrived");
        });
        sendLetters.tryAgain(shop, id);
        job.of(shop);
        assertThat(taken()).hasSize(1);
    }

    @Test
    void whileATryGoesOnNobodyStartsAnother() {
        var id = written("zoe@buyer.example");
        assertThat(rows.take(shop)).isPresent();
        sendLetters.tryAgain(shop, id);
        job.of(shop);
        nothingWasTaken();
    }

    @Test
    void aSubjectLineCannotAddLinesToTheHead() {
        sendLetters.send(
                shop,
                letter("zoe@buyer.example", "Hello\r\nBcc: thief@elsewhere.example\r\n\r\nnot the text\u2028", "text"));
        job.of(shop);
        assertThat(taken()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("zoe@buyer.example");
            assertThat(mail.subject()).isEqualTo("Hello Bcc: thief@elsewhere.example not the text");
            assertThat(mail.raw().lines()).noneMatch(line -> line.startsWith("Bcc"));
            assertThat(mail.text().strip()).isEqualTo("text");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "secretname@",
                "secretname@localhost",
                "secretname@one.example, other@two.example",
                "secretname@one.example\r\nBcc: other@two.example",
                "secretname@one.example\nRCPT TO:<other@two.example>",
                "Secretname <secretname@one.example>",
                "secretname..x@one.example",
                "sécretname@one.example"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String to) {
        assertThatThrownBy(() -> written(to))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.wrong() + refused.mend() + refused)
                        .doesNotContainIgnoringCase("cretname")
                        .contains("e-mail address is not a whole one"));
        assertThat(letters.about(shop, request)).isEmpty();
    }

    @Test
    void anotherShopSeesNothingOfIt() {
        var id = written("zoe@buyer.example");
        var other = shops.open();
        assertThat(letters.about(other, request)).isEmpty();
        assertThat(letters.unsent(other, 10)).isEmpty();
        sendLetters.tryAgain(other, id);
        job.of(other);
        nothingWasTaken();
        assertThat(letters.unsent(shop, 10)).extracting(LetterFacts::id).containsExactly(id);
    }

    @Test
    void aLetterIsSentNoMoreOnceItsDayHasComeAndItsFactsStay() {
        var id = sendLetters.send(
                shop,
                new Letter(
                        request,
                        letter("x@buyer.example").subject(),
                        "ANSWER",
                        "zoe@buyer.example",
                        "Your request",
                        "text",
                        clock.today().plusDays(2)));
        trainingClock.forward(2, turned -> {});
        job.of(shop);
        nothingWasTaken();
        assertThat(facts(id)).satisfies(facts -> {
            assertThat(facts.state()).isEqualTo(LetterState.REFUSED);
            assertThat(facts.wrong()).contains("cannot be opened any more");
        });
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.vault_record WHERE record_id = '" + id + "'"))
                .isZero();
        booksAreWell();
    }

    @Test
    void aLetterDoesNotPrint() {
        assertThat(List.of(letter("zoe@buyer.example"), new LetterText("zoe@buyer.example", "a", "b")))
                .extracting(Object::toString)
                .containsExactly("Letter[ANSWER]", "LetterText[hidden]");
        assertThatThrownBy(() -> sendLetters.send(
                        shop,
                        new Letter(
                                request,
                                letter("x@buyer.example").subject(),
                                "Zoe",
                                "zoe@buyer.example",
                                "",
                                "",
                                clock.today().plusDays(9))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBooksNameALetterThatHasLostItsTextOrItsPlace() {
        var lost = written("zoe@buyer.example");
        var odd = written("zoe@buyer.example");
        booksAreWell();
        DATABASE.change("DELETE FROM counterfoil.vault_record WHERE record_id = '" + lost + "'");
        DATABASE.change("UPDATE counterfoil.letter_letter SET state = 'EATEN' WHERE letter_id = '" + odd + "'");
        assertThat(flaws())
                .anyMatch(flaw -> flaw.contains("text of letter " + lost + " is not there"))
                .anyMatch(flaw -> flaw.contains(odd + " stands where no letter can stand"))
                .hasSize(2);
        DATABASE.change("DELETE FROM counterfoil.letter_letter");
        assertThat(flaws()).singleElement().asString().contains("sealed as " + odd);
    }
}

package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.letter.LettersGoOut;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;

/** Whoever has asked fetches their copy by a fresh code, locked: the mailbox alone opens nothing. */
class OwnCopyTest extends RightsBench {

    private static final Pattern CODE = Pattern.compile("(?m)^([a-z2-9]{4}-[a-z2-9]{4})\\s*$");

    @Autowired
    private PublicDoor door;

    @Autowired
    private Bundles bundles;

    @Autowired
    private AnswerKnocks answer;

    @Autowired
    private LettersGoOut goOut;

    @Autowired
    private WriteToRequester write;

    private Somebody testa = Somebody.fresh("Testa Demoson");
    private UUID request = new UUID(0, 0);
    private String passphrase = "";

    @BeforeEach
    void aCopyIsMade() {
        SANDBOX.mail().clear();
        testa = Somebody.fresh("Testa Demoson");
        buysAtEbay(testa);
        download();
        request = asksAndIsKnown(RequestKind.ACCESS, byEmail(testa));
        passphrase = bundles.make(shop, request, office);
    }

    @Test
    void theCodeGivesTheLockedCopyOnceAndThePassphraseIsNowhereInTheMail() throws Exception {
        var knock = door.knockForCopy(shop, testa.email());
        var code = sentCode().orElseThrow();
        var wrong = fetched(knock, "abcd-efgh");
        assertThat(new String(wrong, StandardCharsets.UTF_8)).contains("This code is not right");
        assertThat(door.code(shop, knock, code, ""))
                .as("it makes no request of it")
                .isFalse();
        var pdf = fetched(knock, code);
        try (var opened = Loader.loadPDF(pdf, passphrase)) {
            assertThat(new PDFTextStripper().getText(opened)).contains("Testa Demoson");
        }
        assertThat(new String(fetched(knock, code), StandardCharsets.UTF_8))
                .as("a second time")
                .contains("This code is not right");
        assertThat(SANDBOX.mail().taken()).noneMatch(mail -> mail.toString().contains(passphrase));
        assertThat(log.of(shop, request).get(0))
                .extracting(RequestLog.Entry::what, RequestLog.Entry::detail, RequestLog.Entry::person)
                .containsExactly(Step.BUNDLE_FETCHED, "by a code to their address", Optional.empty());
    }

    @Test
    void forWhomNoCopyWasMadeNoCodeIsSentAndTheAnswerIsTheSame() {
        var other = Somebody.fresh("Another Demoson");
        buysAtEbay(other);
        download();
        assertThat(door.knockForCopy(shop, other.email())).isNotNull();
        assertThat(door.knockForCopy(shop, "nobody@buyer.example")).isNotNull();
        assertThat(sentCode()).isEmpty();
    }

    @Test
    void afterFourteenDaysThereIsNothingToFetch() {
        forward(14);
        var knock = door.knockForCopy(shop, testa.email());
        assertThat(sentCode()).isEmpty();
        assertThat(door.copy(shop, knock, "abcd-efgh")).isEmpty();
    }

    @Test
    void ofAnotherShopNothingIsFetchedByIt() {
        var another = shops.open();
        var knock = door.knockForCopy(another, testa.email());
        answer.of(another);
        goOut.of(another);
        assertThat(code()).isEmpty();
        assertThat(door.copy(shop, knock, "abcd-efgh")).isEmpty();
    }

    @Test
    void theLetterSaysWhereItIsFetched() {
        var text = write.draft(
                shop, request(request), LetterTemplate.COPY, office, "https://hub.example/receipts/" + shop + "/");
        assertThat(text)
                .contains("https://hub.example/privacy/" + shop + "/copy")
                .doesNotContain("{", passphrase);
    }

    private byte[] fetched(UUID knock, String code) throws Exception {
        return pages.asked(post("/privacy/" + shop + "/copy/" + knock)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("code", code))
                .getContentAsByteArray();
    }

    private Optional<String> sentCode() {
        answer.of(shop);
        goOut.of(shop);
        return code();
    }

    private static Optional<String> code() {
        return List.copyOf(SANDBOX.mail().taken()).stream()
                .map(mail -> CODE.matcher(mail.text()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}

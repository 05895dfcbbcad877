package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.letter.LettersGoOut;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters go to the address that somebody gave with their request; a letter that is a step takes it. */
class LettersToRequestersTest extends RightsBench {

    @Autowired
    private WriteToRequester write;

    @Autowired
    private Letters letters;

    @Autowired
    private LettersGoOut goOut;

    @Autowired
    private Custody custody;

    @Test
    void askingWhoTheyAreByLetterStopsTheClock() {
        var testa = Somebody.fresh("Testa Demoson");
        var id = asks(RequestKind.ACCESS, byEmail(testa));
        write.send(shop, id, LetterTemplate.ASK_IDENTITY, "Please help us", "Is it you?", office);
        assertThat(request(id).clock().awaitsIdentity()).isTrue();
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::what).startsWith(Step.WRITTEN, Step.IDENTITY_ASKED);
        goOut.of(shop);
        assertThat(letters.about(shop, id)).singleElement().satisfies(letter -> {
            assertThat(letter.state()).isEqualTo(LetterState.SENT);
            assertThat(letter.template()).isEqualTo("ASK_IDENTITY");
        });
        assertThat(SANDBOX.mail().taken())
                .anySatisfy(mail -> assertThat(mail.toString()).contains(testa.email()));
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterTemplate.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CODE", "NOTICE"})
    void everyLetterIsWholeAndSaysWhatItIsAbout(LetterTemplate template) {
        var id = asks(RequestKind.ERASURE, byEmail(Somebody.fresh("Testa Demoson")));
        var text = write.draft(shop, request(id), template, office, "https://hub.example/receipts/");
        assertThat(text)
                .startsWith("Dear Testa Demoson,")
                .contains(request(id).name())
                .doesNotContain("{", "}");
        assertThat(text).contains("Yours sincerely");
    }

    @Test
    void aLetterThatIsRefusedIsShownWithWhatToDoAndTriedAgain() throws Exception {
        var id = asks(
                RequestKind.ACCESS, new Requester("Testa", "refused-testa@buyer.example", "", "", "", List.of(), ""));
        write.send(shop, id, LetterTemplate.RECEIPT, "It has arrived", "Made up", office);
        goOut.of(shop);
        assertThat(pages.page(office, "/requests/" + id)).contains("Not sent", "Try it again");
        var letter = letters.about(shop, id).get(0).id();
        assertThat(pages.asked(office, post("/requests/" + id + "/letters/" + letter + "/again"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(letters.about(shop, id).get(0).state()).isEqualTo(LetterState.WAITING);
    }

    @Test
    void whatALetterSaidIsLookedAtAgainAndTheLookIsInTheJournal() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var id = asks(RequestKind.ACCESS, byEmail(testa));
        write.send(shop, id, LetterTemplate.RECEIPT, "It has arrived", "Dear Testa, made up.", office);
        var letter = letters.about(shop, id).get(0).id();
        assertThat(pages.page(office, "/requests/" + id + "/letters/" + letter))
                .contains("Dear Testa, made up.", testa.email());
        assertThat(custody.in(shop, vault -> vault.journal().latest(5)).stream())
                .anyMatch(entry -> entry.reason().equals("READ_LETTER"));
        var another = asks(RequestKind.ACCESS, byEmail(testa));
        assertThat(pages.asked(office, get("/requests/" + another + "/letters/" + letter))
                        .getStatus())
                .as("of another request")
                .isEqualTo(404);
    }

    @Test
    void whoGaveNoAddressIsNotWrittenToAndNoStepIsTaken() throws Exception {
        var id = asks(RequestKind.ACCESS, byNumber("1"));
        assertThatThrownBy(() -> write.send(shop, id, LetterTemplate.ASK_IDENTITY, "A", "B", office))
                .hasMessageContaining("no e-mail address");
        assertThat(request(id).clock().awaitsIdentity()).isFalse();
        var kept = pages.asked(
                office,
                post("/requests/" + id + "/letter")
                        .param("template", "ASK_IDENTITY")
                        .param("subjectLine", "A")
                        .param("text", "What I have typed"));
        assertThat(kept.getContentAsString()).contains("They gave no e-mail address.", "What I have typed");
    }
}

package app.counterfoil.hub.custody;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.LetterFacts;
import app.counterfoil.hub.letter.LetterState;
import app.counterfoil.hub.letter.Letters;
import app.counterfoil.hub.letter.LettersGoOut;
import app.counterfoil.hub.letter.ReadReturns;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.sandbox.Sandbox;
import app.counterfoil.vault.SubjectId;
import java.util.List;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** Letters with the words in address, subject and text: one arrives, the others are refused, put off or come back. */
final class CanaryPost {

    private CanaryPost() {}

    static void goesAndComesBack(ApplicationContext hub, SellerId shop, Sandbox sandbox) {
        var request = UUID.randomUUID();
        for (var front : List.of("", "refused", "later", "bounces")) {
            hub.getBean(SendLetters.class).send(shop, letter(hub, request, front + Canaries.PLAIN + "@buyer.example"));
        }
        try {
            hub.getBean(SendLetters.class).send(shop, letter(hub, request, Canaries.ACCENTED + "@buyer.example"));
        } catch (Refusal noAddress) {
            LoggerFactory.getLogger("app.counterfoil.hub").info("no letter", noAddress);
        }
        hub.getBean(LettersGoOut.class).of(shop);
        hub.getBean(ReadReturns.class).read();
        assertThat(sandbox.mail().taken()).hasSize(2).allSatisfy(mail -> assertThat(mail.subject() + mail.text())
                .contains(Canaries.ACCENTED));
        assertThat(hub.getBean(Letters.class).about(shop, request))
                .extracting(LetterFacts::state)
                .containsExactlyInAnyOrder(
                        LetterState.SENT, LetterState.REFUSED, LetterState.WAITING, LetterState.BOUNCED);
    }

    private static Letter letter(ApplicationContext hub, UUID request, String to) {
        return new Letter(
                request,
                new SubjectId(UUID.randomUUID()),
                "ANSWER",
                to,
                "To " + Canaries.ACCENTED,
                "Dear " + Canaries.PLAIN + " " + Canaries.ACCENTED + ",\n",
                hub.getBean(BusinessClock.class).today().plusYears(3));
    }
}

package app.counterfoil.hub.register;

import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.letter.AnswersGoTo;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers to letters go to whom people ask about their data: the contact of the register, or its data protection officer. */
@Component
class AnswersToContact implements AnswersGoTo {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;<>()]+");

    private final RegisterTexts texts;

    AnswersToContact(RegisterTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Personal<String>> addresses(SellerId seller) {
        var kept = texts.contacts(seller, new Opening(HubJob.LETTERS, Purpose.STAFF, "WHERE_ANSWERS_GO"));
        return Stream.of(KeptPart.CONTACT, KeptPart.OFFICER)
                .flatMap(part -> kept.of(part).stream())
                .flatMap(entry -> BETWEEN_WORDS.splitAsStream(entry.text().reach()))
                .filter(word -> word.contains("@"))
                .map(Personal::of)
                .toList();
    }
}

package app.counterfoil.hub.letter;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a letter, without what it says or to whom.
 *
 * @param id the letter
 * @param about what it belongs to
 * @param template the code of the text it was made from
 * @param state where it stands
 * @param madeAt when it was written
 * @param sentAt when the mail server took it, if it has
 * @param tries how often it was tried to send it since a person last asked for it
 * @param wrong why it has not arrived, in a sentence, or empty
 * @param mend what to do about it, in a sentence, or empty
 */
public record LetterFacts(
        UUID id,
        UUID about,
        String template,
        LetterState state,
        Instant madeAt,
        Optional<Instant> sentAt,
        int tries,
        String wrong,
        String mend) {}

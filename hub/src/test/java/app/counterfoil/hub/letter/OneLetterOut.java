package app.counterfoil.hub.letter;

import app.counterfoil.hub.letter.MailSettings.Tls;
import app.counterfoil.hub.measure.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A program that sends one letter and says what came of it: whom Java trusts is settled once for each program. */
final class OneLetterOut {

    private OneLetterOut() {}

    /** To the mail server at that host and port, over TLS of that kind. */
    public static void main(String[] arguments) {
        var nowhere = Path.of("nowhere");
        var settings = new MailSettings(
                arguments[0],
                Integer.parseInt(arguments[1]),
                "",
                nowhere,
                "letters@hub.example",
                Tls.valueOf(arguments[2]),
                "",
                new MailSettings.Mailbox("", 0, "", nowhere, Tls.NONE));
        try {
            new MailServer(settings, Instant::now)
                    .send(
                            UUID.randomUUID(),
                            new LetterMail.Shop("Demo Shop", Optional.empty()),
                            new LetterText("zoe@buyer.example", "Your request", "we hold nothing about you"));
            System.out.println("SAID taken");
        } catch (Refusal why) {
            System.out.println("SAID " + why.wrong() + " " + why.mend());
        }
    }
}

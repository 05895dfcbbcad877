package app.counterfoil.hub.letter;

import app.counterfoil.hub.letter.MailSettings.Tls;
import java.util.Properties;
import java.util.UUID;

/** The settings of one connection as the mail library takes them: its time limits, its encryption, its sender. */
final class MailSession {

    private static final String CONNECT_MILLIS = "10000";
    private static final String STEP_MILLIS = "30000";

    private MailSession() {}

    /** For sending one letter: each has the address of its own to which it comes back. */
    static Properties smtp(MailSettings settings, UUID letter) {
        var properties = common("mail.smtp.", settings.tls());
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isBlank()));
        properties.setProperty("mail.smtp.from", envelopeSender(settings, letter));
        // Else the name of this machine is looked up, and told.
        properties.setProperty("mail.smtp.localhost", EmailAddress.domain(settings.from()));
        return properties;
    }

    /** For reading what has come back. */
    static Properties pop3(MailSettings.Mailbox mailbox) {
        return common("mail.pop3.", mailbox.tls());
    }

    private static String envelopeSender(MailSettings settings, UUID letter) {
        return EmailAddress.is(settings.returns())
                ? settings.returns().replaceFirst("@", "+" + letter + "@")
                : settings.from();
    }

    private static Properties common(String front, Tls tls) {
        var properties = new Properties();
        properties.setProperty(front + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(front + "timeout", STEP_MILLIS);
        properties.setProperty(front + "writetimeout", STEP_MILLIS);
        properties.setProperty(front + "starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(front + "starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(front + "ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
        properties.setProperty(front + "ssl.checkserveridentity", "true");
        return properties;
    }
}

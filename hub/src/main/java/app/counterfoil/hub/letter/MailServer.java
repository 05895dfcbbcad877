package app.counterfoil.hub.letter;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Refusal;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The one way out for mail: every step has a time limit, nothing leaves this machine without TLS, and it ends with the
 * mail taken or in a {@link NotSent}. It does not retry.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private final MailSettings settings;
    private final BusinessClock clock;

    MailServer(MailSettings settings, BusinessClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Why no letter can be sent at all, if that is so. */
    Optional<Refusal> unready() {
        try {
            if (settings.host().isBlank()) {
                return Optional.of(MailNotReady.noServer());
            }
            if (!EmailAddress.is(settings.from())) {
                return Optional.of(MailNotReady.noSender());
            }
            MailNotReady.refuseInClear(settings.host(), settings.tls());
            if (!settings.user().isBlank()) {
                MailNotReady.password(settings.passwordFile());
            }
            return Optional.empty();
        } catch (MailNotReady why) {
            return Optional.of(why);
        }
    }

    /**
     * Sends a letter, and returns once the server has taken it.
     *
     * @param shop whose letter it is
     * @throws NotSent if it has not taken it, or that is not known
     */
    void send(UUID id, LetterMail.Shop shop, LetterText letter) {
        unready().ifPresent(why -> {
            throw why;
        });
        var session = Session.getInstance(MailSession.smtp(settings, id));
        var mail = new LetterMail(session);
        try {
            mail.write(id, settings.from(), shop, letter, clock.now());
            handOver(session.getTransport("smtp"), mail);
        } catch (MessagingException failed) {
            throw MailAnswers.notSent(failed, mail.isHandedOver());
        }
    }

    private void handOver(Transport transport, LetterMail mail) throws MessagingException {
        try {
            if (settings.user().isBlank()) {
                transport.connect(settings.host(), settings.port(), null, null);
            } else {
                transport.connect(
                        settings.host(),
                        settings.port(),
                        settings.user(),
                        MailNotReady.password(settings.passwordFile()));
            }
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** A connection that breaks off once the letter is taken takes nothing back. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException broken) {
            LOG.debug(
                    "mail connection broken at its end type={}",
                    broken.getClass().getName());
        }
    }
}

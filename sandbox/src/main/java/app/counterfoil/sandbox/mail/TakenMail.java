package app.counterfoil.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A mail as the server took it.
 *
 * @param envelopeSender to whom it is returned if it cannot be delivered; empty for none
 * @param to who receives it, by the envelope
 * @param from the header From, decoded
 * @param subject the subject, decoded
 * @param text the text, decoded
 * @param messageId the header Message-ID
 * @param raw the whole of it as it was sent
 */
public record TakenMail(
        String envelopeSender,
        List<String> to,
        String from,
        String subject,
        String text,
        String messageId,
        String raw) {

    static TakenMail of(MovingMessage moving) {
        var message = moving.getMessage();
        try {
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            return new TakenMail(
                    Optional.ofNullable(moving.getReturnPath())
                            .map(MailAddress::getEmail)
                            .orElse(""),
                    moving.getToAddresses().stream().map(MailAddress::getEmail).toList(),
                    decoded(message, "From"),
                    decoded(message, "Subject"),
                    String.valueOf(message.getContent()),
                    header(message, "Message-ID"),
                    raw.toString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException noMail) {
            throw new IllegalStateException("What was sent is no mail.", noMail);
        }
    }

    private static String decoded(MimeMessage message, String name) throws MessagingException, IOException {
        return MimeUtility.decodeText(MimeUtility.unfold(header(message, name)));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, ", ")).orElse("");
    }
}

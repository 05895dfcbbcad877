package app.counterfoil.hub.letter;

import app.counterfoil.vault.Personal;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** A letter in the form of a mail. Personal: it does not print. */
final class LetterMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private boolean handedOver;

    LetterMail(Session session) {
        super(session);
    }

    /**
     * The shop whose letter it is.
     *
     * @param name the trading name under which it goes out
     * @param answersTo where answers are read, if that is not where it comes from
     */
    record Shop(String name, Optional<Personal<String>> answersTo) {
        @Override
        public String toString() {
            return "Shop[hidden]";
        }
    }

    /** Writes it. Its Message-ID is made from the letter's id, so that a second copy is told to be the same letter. */
    void write(UUID id, String from, Shop shop, LetterText letter, Instant at) throws MessagingException {
        setFrom(address(from, shop));
        if (shop.answersTo().isPresent()) {
            setReplyTo(new Address[] {shop.answersTo().get().shownTo(answers -> address(answers, shop))});
        }
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.subjectLine(), UTF_8);
        setText(letter.text().replaceAll("\\R", "\r\n"), UTF_8);
        setSentDate(Date.from(at));
        // So that nobody's notice of absence answers it (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
        if (letter.endsAt() != null) {
            // By these two a mail program offers to end it by one click (RFC 8058).
            setHeader("List-Unsubscribe", "<" + letter.endsAt() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        saveChanges();
        setHeader("Message-ID", "<" + id + "@" + EmailAddress.domain(from) + ">");
    }

    private static InternetAddress address(String address, Shop shop) {
        try {
            return new InternetAddress(address, shop.name().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether all of it went to the server, whatever that has answered. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        super.writeTo(out, without);
        handedOver = true;
    }

    @Override
    public String toString() {
        return "LetterMail[hidden]";
    }
}

package app.counterfoil.sandbox.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The mailbox into which notices of what could not be delivered are put, formed as RFC 3464 says. */
final class Returns {

    static final String LOGIN = "demo-returns";
    static final String PASSWORD = "demo-returns-password";

    /** %1$s: to whom; %2$s: about which address; %3$s: the headers of the mail. */
    private static final String NOTICE =
            """
            From: Mail Delivery System <mailer-daemon@sandbox.example>
            To: <%1$s>
            Subject: Undelivered mail returned to sender
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="notice"

            --notice
            Content-Type: text/plain; charset=us-ascii

            Your mail to <%2$s> could not be delivered: there is no such mailbox.

            --notice
            Content-Type: message/delivery-status

            Reporting-MTA: dns; sandbox.example

            Final-Recipient: rfc822; %2$s
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: no such mailbox

            --notice
            Content-Type: text/rfc822-headers

            %3$s
            --notice--
            """;

    private final GreenMailUser mailbox;

    Returns(UserManager users) {
        try {
            mailbox = users.createUser("returns@sandbox.example", LOGIN, PASSWORD);
        } catch (UserException taken) {
            throw new IllegalStateException(taken);
        }
    }

    void undelivered(TakenMail mail, String address) {
        if (!mail.envelopeSender().isEmpty()) {
            var headers = mail.raw().replace("\r\n", "\n").replaceFirst("(?s)\n\n.*", "\n");
            put(NOTICE.formatted(mail.envelopeSender(), address, headers));
        }
    }

    void put(String raw) {
        var bytes = raw.replaceAll("\\R", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException noMail) {
            throw new IllegalStateException("What is put into the mailbox is no mail.", noMail);
        }
    }
}

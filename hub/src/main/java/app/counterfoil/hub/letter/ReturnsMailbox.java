package app.counterfoil.hub.letter;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox into which letters come back, read by POP3 within limits, the newest mail first. What is no notice about a
 * letter stays there unread; it is looked at once only, so that much of it keeps no notice from being seen.
 */
final class ReturnsMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnsMailbox.class);

    private static final int MOST_MAILS = 200;
    private static final int MOST_BYTES_OF_A_MAIL = 1_000_000;
    private static final int MOST_BYTES = 20_000_000;

    private final MailSettings.Mailbox settings;
    private final Set<String> leftAlone = new HashSet<>();

    ReturnsMailbox(MailSettings.Mailbox settings) {
        this.settings = settings;
    }

    /**
     * What was found.
     *
     * @param notices how many mails were about a letter, and are gone from the mailbox
     * @param others how many others lie there
     */
    record Found(int notices, int others) {}

    /**
     * Hands over each notice that has come, and deletes those that are taken.
     *
     * @throws MailNotReady if the way there leaves this machine in clear, or the password cannot be used
     */
    Found read(Predicate<DeliveryNotice> taken) throws MessagingException {
        MailNotReady.refuseInClear(settings.host(), settings.tls());
        var password = MailNotReady.password(settings.passwordFile());
        var session = Session.getInstance(MailSession.pop3(settings));
        try (var store = session.getStore("pop3")) {
            store.connect(settings.host(), settings.port(), settings.user(), password);
            return read(store, taken);
        }
    }

    private Found read(Store store, Predicate<DeliveryNotice> taken) throws MessagingException {
        var folder = (POP3Folder) store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        try {
            return read(folder, taken);
        } finally {
            // The server deletes what is marked when it is told goodbye.
            folder.close(true);
        }
    }

    private Found read(POP3Folder folder, Predicate<DeliveryNotice> taken) throws MessagingException {
        var there = new HashSet<String>();
        int notices = 0;
        int looked = 0;
        long bytes = 0;
        for (int number = folder.getMessageCount(); number > 0; number--) {
            var mail = (MimeMessage) folder.getMessage(number);
            var uid = String.valueOf(folder.getUID(mail));
            there.add(uid);
            if (leftAlone.contains(uid) || looked >= MOST_MAILS || bytes >= MOST_BYTES) {
                continue;
            }
            looked++;
            int size = mail.getSize();
            if (size <= MOST_BYTES_OF_A_MAIL && isTaken(mail, taken)) {
                mail.setFlag(Flags.Flag.DELETED, true);
                notices++;
            } else {
                leftAlone.add(uid);
            }
            bytes += Math.min(size, MOST_BYTES_OF_A_MAIL);
        }
        leftAlone.retainAll(there);
        return new Found(notices, there.size() - notices);
    }

    /** What cannot be read is no notice; nothing of it is told, since it may quote a person. */
    private static boolean isTaken(MimeMessage mail, Predicate<DeliveryNotice> taken) {
        try {
            return DeliveryNotice.is(mail)
                    && DeliveryNotice.of(mail).filter(taken).isPresent();
        } catch (MessagingException | IOException unreadable) {
            LOG.debug(
                    "a mail among the returns cannot be read type={}",
                    unreadable.getClass().getName());
            return false;
        }
    }
}

package app.counterfoil.hub.letter;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.vault.Loopback;
import app.counterfoil.vault.files.LastingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong with the settings of the mail server or of the mailbox of returns, and how the operator mends it. */
final class MailNotReady extends Refusal {

    private MailNotReady(String wrong, String mend) {
        super(wrong, mend);
    }

    static MailNotReady noServer() {
        return new MailNotReady(
                "No mail server is set up.",
                "The operator sets counterfoil.mail.host and counterfoil.mail.from (operations.md, \"Letters by e-mail\");"
                        + " then it goes out by itself.");
    }

    static MailNotReady noSender() {
        return new MailNotReady(
                "The address that letters come from is missing or not a whole one.",
                "The operator sets counterfoil.mail.from (operations.md, \"Letters by e-mail\").");
    }

    /** @throws MailNotReady if the way there leaves this machine in clear */
    static void refuseInClear(String host, MailSettings.Tls tls) {
        if (tls == MailSettings.Tls.NONE && !Loopback.isHost(host)) {
            throw new MailNotReady(
                    "The mail server is set up without TLS: letters could be read on the way.",
                    "The operator sets its tls to STARTTLS or IMPLICIT; NONE is for a server on this machine alone.");
        }
    }

    /** @throws MailNotReady if the file cannot be read, or can be read by others */
    static String password(Path file) {
        try {
            if (!LastingFiles.isForItsOwnerAlone(file)) {
                throw new MailNotReady(
                        "The password of the mail server can be read by others.",
                        "The operator runs: chmod 600 " + file);
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new MailNotReady(
                    "The password of the mail server cannot be read.",
                    "The operator puts it into " + file + ", readable by the user who runs Counterfoil alone.");
        }
    }
}
